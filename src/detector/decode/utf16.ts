// UTF-16 in either byte order, with or without a mark: a zero beside each character.
import type { Decoded, Decoder } from "../detector.ts";
import type { Sifted } from "../sieve/index.ts";

const SHORTEST = 10;
const STEP = 8;

export const utf16: Decoder = { name: "utf-16", decode };

function decode(bytes: Uint8Array, sifted?: Sifted): Decoded[] {
  if (sifted) return sifted.runs("utf16").map(({ start, end }) => narrow(bytes, start, end));
  const found: Decoded[] = [];
  for (let look = 0; look + 3 < bytes.length; look += STEP) {
    const first = isText(bytes[look]!) && bytes[look + 1] === 0 && isText(bytes[look + 2]!) && bytes[look + 3] === 0 ? look
      : bytes[look] === 0 && isText(bytes[look + 1]!) && bytes[look + 2] === 0 && isText(bytes[look + 3]!) ? look + 1 : -1;
    if (first < 0) continue;
    let start = first;
    let end = first + 2;
    while (start >= 2 && isText(bytes[start - 2]!) && bytes[start - 1] === 0) start -= 2;
    while (end < bytes.length && isText(bytes[end]!) && bytes[end - 1] === 0) end += 2;
    look = Math.max(look, end - STEP);
    if ((end - start) / 2 >= SHORTEST) found.push(narrow(bytes, start, end));
  }
  return found;
}

function narrow(bytes: Uint8Array, start: number, end: number): Decoded {
  const out = new Uint8Array((end - start) >> 1);
  for (let at = 0; at < out.length; at++) out[at] = bytes[start + at * 2]!;
  return { start, end: Math.min(end, bytes.length), bytes: out, at: (offset) => start + offset * 2 };
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
