// Base32 (RFC 4648, section 6) in either case: `base32 <<< "$TOKEN"` passes the masker.
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks, type Mark } from "../sieve/index.ts";

/** Digits of five bits after which bits and bytes meet again. */
const GROUP = 8;

const quintet = new Int8Array(256).fill(-1);
for (const [value, character] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"].entries()) {
  quintet[character.charCodeAt(0)] = value;
  quintet[character.toLowerCase().charCodeAt(0)] = value;
}

/** Runs that stand for text, once or twice over; words of ordinary language don't. */
export const base32: Decoder = { name: "base32", decode };

function decode(bytes: Uint8Array): Decoded[] {
  return [...findMarks(bytes).of("base32")].flatMap((run) => decodeRun(bytes, run));
}

/** The run may begin anywhere in a group, since other letters may be glued to its front: at the places that the mark names. */
function decodeRun(bytes: Uint8Array, { start, end, seen }: Mark): Decoded[] {
  return Array.from({ length: GROUP }, (_, shift) => shift).flatMap((shift) => {
    if ((seen & (1 << shift)) === 0) return [];
    const from = start + shift;
    const decoded: Decoded = { start, end, bytes: toBytes(bytes, from, end), at: (offset) => from + Math.floor((offset * 8) / 5) };
    if (!isText(decoded.bytes)) return [];
    const again = decode(decoded.bytes).map((inner): Decoded => ({ start, end, bytes: inner.bytes }));
    return [decoded, ...again];
  });
}

function toBytes(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const out = new Uint8Array(Math.max(0, Math.floor(((end - start) * 5) / 8)));
  let bits = 0;
  let held = 0;
  let to = 0;
  for (let at = start; at < end && to < out.length; at++) {
    held = ((held << 5) | (quintet[bytes[at] as number] as number)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    out[to++] = (held >> bits) & 0xff;
  }
  return out;
}

/** Visible text, colours and UTF-8 among it, or the beginning of a compressed stream; what is cut off at the end counts for nothing. */
function isText(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  for (let at = 0; at < bytes.length - 1; ) {
    const length = characterLength(bytes, at);
    if (length === 0) return false;
    at += length;
  }
  return bytes.length > 0;
}

/** Bytes of the character at `at`; 0 for what stands in no text. */
function characterLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  if (byte < 0x80) return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1b ? 1 : 0;
  const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  for (let next = 1; next < length; next++) if (at + next < bytes.length && ((bytes[at + next] as number) & 0xc0) !== 0x80) return 0;
  return byte < 0xf5 ? length : 0;
}
