// `tr A-Za-z N-ZA-Mn-za-m` over an encoded value: no decoder takes what comes out for its own.
import type { Decoded, Decoder } from "../../detector.ts";
import { findMarks, possible, turned } from "../sieve/index.ts";

const SHORTEST = 24;
const SAMPLE = 16;
/** How much of a run tells what it is. */
const LOOK = 96;
/** A name has one of its signs every few letters, base64url one in 32. */
const NAME_SHARE = 8;
/** Stands between runs: a line with a blank, so that no other decoder takes two runs for one that was wrapped. */
const SEAM = [0x0a, 0x20, 0x0a];

/** Encoded runs whose rotation is the encoding of text or of a gzip stream, each turned back on a line of its own. */
export const rotated: Decoder = { name: "rot13", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const runs = [...findMarks(bytes).of("rotated")].filter(({ start, end }) => isRotated(bytes, start, end));
  return runs.length === 0 ? [] : [turn(bytes, runs)];
}

function isRotated(bytes: Uint8Array, start: number, end: number): boolean {
  const signs = readSigns(bytes, start, Math.min(end, start + LOOK));
  if ((signs & NUMBER) === 0) return false;
  if ((signs & (STRANGE | LONE)) === 0 && isBase64OfText(bytes, start, end)) return true;
  if ((signs & (STRANGE | GZIP)) === 0 && !isUniform(bytes, start)) return false;
  const text = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + LOOK)));
  // The rotated fronts of gzip in base64, and digits that rotation has taken out of their alphabet.
  if (text.includes("U4fV") || /^1[sS]8[oO]/.test(text)) return true;
  if (/[%\\]/.test(text)) return /(?:%[2-7][n-s].{0,12}){2}|(?:\\[hk][0-9n-s]{2}.{0,24}){2}/i.test(text);
  return /^[0-9n-s]{24}/i.test(text) ? /[n-s]/i.test(text) && /^.?(?:[2-7].|0[9nqNQ]|1o){8}/i.test(text) : isBase32OfText(text);
}

const NUMBER = 1;
/** A percent sign or backslash: an escape. */
const STRANGE = 2;
/** Two bytes with which the front of gzip in base64 may begin. */
const GZIP = 4;
/** An equals sign, hyphen or underscore, which stand in no base64 but base64url. */
const LONE = 8;

function readSigns(bytes: Uint8Array, start: number, end: number): number {
  let signs = 0;
  let lone = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x30 && byte <= 0x39) signs |= NUMBER;
    else if (byte === 0x25 || byte === 0x5c) signs |= STRANGE;
    else if (byte === 0x55 && bytes[at + 1] === 0x34) signs |= GZIP;
    else if (byte === 0x2d || byte === 0x5f) lone++;
  }
  return lone * NAME_SHARE > end - start ? signs | LONE : signs;
}

/** Whether the front is all hexadecimal digits, turned, or digits of base32 in one case. */
function isUniform(bytes: Uint8Array, start: number): boolean {
  let [hex, upper, lower] = [true, true, true];
  for (let at = start; at < start + SHORTEST && (hex || upper || lower); at++) {
    const byte = bytes[at] as number;
    const isQuintet = byte >= 0x32 && byte <= 0x37;
    hex &&= (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x6e && (byte | 0x20) <= 0x73);
    upper &&= isQuintet || (byte >= 0x41 && byte <= 0x5a);
    lower &&= isQuintet || (byte >= 0x61 && byte <= 0x7a);
  }
  return hex || upper || lower;
}

/** Sixteen digits make ten bytes; all of them text happens to one word in a thousand. */
function isBase32OfText(text: string): boolean {
  const digits = /^(?:[A-Z2-7]{24}|[a-z2-7]{24})/.test(text) ? text.slice(0, SAMPLE).toUpperCase() : "";
  if (digits === "") return false;
  let bits = "";
  for (const digit of digits) bits += "NOPQRSTUVWXYZABCDEFGHIJKLM234567".indexOf(digit).toString(2).padStart(5, "0");
  for (let at = 0; at + 8 <= bits.length; at += 8) if (bits[at] === "1" || bits.slice(at, at + 3) === "000") return false;
  return true;
}

/** Whether the beginning, the middle or the end, turned, may be base64 of text. */
function isBase64OfText(bytes: Uint8Array, start: number, end: number): boolean {
  return [start, start + ((end - start - SAMPLE) >> 1), end - SAMPLE].some((from) => {
    let alignments = 15;
    for (let at = from; at < from + SAMPLE && alignments !== 0; at++) alignments &= possible[((at - start) & 3) * 256 + (bytes[at] as number)] as number;
    return alignments !== 0;
  });
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
