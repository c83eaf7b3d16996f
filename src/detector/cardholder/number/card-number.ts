// Primary account numbers: digit runs with issuer, length and check digit, told from the many other numbers that have them by chance.
import { previewCardNumber, type Preview } from "../../../finding/index.ts";
import type { Match, RuleInfo } from "../../detector.ts";
import { LONGEST, SHORTEST, type Run } from "../digit-run.ts";
import { cardNumber, testCardNumber } from "../rules.ts";
import { isDigit, separatorAt } from "../separator.ts";
import { Context } from "./context.ts";
import { Digits } from "./digits.ts";
import { issuerOf, type Issue } from "./issuer.ts";
import { isSqliteField } from "./sqlite-record.ts";
import { isTestCard } from "./test-card.ts";

export type Place = {
  /** Offsets in the bytes; separators lie inside. */
  readonly start: number;
  readonly end: number;
  /** False for networks that issue numbers without a check digit. */
  readonly checked: boolean;
  readonly isTest: boolean;
};

/** Its preview is made when it is asked for: most of a dump's numbers are only counted. */
export class CardNumber implements Match {
  readonly rule: RuleInfo;
  readonly start: number;
  readonly end: number;
  readonly rank = 0;
  readonly confirmedBy?: "luhn";
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, { start, end, checked, isTest }: Place) {
    this.rule = isTest ? testCardNumber : cardNumber;
    this.start = start;
    this.end = end;
    if (checked) this.confirmedBy = "luhn";
    this.#bytes = bytes;
  }

  get preview(): Preview {
    const digits = new Digits();
    digits.read(this.#bytes, this.start, this.end);
    return previewCardNumber(digits.toString());
  }
}

/** The card numbers among `runs`, in order. */
export function findCardNumbers(bytes: Uint8Array, runs: readonly Run[]): CardNumber[] {
  const cutter = new Cutter(bytes);
  for (let n = 0; n < runs.length; n++) cutter.cut(runs[n]!);
  return cutter.found;
}

const DASH = 0x2d;

/** Whether the last groups are divided as on cards, and how many they are; `sizes` has four bits for each. */
function countGroups(sizes: number, same: number): number {
  const three = sizes & 0xfff;
  if (same >= 2 && (three === 0x465 || three === 0x464 || three === 0x666 || three === 0x667)) return 3;
  const four = sizes & 0xffff;
  if (same >= 3 && (four === 0x4444 || four === 0x4456)) return 4;
  return same >= 4 && sizes >= 0x44441 && sizes <= 0x44443 ? 5 : 0;
}

/** Tries the numbers that runs may hold: each undivided part of fitting length, and parts that are divided the way cards are. */
class Cutter {
  readonly found: CardNumber[] = [];
  readonly #bytes: Uint8Array;
  readonly #digits = new Digits();
  readonly #context: Context;
  /** Where the last groups begin, each at its number modulo eight. */
  readonly #starts = new Int32Array(8);
  #groups = 0;
  /** Sizes of the last five, four bits each. */
  #sizes = 0;
  /** How many gaps in a row have been the same, and what stood in the last one. */
  #same = 0;
  #gap = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#context = new Context(bytes);
  }

  cut(run: Run): void {
    const bytes = this.#bytes;
    this.#sizes = 0;
    this.#same = 0;
    this.#gap = 0;
    for (let at = run.start; ;) {
      let end = at;
      while (end < run.end && isDigit(bytes[end]!)) end++;
      this.#take(at, end);
      if (end >= run.end) return;
      at = end + this.#pass(end);
    }
  }

  #take(start: number, end: number): void {
    const size = end - start;
    if (size >= SHORTEST && size <= LONGEST) this.#judge(start, end, false);
    this.#starts[this.#groups++ & 7] = start;
    this.#sizes = size > 7 ? 0 : ((this.#sizes << 4) | size) & 0xfffff;
    const count = this.#same >= 2 ? countGroups(this.#sizes, this.#same) : 0;
    if (count > 0) this.#judge(this.#starts[(this.#groups - count) & 7]!, end, true);
  }

  /** The gap behind a group, which ends at `at`; gives its length. */
  #pass(at: number): number {
    const length = separatorAt(this.#bytes, at);
    let gap = 0;
    for (let next = at; next < at + length; next++) gap = (gap << 8) | this.#bytes[next]!;
    this.#same = gap === this.#gap ? this.#same + 1 : 1;
    this.#gap = gap;
    return length;
  }

  #judge(start: number, end: number, grouped: boolean): void {
    if (this.found.length > 0 && this.found[this.found.length - 1]!.start === start) return;
    const isSetOff = this.#context.standsAlone(start, end);
    // In a file of records nothing sets a field off from the next.
    const mayBeField = !grouped && this.#context.startsLetter(end);
    if (!isSetOff && !mayBeField) return;
    const digits = this.#digits;
    digits.read(this.#bytes, start, end);
    const issuer = issuerOf(digits);
    if (!issuer) return;
    const checked = digits.hasCheckDigit;
    if ((!checked && !issuer.unchecked) || (digits.isSequence && !isTestCard(digits))) return;
    const isField = checked && mayBeField && isSqliteField(this.#bytes, { start, end });
    if (!isField && !(isSetOff && this.#isBelievable(issuer, { start, end, grouped, checked }))) return;
    this.found.push(new CardNumber(this.#bytes, { start, end, checked, isTest: isTestCard(digits) }));
  }

  #isBelievable(issuer: Issue, { start, end, grouped, checked }: Run & { readonly grouped: boolean; readonly checked: boolean }): boolean {
    const context = this.#context;
    const digits = this.#digits;
    if (!checked) return context.namesCardBefore(start);
    const isDoubtful = grouped ? context.isListed(start, end) || digits.isCounting || (issuer.doubtful && (this.#gap & 0xff) !== DASH)
      : issuer.doubtful || digits.isPoor || context.isUnsure(start, end, digits) || context.isNumberTable(start, end) || context.isNamedOtherwise(start);
    return !isDoubtful || isTestCard(digits) || context.namesCard(start, end);
  }
}
