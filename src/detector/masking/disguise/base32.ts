// Base32 (RFC 4648, section 6) in either case: `base32 <<< "$TOKEN"` passes the masker.
import { Buffer } from "node:buffer";
import type { Decoded, Decoder } from "../../detector.ts";

const SHORTEST = 24;
const STEP = 16;

const quintet = new Int8Array(256).fill(-1);
for (const [value, character] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"].entries()) {
  quintet[character.charCodeAt(0)] = value;
  quintet[character.toLowerCase().charCodeAt(0)] = value;
}

/** Runs that stand for text; words of ordinary language don't. */
export const base32: Decoder = { name: "base32", decode };

function decode(bytes: Uint8Array): Decoded[] {
  const found: Decoded[] = [];
  for (let look = 0; look < bytes.length; look += STEP) {
    if (!isDigit(bytes[look])) continue;
    let start = look;
    let end = look + 1;
    while (start > 0 && isDigit(bytes[start - 1])) start--;
    while (end < bytes.length && isDigit(bytes[end])) end++;
    look = Math.max(look, end - STEP);
    if (end - start < SHORTEST) continue;
    const decoded = toBytes(bytes, start, end);
    if (isText(decoded)) found.push({ start, end, bytes: decoded, at: (offset) => start + Math.floor((offset * 8) / 5) });
  }
  return found;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && (quintet[byte] ?? -1) >= 0;
}

function toBytes(bytes: Uint8Array, start: number, end: number): Buffer {
  const out = Buffer.alloc(Math.floor(((end - start) * 5) / 8));
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

/** Text, or the beginning of a compressed stream; a last byte may be left over from the padding. */
function isText(bytes: Buffer): boolean {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  for (let at = 0; at < bytes.length - 1; at++) {
    const byte = bytes[at] as number;
    if ((byte < 0x20 || byte > 0x7e) && byte !== NEWLINE && byte !== RETURN && byte !== TAB) return false;
  }
  return true;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const TAB = 0x09;
