// Primary account numbers: digit runs with issuer, length and check digit, told from the many other numbers that have them by chance.
import { LONGEST, SHORTEST, type Run } from "../digit-run.ts";
import { isDigit, separatorAt } from "../separator.ts";
import { Context } from "./context.ts";
import { Digits } from "./digits.ts";
import { issuerOf, type Issue } from "./issuer.ts";
import { isSqliteField } from "./sqlite-record.ts";
import { areTestDigits } from "./test-card.ts";

export type CardNumber = {
  /** Offsets in the bytes; separators lie inside. */
  readonly start: number;
  readonly end: number;
  /** False for networks that issue numbers without a check digit. */
  readonly checked: boolean;
  readonly isTest: boolean;
};

/** The card numbers among `runs`, in order. */
export function findCardNumbers(bytes: Uint8Array, runs: readonly Run[]): CardNumber[] {
  const cutter = new Cutter(bytes);
  for (const run of runs) cutter.cut(run);
  return cutter.found;
}

/** Sizes of the groups on cards, four bits each, by their count. */
const threes = new Set([0x465, 0x464, 0x666, 0x667]);
const fours = new Set([0x4444, 0x4456]);
const fives = new Set([0x44441, 0x44442, 0x44443]);
const MOST_GROUPS = 5;
const DASH = 0x2d;

/** Tries the numbers that runs may hold: each undivided part of fitting length, and parts that are divided the way cards are. */
class Cutter {
  readonly found: CardNumber[] = [];
  readonly #bytes: Uint8Array;
  readonly #digits = new Digits();
  readonly #context: Context;
  /** Where the last groups begin, the latest one last. */
  readonly #starts = new Int32Array(MOST_GROUPS);
  /** Sizes of the last groups, four bits each. */
  #sizes = 0;
  /** How many gaps in a row have been the same, and what stood in the last one. */
  #same = 0;
  #gap = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#context = new Context(bytes);
  }

  cut(run: Run): void {
    this.#sizes = 0;
    this.#same = 0;
    this.#gap = 0;
    for (let at = run.start; at < run.end;) {
      let end = at;
      while (end < run.end && isDigit(this.#bytes[end]!)) end++;
      this.#take(at, end);
      const length = Math.max(1, separatorAt(this.#bytes, end));
      this.#pass(end, length);
      at = end + length;
    }
  }

  #take(start: number, end: number): void {
    const size = end - start;
    if (size >= SHORTEST && size <= LONGEST) this.#judge(start, end, false);
    this.#starts.copyWithin(0, 1);
    this.#starts[MOST_GROUPS - 1] = start;
    this.#sizes = size > 7 ? 0 : ((this.#sizes << 4) | size) & 0xfffff;
    if (this.#same >= 2 && threes.has(this.#sizes & 0xfff)) this.#judge(this.#starts[2]!, end, true);
    if (this.#same >= 3 && fours.has(this.#sizes & 0xffff)) this.#judge(this.#starts[1]!, end, true);
    if (this.#same >= 4 && fives.has(this.#sizes)) this.#judge(this.#starts[0]!, end, true);
  }

  /** The gap behind a group. */
  #pass(at: number, length: number): void {
    let gap = 0;
    for (let next = at; next < at + length; next++) gap = (gap << 8) | this.#bytes[next]!;
    this.#same = gap === this.#gap ? this.#same + 1 : 1;
    this.#gap = gap;
  }

  #judge(start: number, end: number, grouped: boolean): void {
    if (this.found.at(-1)?.start === start) return;
    const isSetOff = this.#context.standsAlone(start, end);
    // In a file of records nothing sets a field off from the next.
    const mayBeField = !grouped && this.#context.startsLetter(end);
    if (!isSetOff && !mayBeField) return;
    const digits = this.#digits;
    digits.read(this.#bytes, start, end);
    const issuer = issuerOf(digits.leading, digits.length);
    if (!issuer) return;
    const checked = digits.hasCheckDigit;
    if ((!checked && !issuer.unchecked) || (digits.isSequence && !areTestDigits(digits))) return;
    const isField = checked && mayBeField && isSqliteField(this.#bytes, { start, end });
    if (!isField && !(isSetOff && this.#isBelievable(issuer, { start, end, grouped, checked }))) return;
    this.found.push({ start, end, checked, isTest: areTestDigits(digits) });
  }

  #isBelievable(issuer: Issue, { start, end, grouped, checked }: Run & { readonly grouped: boolean; readonly checked: boolean }): boolean {
    const context = this.#context;
    const digits = this.#digits;
    if (!checked) return context.namesCardBefore(start);
    const isDoubtful = grouped ? context.isListed(start, end) || digits.isCounting || (issuer.doubtful && (this.#gap & 0xff) !== DASH)
      : issuer.doubtful || digits.isPoor || context.isUnsure({ start, end, isVaried: digits.isVaried }) || context.isNumberTable(start, end) || context.isNamedOtherwise(start);
    return !isDoubtful || areTestDigits(digits) || context.namesCard(start, end);
  }
}
