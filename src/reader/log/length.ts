// Lines that no runner writes: they are examined like others, but whoever relies on the report should know that something else wrote the log.
import { countLines } from "../line.ts";

/** A line that is longer; `line` counts from 1, `bytes` without stamp and line end. */
export type LongLine = { readonly line: number; readonly bytes: number };

const NEWLINE = 0x0a;

/** Watches one log's text pass by. Looks for one line end in each `longest` bytes, not for every one. */
export class LineLengths {
  readonly found: LongLine[] = [];
  readonly #longest: number;
  /** Bytes of the line that has not ended yet. */
  #open = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** `line`: number of the line to which the text's first byte belongs. */
  read(text: Uint8Array, line: number): void {
    let start = 0;
    while (start < text.length) {
      // Up to there every line that ends is short enough.
      const reach = Math.max(start, start + this.#longest - this.#open + 1);
      const last = text.subarray(start, reach).lastIndexOf(NEWLINE);
      const end = last < 0 ? text.indexOf(NEWLINE, start) : start + last;
      if (end < 0) break;
      if (last < 0) this.found.push({ line: line + countLines(text.subarray(0, end)), bytes: this.#open + end - start });
      this.#open = 0;
      start = end + 1;
    }
    this.#open += text.length - start;
  }

  /** `line`: number of the log's last line. */
  end(line: number): void {
    if (this.#open > this.#longest) this.found.push({ line, bytes: this.#open });
  }
}
