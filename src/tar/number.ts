// Numbers in the fields of a tar header.

/** Octal text, or GNU's base-256 where the first bit is set; undefined for what is neither, negative or beyond 2^53. */
export function parseNumber(block: Uint8Array, start: number, end: number): number | undefined {
  const first = block[start] ?? 0;
  return (first & 0x80) === 0 ? parseOctal(block, start, end) : parseBase256(block, start, end);
}

function parseBase256(block: Uint8Array, start: number, end: number): number | undefined {
  let value = (block[start] ?? 0) & 0x7f;
  for (let at = start + 1; at < end; at++) value = value * 256 + (block[at] ?? 0);
  return Number.isSafeInteger(value) ? value : undefined;
}

function parseOctal(block: Uint8Array, start: number, end: number): number | undefined {
  let at = start;
  while (at < end && (block[at] === 0x20 || block[at] === 0)) at++;
  let value = 0;
  for (; at < end; at++) {
    const byte = block[at] ?? 0;
    if (byte === 0 || byte === 0x20) break;
    if (byte < 0x30 || byte > 0x37) return undefined;
    value = value * 8 + byte - 0x30;
  }
  return value;
}
