// `tr A-Za-z N-ZA-Mn-za-m` over an encoded value: no decoder takes what comes out for its own.
import type { Decoded, Decoder } from "../../detector.ts";

const SHORTEST = 24;
const LONGEST = 1 << 16;
const SAMPLE = 16;
/** Stands between runs: a line with a blank, so that no other decoder takes two runs for one that was wrapped. */
const SEAM = [0x0a, 0x20, 0x0a];

/** Characters of base64, base32, hexadecimal digits, percent-encoding and escapes. */
const isEncoded = new Uint8Array(256);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_%\\") isEncoded[character.charCodeAt(0)] = 1;

const turned = Uint8Array.from({ length: 256 }, (_, byte) => {
  const base = byte & 0x60;
  const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return isLetter ? ((byte - base - 1 + 13) % 26) + base + 1 : byte;
});

const sextet = new Int8Array(256).fill(-1);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((character, value) => { sextet[character.charCodeAt(0)] = value; });
sextet[0x2d] = 62;
sextet[0x5f] = 63;

/** Encoded runs whose rotation is the encoding of text or of a gzip stream, each turned back on a line of its own. */
export const rotated: Decoder = { name: "rot13", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const runs: { start: number; end: number }[] = [];
  for (let look = SHORTEST - 1; look < bytes.length; look += SHORTEST) {
    if (isEncoded[bytes[look] as number] === 0) continue;
    let start = look;
    let end = look + 1;
    while (start > 0 && isEncoded[bytes[start - 1] as number] === 1 && look - start < LONGEST) start--;
    while (end < bytes.length && isEncoded[bytes[end] as number] === 1 && end - look < LONGEST) end++;
    look = Math.max(look, end - 1);
    if (end - start >= SHORTEST && isRotated(bytes, start, end)) runs.push({ start, end });
  }
  return runs.length === 0 ? [] : [turn(bytes, runs)];
}

function isRotated(bytes: Uint8Array, start: number, end: number): boolean {
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 128)));
  // The rotated fronts of gzip in base64 and base32, and digits that rotation has taken out of their alphabet.
  if (/U4fV|U4[fF]|^1[sS]8[oO]/.test(text) || /(?:%[2-7][n-s].{0,12}){2}|(?:\\[hk][0-9n-s]{2}.{0,24}){2}/i.test(text)) return true;
  if (/^[0-9n-s]{24,}$/i.test(text)) return /[n-s]/i.test(text) && isHexOfText(text);
  return isBase32OfText(text) || [start, start + ((end - start - SAMPLE) >> 1), end - SAMPLE].some((from) => isBase64OfText(bytes, from));
}

function isHexOfText(text: string): boolean {
  return [0, 1].some((from) => /^(?:[2-7].|0[9nqNQ]|1o){8}/i.test(text.slice(from)));
}

/** Sixteen digits make ten bytes; all of them text happens to one word in a thousand. */
function isBase32OfText(text: string): boolean {
  const digits = /^[A-Z2-7]+$/i.test(text) ? text.slice(0, SAMPLE).toUpperCase() : "";
  if (digits.length < SAMPLE || !/[2-7]/.test(text)) return false;
  let bits = "";
  for (const digit of digits) bits += "NOPQRSTUVWXYZABCDEFGHIJKLM234567".indexOf(digit).toString(2).padStart(5, "0");
  return isSevenBit(bits);
}

/** Visible ASCII, or UTF-16 of it: a zero beside each character. */
function isSevenBit(bits: string): boolean {
  let zeros = 0;
  for (let at = 0; at + 8 <= bits.length; at += 8) {
    if (bits.slice(at, at + 8) === "00000000") zeros++;
    else if (bits[at] === "1" || bits.slice(at, at + 3) === "000") return false;
  }
  return zeros === 0 || Math.abs(zeros * 16 - bits.length) <= 16;
}

/** Whether the digits at `from`, turned, are base64 of visible text in one of its alignments. */
function isBase64OfText(bytes: Uint8Array, from: number): boolean {
  const values = Array.from({ length: SAMPLE }, (_, index) => sextet[turned[bytes[from + index] ?? 0] as number] as number);
  if (values.some((value) => value < 0)) return false;
  const bits = values.map((value) => value.toString(2).padStart(6, "0")).join("");
  return [0, 2, 4, 6].some((shift) => isSevenBit(bits.slice(shift, shift + 88)));
}

function turn(bytes: Uint8Array, runs: readonly { readonly start: number; readonly end: number }[]): Decoded {
  const size = runs.reduce((sum, { start, end }) => sum + end - start + SEAM.length, 0);
  const out = new Uint8Array(size);
  const from = new Int32Array(size);
  let to = 0;
  for (const { start, end } of runs) {
    for (let at = start; at < end; at++) {
      from[to] = at;
      out[to++] = turned[bytes[at] as number] as number;
    }
    from.fill(end, to, to + SEAM.length);
    out.set(SEAM, to);
    to += SEAM.length;
  }
  return { start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0, bytes: out, at: (offset) => from[Math.min(offset, size - 1)] ?? 0 };
}
