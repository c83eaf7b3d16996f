// A run's archive holds most lines twice, in the step's log and in the job's: one leak is one finding, told where the step is known.
import { createHash } from "node:crypto";
import { Buffer } from "node:buffer";
import type { FindingDraft, LogPlace } from "../../finding/index.ts";
import type { Fragment } from "../../reader/index.ts";

const NEWLINE = 0x0a;
const MAX_LINE_BYTES = 4096;

/** Steps' logs come first; what the log of the whole job repeats of them is a copy, as often as they hold it. */
export class CopyMemory {
  readonly #inSteps = new Map<string, number>();

  isCopy(finding: FindingDraft, fragment: Fragment): boolean {
    const { place } = fragment;
    if (place.kind !== "log" || place.job === undefined) return false;
    const key = toKey(finding, fragment, place);
    const count = this.#inSteps.get(key) ?? 0;
    if (place.step !== undefined) {
      this.#inSteps.set(key, count + 1);
      return false;
    }
    this.#inSteps.set(key, count - 1);
    return count > 0;
  }
}

/** Rule, job and a digest of the line, which stays in memory. What a whole log shows has no line of its own to compare. */
function toKey(finding: FindingDraft, fragment: Fragment, place: LogPlace): string {
  const offset = finding.location.kind === "log" ? finding.location.offset : undefined;
  const line = offset === undefined ? "" : digestLine(fragment.bytes, offset - fragment.start);
  return JSON.stringify([place.job, finding.ruleId, finding.decoded, line]);
}

function digestLine(bytes: Uint8Array, at: number): string {
  const from = Math.max(0, at - MAX_LINE_BYTES);
  const start = bytes.subarray(from, at).lastIndexOf(NEWLINE) + from + 1;
  const newline = bytes.indexOf(NEWLINE, at);
  const end = Math.min(newline < 0 ? bytes.length : newline, at + MAX_LINE_BYTES);
  return createHash("sha256").update(Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, end - start))).digest("hex");
}
