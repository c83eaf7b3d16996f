// Assignments in one window, judged only where nothing narrower names the value: most values on most lines have a rule of their own or are nothing.
import { Buffer } from "node:buffer";
import { previewCredential } from "../../../finding/index.ts";
import type { Match } from "../../detector.ts";
import { readAssignment, readOption, type Assignment } from "./assignment.ts";
import { keepsPromise, readPromise } from "../generic.ts";
import { toExample } from "../judgement/judge.ts";
import { isPublishedExample } from "../judgement/published.ts";
import { breadths, type CredentialRule } from "../rule.ts";
import { createValueReader, type ValueReader } from "./value.ts";

const RANK = breadths.indexOf("generic");

/** In prose a name has blanks: `next page token: …`. */
const harmlessBefore = /\b(?:next|page|continuation|csrf|sync|public) $/i;

export class Assignments {
  readonly #bytes: Buffer;
  readonly #trusted: boolean;
  readonly #values: ValueReader;
  readonly #read: Assignment[] = [];
  /** Whether each is one, as far as that has been asked. */
  readonly #holds: (boolean | undefined)[] = [];
  /** The furthest end of those up to each. */
  readonly #reach: number[] = [];

  /** `trusted` places hold settings and no prose. */
  constructor(bytes: Uint8Array, trusted: boolean) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#trusted = trusted;
    this.#values = createValueReader(this.#bytes, trusted);
  }

  /** With its operator at `at`; in ascending order. */
  add(at: number): void {
    this.#keep(readAssignment(this.#bytes, at, this.#values));
  }

  /** A command line option that ends at `at`. */
  addOption(at: number): void {
    this.#keep(readOption(this.#bytes, at, this.#values));
  }

  toMatches(rule: CredentialRule): Match[] {
    const preview = previewCredential("");
    return this.#read.map(({ start, end, from }, index) => ({
      rule, start, end, from, rank: RANK, preview,
      holds: () => this.#hold(index),
      settle: () => (isPublishedExample(this.#bytes.toString("latin1", start, end)) ? toExample(rule) : rule),
    }));
  }

  #keep(assignment: Assignment | undefined): void {
    if (!assignment || readPromise(assignment.name) === undefined) return;
    this.#reach.push(Math.max(this.#reach.at(-1) ?? 0, assignment.end));
    this.#read.push(assignment);
    this.#holds.push(undefined);
  }

  /** What begins within a value is part of it. */
  #hold(index: number): boolean {
    const known = this.#holds[index];
    if (known !== undefined) return known;
    const holds = !this.#isWithin(index) && this.#judge(this.#read[index]!);
    this.#holds[index] = holds;
    return holds;
  }

  #isWithin(index: number): boolean {
    const { start } = this.#read[index]!;
    for (let before = index - 1; before >= 0 && this.#reach[before]! > start; before--) if (this.#read[before]!.end > start && this.#hold(before)) return true;
    return false;
  }

  #judge(assignment: Assignment): boolean {
    const { start, end, from } = assignment;
    if (!keepsPromise(assignment, this.#bytes.toString("latin1", start, end), this.#trusted)) return false;
    return this.#bytes[from - 1] !== 0x20 || !harmlessBefore.test(this.#bytes.toString("latin1", Math.max(0, from - 16), from));
  }
}
