// Whole stores of secrets in one piece of text, whichever encoding they came out of.
import type { Buffer } from "node:buffer";
import { previewNothing } from "../../finding/index.ts";
import type { Match, RuleInfo } from "../detector.ts";
import { runnerMemoryDump, secretsContextDump } from "./rules.ts";
import type { LogMarks } from "./sieve/index.ts";
import { textAfter } from "./text.ts";

/** Hits this close belong to one dump: a finding for each of its secrets would only hide the others. */
const SAME_DUMP_BYTES = 8192;

const memoryMark = /^\\{0,3}"\s{0,2}:\s{0,2}true/;
const contextMark = /^\\{0,3}"\s{0,2}:\s{0,2}\\{0,3}"[^\n]{0,400}/;
/** Keys of the context stand as upper case names beside `github_token`. */
const neighbour = /\\{0,3}"[A-Z_][A-Z0-9_]{1,80}\\{0,3}"\s{0,2}:\s{0,2}\\{0,3}"/;

/** `"isSecret":true` as the runner's memory holds it, and the object that `toJSON(secrets)` prints. */
export function findDumps(bytes: Buffer, marks: LogMarks): Match[] {
  const memory = merge(findWords(marks, MEMORY, (at) => memoryMark.test(textAfter(bytes, at, 24))), runnerMemoryDump);
  const context = merge(findWords(marks, CONTEXT, (at) => contextMark.test(textAfter(bytes, at, 500)) && hasNeighbour(bytes, at)), secretsContextDump);
  return [...memory, ...context];
}

type Span = { start: number; end: number };

/** `isSecret` and `"github_token`, as the sieve tells them apart. */
const MEMORY = 0;
const CONTEXT = 1;

/** Words where `accept` agrees with what follows. */
function* findWords(marks: LogMarks, word: number, accept: (after: number) => boolean): Generator<Span> {
  for (const { start, end, seen } of marks.of("dump")) if (seen === word && accept(end)) yield { start, end };
}

function hasNeighbour(bytes: Buffer, at: number): boolean {
  return neighbour.test(bytes.toString("latin1", Math.max(0, at - 1000), Math.min(bytes.length, at + 1000)));
}

function merge(spans: Iterable<Span>, rule: RuleInfo): Match[] {
  const dumps: Span[] = [];
  for (const span of spans) {
    const last = dumps.at(-1);
    if (last && span.start - last.end < SAME_DUMP_BYTES) last.end = span.end;
    else dumps.push({ ...span });
  }
  return dumps.map(({ start, end }) => ({ rule, start, end, preview: previewNothing("dump"), confirmedBy: "structure" }));
}
