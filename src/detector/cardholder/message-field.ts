// Card numbers inside the messages of payment networks, where fields stand beside each other without a separator:
// ISO 8583 in text form (field 2), and EMV data in hexadecimal (tags 5A and 57; EMV book 3, annex A).
import { LONGEST, SHORTEST, type Run } from "./digit-run.ts";
import { Digits } from "./number/digits.ts";
import { issuerOf } from "./number/issuer.ts";
import { isTestCard } from "./number/test-card.ts";
import { isDigit } from "./separator.ts";
import { textOf } from "./text.ts";

export type MessageField = { readonly start: number; readonly end: number; readonly isTest: boolean; readonly isTrack: boolean };

/** How far before a run its message type and bitmaps begin. */
const HEAD = 44;
const TAIL = 48;

/** The first field of each kind in the messages that hold one of `runs`. */
export function findMessageFields(bytes: Uint8Array, runs: readonly Run[]): MessageField[] {
  const found = new Map<number, MessageField>();
  for (let n = 0; n < runs.length; n++) {
    const run = runs[n]!;
    const from = Math.max(0, run.start - HEAD);
    const to = Math.min(bytes.length, run.end + TAIL, run.start + 256 + TAIL);
    if (!isWorthALook(bytes, run) || !mayHoldField(bytes, from, to)) continue;
    const slice = textOf(bytes, from, to);
    for (const field of [...readIso8583(slice), ...readEmv(slice)]) {
      const moved = { ...field, start: from + field.start, end: from + field.end };
      if (!found.has(moved.start)) found.set(moved.start, moved);
    }
  }
  return [...found.values()];
}

/** Longer than any number, behind a tag, or before a track's separator. */
function isWorthALook(bytes: Uint8Array, { start, end }: Run): boolean {
  return end - start > LONGEST || isHexadecimal(bytes[start - 1]!) || (bytes[end]! | 0x20) === 0x64 || (bytes[start]! === 0x35 && bytes[start + 1]! === 0x37);
}

function isHexadecimal(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}

/** Whether the front of a field or of a message type stands there at all: 5A0, 570, 571, or a zero with nothing of a word before it. */
function mayHoldField(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (code === 0x30 && (at === from || !isWordOrDot(bytes[at - 1]!))) return true;
    if (code !== 0x35) continue;
    const second = bytes[at + 1]!;
    const third = bytes[at + 2]!;
    if (((second | 0x20) === 0x61 && third === 0x30) || (second === 0x37 && (third === 0x30 || third === 0x31))) return true;
  }
  return false;
}

function isWordOrDot(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x2e;
}

/** Message type, one or two bitmaps of which the first has bits 2 and 3, length of field 2 in two digits, field 2. */
const message = /(?<![0-9A-Za-z.])(0[1-8][0-4][0-5])([0-9A-F]{16})/gi;
/** Field 3, the processing code, whose account types are tens, and field 4, the amount. */
const followers = /^\d{2}(?:\d0){2}\d{12}/;

function readIso8583(text: string): MessageField[] {
  const found: MessageField[] = [];
  for (const match of text.matchAll(message)) {
    const first = Number.parseInt((match[2] ?? "").charAt(0), 16);
    if ((first & 6) !== 6) continue;
    const at = match.index + 20 + ((first & 8) === 0 ? 0 : 16);
    const length = Number(text.slice(at, at + 2));
    const field = toNumber(text, at + 2, length);
    if (field && followers.test(text.slice(field.end))) found.push({ ...field, isTrack: false });
  }
  return found;
}

/** Tag 5A: the number, filled up with F. Tag 57: number, D, expiry, service code and more, filled up with F. */
const application = /5A0([7-9A])(?=\d{13})/gi;
const track2 = /57(0[B-F]|1[0-3])(\d{13,19})D\d\d(?:0[1-9]|1[0-2])[1-9]\d\d/gi;

function readEmv(text: string): MessageField[] {
  const found: MessageField[] = [];
  for (const match of text.matchAll(application)) {
    const at = match.index + 4;
    const nibbles = Number.parseInt(match[1] ?? "", 16) * 2;
    const length = /^\d+/.exec(text.slice(at, at + nibbles))?.[0].length ?? 0;
    const field = /^F?$/i.test(text.slice(at + length, at + nibbles)) ? toNumber(text, at, length) : undefined;
    if (field) found.push({ ...field, isTrack: false });
  }
  for (const match of text.matchAll(track2)) {
    const at = match.index + 4;
    const field = toNumber(text, at, match[2]?.length ?? 0);
    const end = at + Number.parseInt(match[1] ?? "", 16) * 2;
    if (field && /^\d+D\d+F?$/i.test(text.slice(at, end))) found.push({ ...field, end, isTrack: true });
  }
  return found;
}

function toNumber(text: string, start: number, length: number): Omit<MessageField, "isTrack"> | undefined {
  const number = text.slice(start, start + length);
  if (length < SHORTEST || length > LONGEST || number.length < length || !/^\d+$/.test(number)) return undefined;
  const digits = Digits.of(number);
  return issuerOf(digits) && digits.hasCheckDigit ? { start, end: start + length, isTest: isTestCard(digits) } : undefined;
}
