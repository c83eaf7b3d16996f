// Primary account numbers: digit runs with issuer, length and check digit, told from the many other numbers that have them by chance.
import { DASH, isDigit, LONGEST, SHORTEST, type Run } from "./digit-run.ts";
import { findIssuer } from "./issuer.ts";
import { hasCheckDigit } from "./luhn.ts";

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
      const card = judge(bytes, candidate);
      if (card && found.at(-1)?.start !== card.start) found.push(card);
    }
  }
  return found;
}

type Candidate = Run & { readonly digits: string; readonly grouped: boolean };
type Group = Run & { readonly digits: string };

/** Numbers that the run may hold: each undivided group of fitting length, and groups that are divided the way cards are. */
function* cutRun(bytes: Uint8Array, run: Run): Generator<Candidate> {
  let groups: Group[] = [];
  for (let at = run.start; at < run.end;) {
    let stop = at;
    while (stop < run.end && isDigit(bytes[stop]!)) stop++;
    const long = stop - at > LONGEST;
    const group = { start: at, end: stop, digits: long ? "" : toText(bytes, at, stop) };
    if (!long && stop - at >= SHORTEST) yield { ...group, grouped: false };
    groups.push(group);
    if (groups.length > 5) groups = groups.slice(1);
    at = stop + 1;
    yield* cutGroups(bytes, groups, stop === run.end);
  }
}

/** The last groups seen, where they are grouped as 4-4-4-4, 4-4-4-4-1…3, 4-6-5 or 4-6-4 with one separator throughout. */
function* cutGroups(bytes: Uint8Array, groups: readonly Group[], last: boolean): Generator<Candidate> {
  for (const count of [3, 4, 5]) {
    const part = groups.slice(-count);
    const [first] = part;
    const final = part.at(-1);
    if (part.length < count || !first || !final) continue;
    if (count === 4 && !last && bytes[final.end] === DASH) continue;
    const sizes = part.map((group) => group.digits.length).join("-");
    if (!/^(?:4-4-4-4(?:-[123])?|4-6-[45])$/.test(sizes)) continue;
    if (new Set(part.slice(1).map((group) => bytes[group.start - 1])).size !== 1) continue;
    yield { start: first.start, end: final.end, digits: part.map((group) => group.digits).join(""), grouped: true };
  }
}

function judge(bytes: Uint8Array, candidate: Candidate): CardNumber | undefined {
  const issuer = findIssuer(candidate.digits);
  if (!issuer || !hasCheckDigit(candidate.digits) || isSequence(candidate.digits) || !standsAlone(bytes, candidate)) return undefined;
  const context = toText(bytes, Math.max(0, candidate.start - AROUND), Math.min(bytes.length, candidate.end + AROUND));
  const named = cardWords.test(context);
  if (issuer.doubtful && !named && !candidate.grouped) return undefined;
  if (!named && !candidate.grouped && (isNumberTable(context) || isUnsure(bytes, candidate))) return undefined;
  return { digits: candidate.digits, start: candidate.start, end: candidate.end, network: issuer.network };
}

/** No part of a longer word, number, float, version, path or identifier. */
function standsAlone(bytes: Uint8Array, { start, end }: Run): boolean {
  const before = bytes[start - 1] ?? 0;
  const after = bytes[end] ?? 0;
  if (isWord(before) || isWord(after)) return false;
  if (before === 0x2e && (isDigit(bytes[start - 2] ?? 0) || !isText(bytes[start - 2] ?? 0x20))) return false;
  if ((after === 0x2e || after === DASH || after === 0x2f) && isWord(bytes[end + 1] ?? 0)) return false;
  if ((before === DASH || before === 0x2f || before === 0x23 || before === 0x25 || before === 0x2b) && (isWord(bytes[start - 2] ?? 0) || before !== DASH)) return false;
  return true;
}

/** One digit over and over, or counting. */
function isSequence(digits: string): boolean {
  return new Set(digits).size <= 1 || "01234567890123456789".includes(digits.slice(0, 10)) || "98765432109876543210".includes(digits.slice(0, 10));
}

/** Many long numbers close by that are no cards: a table of constants or identifiers. A list of cards is none. */
function isNumberTable(context: string): boolean {
  const numbers = context.match(/\d{10,22}/g) ?? [];
  const cards = numbers.filter((number) => number.length <= LONGEST && findIssuer(number) && hasCheckDigit(number));
  return numbers.length >= 3 && cards.length * 2 < numbers.length;
}

/** Among bytes that are no text a number stands for a card only where it is set off on both sides. */
function isUnsure(bytes: Uint8Array, { start, end }: Run): boolean {
  let strange = 0;
  for (let at = Math.max(0, start - 24); at < Math.min(bytes.length, end + 24); at++) if (!isText(bytes[at]!)) strange++;
  return strange > 8 && end - start !== 16;
}

function isWord(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f;
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function toText(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
