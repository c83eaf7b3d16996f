// Where steps begin in a job's log: the log itself does not say, the platform's clock and the runner's groups together do.
import type { RunStep } from "./scope.ts";

/** The first line of what a step prints (actions/runner: StepsRunner.cs, JobExtension.cs), behind the stamp. */
const OPENERS = [" ##[group]Run ", " Post job cleanup.", " Cleaning up orphan processes"];
const NEWLINE = 0x0a;
/** `yyyy-MM-ddTHH:mm:ss.fffffffZ`. */
const STAMP = 28;

type Opening = { readonly line: number; readonly second: string };

/** Watches one log pass by. */
export class StepLines {
  readonly #steps: readonly RunStep[];
  #openings: Opening[] = [];
  #line = 1;
  #tail: Buffer = Buffer.alloc(0);

  constructor(steps: readonly RunStep[]) {
    this.#steps = steps.filter(({ skipped }) => !skipped).toSorted((a, b) => a.number - b.number);
  }

  async *watch(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    this.#openings = [];
    this.#line = 1;
    this.#tail = Buffer.alloc(0);
    for await (const chunk of content) {
      if (this.#steps.length > 0) this.#read(chunk);
      yield chunk;
    }
  }

  /** The step that printed `line` and the line's number within it; undefined where the steps are not known. */
  locate(line: number): { step: number; line: number } | undefined {
    const starts = this.#match().filter((start) => start.line <= line);
    const last = starts.at(-1);
    return last && { step: last.step, line: line - last.line + 1 };
  }

  /** Lines over chunks' borders are put together; a line that is longer than that opens no step. */
  #read(chunk: Uint8Array): void {
    const bytes = Buffer.concat([this.#tail, chunk]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    const lines = bytes.subarray(0, end);
    const starts = OPENERS.flatMap((opener) => [...findLines(lines, opener)]).sort((a, b) => a - b);
    let counted = 0;
    for (const start of starts) {
      this.#line += countLines(lines.subarray(counted, start));
      counted = start;
      this.#openings.push({ line: this.#line, second: lines.toString("latin1", start, start + 19) });
    }
    this.#line += countLines(lines.subarray(counted));
    this.#tail = end === 0 && bytes.length > 1 << 16 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(end));
  }

  /** Each step takes the first opening that is left and not before its own beginning, in whole seconds as the platform tells it. */
  #match(): { step: number; line: number }[] {
    const [first, ...others] = this.#steps;
    if (!first) return [];
    const starts = [{ step: first.number, line: 1 }];
    let next = 0;
    for (const { number, startedAt } of others) {
      const second = startedAt?.slice(0, 19);
      if (second === undefined) continue;
      const found = this.#openings.findIndex((opening, index) => index >= next && opening.second >= second);
      const opening = this.#openings[found];
      if (!opening) continue;
      starts.push({ step: number, line: opening.line });
      next = found + 1;
    }
    return starts;
  }
}

/** Beginnings of lines that have `opener` behind their stamp. */
function* findLines(lines: Buffer, opener: string): Generator<number> {
  for (let at = lines.indexOf(opener); at >= 0; at = lines.indexOf(opener, at + 1)) {
    const start = at - STAMP;
    if (start >= 0 && lines[at - 1] === 0x5a && (start === 0 || lines[start - 1] === NEWLINE || lines[start - 1] === 0xbf)) yield start;
  }
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
