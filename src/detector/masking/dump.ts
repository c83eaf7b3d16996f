// Whole stores of secrets in one piece of text, whichever encoding they came out of.
import type { Buffer } from "node:buffer";
import { previewNothing } from "../../finding/index.ts";
import type { Match, RuleInfo } from "../detector.ts";
import { runnerMemoryDump, secretsContextDump } from "./rules.ts";
import { findAll, textAfter } from "./text.ts";

/** Hits this close belong to one dump: a finding for each of its secrets would only hide the others. */
const SAME_DUMP_BYTES = 8192;

const memoryMark = /^\\{0,3}"\s{0,2}:\s{0,2}true/;
const contextMark = /^\\{0,3}"\s{0,2}:\s{0,2}\\{0,3}"[^\n]{0,400}/;
/** Keys of the context stand as upper case names beside `github_token`. */
const neighbour = /\\{0,3}"[A-Z_][A-Z0-9_]{1,80}\\{0,3}"\s{0,2}:\s{0,2}\\{0,3}"/;

/** `"isSecret":true` as the runner's memory holds it, and the object that `toJSON(secrets)` prints. */
export function findDumps(bytes: Buffer): Match[] {
  const memory = merge(findMarks(bytes, "isSecret", (at) => memoryMark.test(textAfter(bytes, at, 24))), runnerMemoryDump);
  const context = merge(findMarks(bytes, '"github_token', (at) => contextMark.test(textAfter(bytes, at, 500)) && hasNeighbour(bytes, at)), secretsContextDump);
  return [...memory, ...context];
}

type Span = { start: number; end: number };

/** Offsets where `word` ends and `accept` agrees with what follows. */
function* findMarks(bytes: Buffer, word: string, accept: (after: number) => boolean): Generator<Span> {
  for (const at of findAll(bytes, word)) if (accept(at + word.length)) yield { start: at, end: at + word.length };
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
