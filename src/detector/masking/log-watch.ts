// What no single line shows: pauses that never end, debug output throughout, masks that cut words again and again.
import type { FindingDraft, LogPlace } from "../../finding/index.ts";
import { previewNothing } from "../../finding/index.ts";
import type { Fragment } from "../../reader/index.ts";
import type { RuleInfo } from "../detector.ts";
import { MASK } from "./near-miss.ts";
import { commandsStopped, debugLogging, overMasking } from "./rules.ts";
import { findMarks } from "./sieve/index.ts";

/** A single debug line may be an echo; the runner's own debug output is hundreds. */
const MANY_DEBUG_LINES = 25;
/** A masked word here and there is chance; a shredded log is not. */
const MANY_CUT_WORDS = 20;
const NEWLINE = 0x0a;

type Tally = { count: number; line: number };

export class LogWatch {
  /** The line of the pause that lasts. */
  #stoppedAt: number | undefined;
  readonly #debug: Tally = { count: 0, line: 0 };
  readonly #cutWords: Tally = { count: 0, line: 0 };

  see(fragment: Fragment): void {
    for (const mark of fragment.marks ?? []) {
      if (mark.kind === "stop") this.#stoppedAt = mark.line;
      if (mark.kind === "resume") this.#stoppedAt = undefined;
      if (mark.kind === "debug") add(this.#debug, mark.count, mark.line);
    }
    const { bytes } = fragment;
    for (const { start: at } of findMarks(bytes).of("mask")) {
      if (at >= fragment.owned) break;
      if (!isLetter(bytes[at - 1]) || !isLetter(bytes[at + MASK.length])) continue;
      add(this.#cutWords, 1, this.#cutWords.count > 0 ? 0 : fragment.line + countLines(bytes, at));
    }
  }

  /** The findings of the whole log. */
  conclude(place: LogPlace): FindingDraft[] {
    return [
      ...(this.#stoppedAt === undefined ? [] : [toFinding(commandsStopped, place, this.#stoppedAt)]),
      ...(this.#debug.count < MANY_DEBUG_LINES ? [] : [toFinding(debugLogging, place, this.#debug.line)]),
      ...(this.#cutWords.count < MANY_CUT_WORDS ? [] : [toFinding(overMasking, place, this.#cutWords.line)]),
    ];
  }
}

function add(tally: Tally, count: number, line: number): void {
  if (tally.count === 0) tally.line = line;
  tally.count += count;
}

function toFinding(rule: RuleInfo, place: LogPlace, line: number): FindingDraft {
  const { id, title, severity, controls, remediation } = rule;
  return { ruleId: id, title, severity, controls: [...controls], remediation, preview: previewNothing("no value"), decoded: [], location: { ...place, line } };
}

function countLines(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}
