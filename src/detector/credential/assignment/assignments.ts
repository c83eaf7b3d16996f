// Assignments in one window, read and judged only where nothing narrower names the value: most values on most lines have a rule of their own or are nothing.
import { Buffer } from "node:buffer";
import { previewCredential } from "../../../finding/index.ts";
import type { Match } from "../../detector.ts";
import type { Spanned } from "../../spans.ts";
import { readAssignment, type Assignment } from "./assignment.ts";
import { keepsPromise, readPromise } from "../generic.ts";
import { toExample } from "../judgement/judge.ts";
import { isPublishedExample } from "../judgement/published.ts";
import { breadths, type CredentialRule } from "../rule.ts";
import { Texts } from "./texts.ts";
import { createValueReader, type ValueReader } from "./value.ts";

export const RANK = breadths.indexOf("generic");
const preview = previewCredential("");

/** In prose a name has blanks: `next page token: …`. */
const harmlessBefore = /\b(?:next|page|continuation|csrf|sync|public) $/i;

/** How far behind its operator a value begins, ends, and may end. */
const FARTHEST_START = 16;
const NEAREST_END = 7;
const FARTHEST_END = 1 << 10;
const GREATER = 0x3e;
const UNASKED = 0;
const YES = 1;
const NO = 2;

export class Assignments {
  readonly #bytes: Buffer;
  readonly #trusted: boolean;
  readonly #values: ValueReader;
  readonly #texts: Texts;
  /** Offsets of operators, and of the blanks behind options, in ascending order. */
  readonly #places: number[] = [];
  /** Of each whether it is one, as far as that has been asked. */
  #answers = new Uint8Array(0);
  /** The furthest end of those up to each. */
  #reach = new Int32Array(0);

  /** `trusted` places hold settings and no prose. */
  constructor(bytes: Uint8Array, trusted: boolean) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#trusted = trusted;
    this.#values = createValueReader(this.#bytes, trusted);
    this.#texts = new Texts(this.#bytes);
  }

  get isEmpty(): boolean {
    return this.#places.length === 0;
  }

  /** With its operator at `at`, or the blank behind an option; in ascending order. */
  add(at: number): void {
    this.#places.push(at);
  }

  /** Those whose values overlap with none of `taken`, which come in order. */
  find(rule: CredentialRule, taken: readonly Spanned[]): Match[] {
    const found: Match[] = [];
    this.#answers = new Uint8Array(this.#places.length);
    this.#reach = new Int32Array(this.#places.length);
    let next = 0;
    let reach = 0;
    for (let n = 0; n < this.#places.length; n++) {
      const at = this.#places[n]!;
      while (next < taken.length && taken[next]!.end <= at) next++;
      const isNamed = next < taken.length && this.#isSureToMeet(at, taken[next]!);
      const assignment = isNamed ? undefined : this.#at(n);
      reach = Math.max(reach, isNamed ? at + FARTHEST_END : assignment?.end ?? 0);
      this.#reach[n] = reach;
      if (assignment && !meets(assignment, taken, next) && this.#hold(n, assignment)) found.push(new GenericCredential(rule, this.#bytes, assignment));
    }
    return found;
  }

  /** Whether the value behind an operator overlaps with the span, if there is one. */
  #isSureToMeet(at: number, { start, end }: Spanned): boolean {
    return start < at + NEAREST_END && end > at + FARTHEST_START && this.#bytes[at] !== GREATER;
  }

  #at(n: number): Assignment | undefined {
    const read = readAssignment(this.#bytes, this.#places[n]!, this.#values);
    return read && readPromise(read.name) !== undefined ? read : undefined;
  }

  #hold(n: number, assignment: Assignment): boolean {
    if (this.#answers[n] === UNASKED) this.#answers[n] = !this.#isWithin(n, assignment.start) && this.#judge(assignment) ? YES : NO;
    return this.#answers[n] === YES;
  }

  /** What begins within a value is part of it. */
  #isWithin(n: number, start: number): boolean {
    for (let before = n - 1; before >= 0 && this.#reach[before]! > start; before--) {
      const assignment = this.#answers[before] === NO ? undefined : this.#at(before);
      if (assignment && assignment.end > start && this.#hold(before, assignment)) return true;
    }
    return false;
  }

  #judge(assignment: Assignment): boolean {
    const { start, end, from } = assignment;
    if (!keepsPromise(assignment, this.#texts.slice(start, end), this.#trusted)) return false;
    return this.#bytes[from - 1] !== 0x20 || !harmlessBefore.test(this.#bytes.toString("latin1", Math.max(0, from - 16), from));
  }
}

/** Whether the span overlaps with one of `taken` from the number on. */
function meets({ start, end }: Spanned, taken: readonly Spanned[], from: number): boolean {
  for (let next = from; next < taken.length && taken[next]!.start < end; next++) if (taken[next]!.end > start) return true;
  return false;
}

class GenericCredential implements Match {
  readonly rule: CredentialRule;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly rank = RANK;
  readonly preview = preview;
  readonly #bytes: Buffer;

  constructor(rule: CredentialRule, bytes: Buffer, { start, end, from }: Assignment) {
    this.rule = rule;
    this.start = start;
    this.end = end;
    this.from = from;
    this.#bytes = bytes;
  }

  settle() {
    return isPublishedExample(this.#bytes.toString("latin1", this.start, this.end)) ? toExample(this.rule) : this.rule;
  }
}
