// Primary account numbers: digit runs with issuer, length and check digit, told from the many other numbers that have them by chance.
import { DASH, isDigit, LONGEST, SHORTEST, type Run } from "./digit-run.ts";
import { findIssuer } from "./issuer.ts";
import { hasCheckDigit } from "./luhn.ts";
import { isSqliteField } from "./sqlite-record.ts";
import { testCards } from "./test-card.ts";

export type CardNumber = {
  readonly digits: string;
  /** Offsets in the bytes; separators lie inside. */
  readonly start: number;
  readonly end: number;
  readonly network: string;
};

/** Bytes around a run in which its context is looked for. */
const AROUND = 160;

const cardWords = /card|\bpan\b|_pan\b|\bpan_|\bcc[_-]?(?:num|no|n)|visa|amex|master|maestro|discover|jcb|diners|cvv|cvc|expir|exp_|holder|iin|issuer|acct|account|tarjeta|cartao|cart[aã]o|karte|payment|paga/i;

/** The card numbers among `runs`, in order. */
export function findCardNumbers(bytes: Uint8Array, runs: readonly Run[]): CardNumber[] {
  const found: CardNumber[] = [];
  for (const run of runs) {
    for (const candidate of cutRun(bytes, run)) {
      if (!hasCheckDigit(candidate.digits) || found.at(-1)?.start === candidate.start) continue;
      const card = judge(bytes, candidate);
      if (card) found.push(card);
    }
  }
  return found;
}

type Candidate = Run & { readonly digits: string; readonly grouped: boolean };

/** Numbers that the run may hold: each undivided part of fitting length, and parts that are divided the way cards are. */
function cutRun(bytes: Uint8Array, run: Run): Candidate[] {
  const candidates: Candidate[] = [];
  const groups: Run[] = [];
  for (let at = run.start; at < run.end;) {
    let end = at;
    while (end < run.end && isDigit(bytes[end]!)) end++;
    if (end - at >= SHORTEST && end - at <= LONGEST) candidates.push({ start: at, end, digits: toText(bytes, at, end), grouped: false });
    groups.push({ start: at, end });
    for (const count of [3, 4, 5]) if (groups.length >= count && isDivided(bytes, groups, count)) candidates.push(toCandidate(bytes, groups.slice(-count)));
    at = end + 1;
  }
  return candidates;
}

/** Divisions of numbers on cards, by count of groups. */
const divisions: { readonly [count: number]: readonly string[] } = { 3: ["4-6-5", "4-6-4"], 4: ["4-4-4-4"], 5: ["4-4-4-4-1", "4-4-4-4-2", "4-4-4-4-3"] };

/** Whether the last `count` groups are divided like a card's, with one separator throughout. */
function isDivided(bytes: Uint8Array, groups: readonly Run[], count: number): boolean {
  const first = groups.length - count;
  if (groups[first]!.end - groups[first]!.start !== 4) return false;
  let sizes = "4";
  for (let index = first + 1; index < groups.length; index++) {
    const { start, end } = groups[index]!;
    if (bytes[start - 1] !== bytes[groups[first + 1]!.start - 1]) return false;
    sizes += `-${end - start}`;
  }
  return divisions[count]!.includes(sizes);
}

function toCandidate(bytes: Uint8Array, groups: readonly Run[]): Candidate {
  return { start: groups[0]!.start, end: groups.at(-1)!.end, digits: groups.map((group) => toText(bytes, group.start, group.end)).join(""), grouped: true };
}

function judge(bytes: Uint8Array, candidate: Candidate): CardNumber | undefined {
  const { digits, start, end, grouped } = candidate;
  const issuer = findIssuer(digits);
  if (!issuer || isSequence(digits)) return undefined;
  if (!grouped && isBeforeLetter(bytes, end) && isSqliteField(bytes, candidate)) return { digits, start, end, network: issuer.network };
  if (!standsAlone(bytes, candidate)) return undefined;
  const context = toText(bytes, Math.max(0, start - AROUND), Math.min(bytes.length, end + AROUND));
  const isDoubtful = grouped ? isListed(context, toText(bytes, Math.max(0, start - 10), start), toText(bytes, end, Math.min(bytes.length, end + 10)))
    : issuer.doubtful || isPoor(digits) || isUnsure(bytes, candidate) || isNumberTable(context, digits.length);
  return isDoubtful && !testCards.has(digits) && !cardWords.test(context) ? undefined : { digits, start, end, network: issuer.network };
}

/** No part of a longer word, number, float, version, path or identifier. */
function standsAlone(bytes: Uint8Array, { start, end }: Run): boolean {
  const before = bytes[start - 1] ?? 0;
  const after = bytes[end] ?? 0;
  if (isWord(before) || isWord(after)) return false;
  if (before === 0x2e && (isDigit(bytes[start - 2] ?? 0) || !isText(bytes[start - 2] ?? 0x20))) return false;
  if ((after === 0x2e || after === DASH || after === 0x2f) && isWord(bytes[end + 1] ?? 0)) return false;
  // A dash between groups, a path, a fragment, an escape, a sum.
  if ((before === DASH || before === 0x2f || before === 0x23 || before === 0x25 || before === 0x2b) && (isWord(bytes[start - 2] ?? 0) || before !== DASH)) return false;
  return true;
}

/** Set off by nothing: in a file of records, as in a longer word. */
function isBeforeLetter(bytes: Uint8Array, end: number): boolean {
  const after = bytes[end] ?? 0;
  return isWord(after) && !isDigit(after);
}

/** One digit over and over, or counting. */
function isSequence(digits: string): boolean {
  return new Set(digits).size <= 1 || "01234567890123456789".includes(digits.slice(0, 10)) || "98765432109876543210".includes(digits.slice(0, 10));
}

/** Few different digits, or all of one to five: strokes, flags, counters. */
function isPoor(digits: string): boolean {
  return new Set(digits).size <= 4 || /^[1-5]*$/.test(digits);
}

/** Part of a longer row of numbers or codes. One more group behind it may be an expiry date or a verification value. */
function isListed(context: string, before: string, after: string): boolean {
  const codes = context.match(/\b(?=[0-9A-F]*[A-F])[0-9A-F]{4}\b/gi) ?? [];
  return codes.length >= 3 || /(?:\d|[0-9A-F]{4})[ -]$/i.test(before) || /^[ -](?:\d{1,2}|[0-9A-F]{4})[ -](?:\d|[0-9A-F]{4})/i.test(after);
}

/** Many long numbers close by that are no cards, or words of hexadecimal digits of the same length: constants, identifiers. A list of cards is none. */
function isNumberTable(context: string, length: number): boolean {
  const words = context.match(/[0-9A-Fa-f]{10,40}/g) ?? [];
  const numbers = words.filter((word) => /^\d{10,22}$/.test(word));
  const cards = numbers.filter((number) => number.length <= LONGEST && findIssuer(number) && hasCheckDigit(number));
  return (numbers.length >= 3 && cards.length * 2 < numbers.length) || words.filter((word) => word.length === length && /[a-f]/i.test(word)).length >= 2;
}

/** Among bytes that are no text a number stands for a card only where it is set off as a field is, and its digits are many. */
function isUnsure(bytes: Uint8Array, { start, end, digits }: Candidate): boolean {
  let strange = 0;
  for (let at = Math.max(0, start - 24); at < Math.min(bytes.length, end + 24); at++) if (!isText(bytes[at]!)) strange++;
  return strange > 8 && (new Set(digits).size < 6 || !isFieldEdge(bytes[start - 1] ?? 0) || !isFieldEdge(bytes[end] ?? 0));
}

/** Control characters, blanks, quotes, and `, : ; = |`. */
function isFieldEdge(byte: number): boolean {
  return byte <= 0x20 || byte >= 0x7f || byte === 0x22 || byte === 0x27 || byte === 0x2c || byte === 0x3a || byte === 0x3b || byte === 0x3d || byte === 0x7c;
}

function isWord(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f;
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function toText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
