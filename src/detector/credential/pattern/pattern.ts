// An expression of RE2 that can be asked for its matches; no expression and no text makes it take more than linear time.
import { Buffer } from "node:buffer";
import { Automaton } from "./automaton.ts";
import { compilePattern } from "./program.ts";
import { findMatch, type Slots, type Work } from "./threads.ts";

export type Span = readonly [start: number, end: number];

/** More than a path or a line can cost. */
const PATIENCE = 1 << 26;

export class Pattern {
  readonly #program;
  readonly #automaton;

  /** Throws PatternError. */
  constructor(source: string) {
    this.#program = compilePattern(source);
    this.#automaton = new Automaton(this.#program);
  }

  get groups(): number {
    return this.#program.groups;
  }

  /** Matches from left to right, none inside another; throws WorkLimit once `work` is used up. */
  *matches(bytes: Uint8Array, work: Work): Generator<Span> {
    let last = -1;
    for (let from = 0; from <= bytes.length;) {
      const extent = this.#automaton.find(bytes, from, work);
      if (!extent) return;
      const slots = findMatch(this.#program, bytes, { from: extent.from, work });
      const [start, end] = [slots?.[0] ?? extent.from, slots?.[1] ?? extent.end];
      if (start < end || start !== last) yield [start, end];
      last = end;
      from = end > start ? end : end + 1;
    }
  }

  /** Start and end of the first match and of its groups; -1 where a group took no part. */
  groupsIn(text: string, work: Work): Slots | undefined {
    return findMatch(this.#program, Buffer.from(text, "latin1"), { from: 0, work });
  }

  /** Whether there is a match in a path, a line or a value. */
  test(text: string): boolean {
    return this.#automaton.find(Buffer.from(text, "latin1"), 0, { left: PATIENCE }) !== undefined;
  }
}
