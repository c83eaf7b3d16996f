// The host of wasm/text.ts: takes away what the runner and the system put around each line, so that values which were wrapped stand
// together again, and cuts what is left into windows.
import type { Place } from "../../finding/index.ts";
import { ensureMemory, startModule } from "../../web-assembly/index.ts";
import { OVERLAP_BYTES, WINDOW_BYTES, type Fragment } from "../fragment.ts";
import { textModule } from "./module.generated.ts";

type Exports = {
  place(input: number, text: number): void;
  begin(): void;
  inputEnd(): number;
  clean(size: number, final: boolean): number;
  drop(size: number): number;
  readonly lines: { readonly value: number };
};

/** Is shown the text as it comes, with the number of the line to which its first byte belongs; the bytes are others afterwards. */
type See = (text: Uint8Array, line: number) => void;

/** Bytes that are cleaned at a time. */
const STEP = 1 << 20;
/** More than ever waits for what follows, and more than is read and written behind what counts. */
const SLACK = 1 << 8;
const INPUT = 1 << 10;
const TEXT = INPUT + STEP + SLACK;
const FULL = WINDOW_BYTES + OVERLAP_BYTES;
const MEMORY = TEXT + FULL + STEP + 2 * SLACK;

/**
 * One log's text after the other in windows, without byte order marks and stamps at the beginning of lines and without carriage returns before
 * their ends. Lines stay lines, so their numbers are those of the original; everything else stays as it is. Chunking never changes what comes out.
 */
export class LogText {
  readonly #exports: Exports;
  readonly #bytes: Uint8Array;
  #place: Place = { kind: "log", file: "" };
  #see: See = () => undefined;
  #size = 0;
  #start = 0;
  #line = 1;

  constructor() {
    const { exports, memory } = startModule<Exports>(textModule);
    ensureMemory(memory, MEMORY);
    exports.place(INPUT, TEXT);
    this.#exports = exports;
    this.#bytes = new Uint8Array(memory.buffer);
  }

  /** Ends of lines so far. */
  get lines(): number {
    return this.#exports.lines.value;
  }

  begin(place: Place, see: See): void {
    this.#exports.begin();
    [this.#place, this.#see] = [place, see];
    [this.#size, this.#start, this.#line] = [0, 0, 1];
  }

  /** The windows that `chunk` completes. */
  push(chunk: Uint8Array): Fragment[] {
    const windows: Fragment[] = [];
    for (let at = 0; at < chunk.length; at += STEP) {
      this.#clean(chunk.subarray(at, at + STEP));
      while (this.#size > FULL) windows.push(this.#cut());
    }
    return windows;
  }

  /** The last window, unless there was nothing. */
  end(): Fragment[] {
    this.#clean();
    const windows = this.#size > FULL ? [this.#cut()] : [];
    return this.#size > 0 ? [...windows, this.#toWindow(this.#size, this.#size)] : windows;
  }

  /** Without a chunk, what waits for what follows. */
  #clean(chunk?: Uint8Array): void {
    const { inputEnd, clean } = this.#exports;
    const [before, line] = [this.#size, this.lines + 1];
    if (chunk) this.#bytes.set(chunk, inputEnd());
    this.#size = clean(chunk?.length ?? 0, chunk === undefined);
    this.#see(this.#bytes.subarray(TEXT + before, TEXT + this.#size), line);
  }

  #cut(): Fragment {
    const window = this.#toWindow(FULL, WINDOW_BYTES);
    this.#line += this.#exports.drop(WINDOW_BYTES);
    this.#start += WINDOW_BYTES;
    this.#size -= WINDOW_BYTES;
    return window;
  }

  #toWindow(size: number, owned: number): Fragment {
    return { kind: "fragment", place: this.#place, bytes: this.#bytes.slice(TEXT, TEXT + size), start: this.#start, line: this.#line, owned };
  }
}
