// What decoded bytes must look like before anybody looks into them: text, UTF-16 text, or a compressed stream.

/** A piece of text of this many characters, somewhere, is enough. */
const TEXT = 12;

export function isPlausible(bytes: Uint8Array): boolean {
  if (bytes.length < TEXT) return false;
  if (isCompressed(bytes)) return true;
  let run = 0;
  let zeros = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    const isText = (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
    // UTF-16 and UTF-32: one zero or three beside each character.
    zeros = byte === 0 ? zeros + 1 : 0;
    run = isText ? run + 1 : byte === 0 && zeros < 4 ? run : 0;
    if (run >= TEXT) return true;
  }
  return false;
}

export function isCompressed(bytes: Uint8Array): boolean {
  return isGzip(bytes) || isZlib(bytes) || isZstd(bytes);
}

/** RFC 1952: two magic bytes and the only method. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/** RFC 1950: method 8, header a multiple of 31, no dictionary. */
export function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return first === 0x78 && (first * 256 + second) % 31 === 0 && (second & 0x20) === 0;
}

/** RFC 8878. */
export function isZstd(bytes: Uint8Array): boolean {
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}
