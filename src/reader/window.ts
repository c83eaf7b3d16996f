// Cuts a stream into overlapping windows, in constant memory.
import type { Place } from "../finding/index.ts";
import { OVERLAP_BYTES, WINDOW_BYTES, type Fragment } from "./fragment.ts";
import { countLines } from "./line.ts";

/** Windows of `content`; an empty stream yields none. Chunking never changes what comes out. */
export async function* toFragments(place: Place, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Fragment> {
  const cutter = new WindowCutter(place);
  for await (const chunk of content) yield* cutter.push(chunk);
  yield* cutter.end();
}

/** The same, for a reader that makes two streams out of one and so has to hand over the bytes itself. */
export class WindowCutter {
  readonly #place: Place;
  #held: Uint8Array[] = [];
  #size = 0;
  #start = 0;
  #line = 1;

  constructor(place: Place) {
    this.#place = place;
  }

  /** The windows that `chunk` completes. The chunk is kept, so its memory must not be written to again. */
  push(chunk: Uint8Array): Fragment[] {
    this.#held.push(chunk);
    this.#size += chunk.length;
    if (this.#size <= WINDOW_BYTES + OVERLAP_BYTES) return [];
    const windows: Fragment[] = [];
    let bytes = join(this.#held, this.#size);
    while (bytes.length > WINDOW_BYTES + OVERLAP_BYTES) {
      windows.push(this.#toWindow(bytes.subarray(0, WINDOW_BYTES + OVERLAP_BYTES), WINDOW_BYTES));
      this.#line += countLines(bytes.subarray(0, WINDOW_BYTES));
      this.#start += WINDOW_BYTES;
      bytes = bytes.subarray(WINDOW_BYTES);
    }
    this.#held = [bytes];
    this.#size = bytes.length;
    return windows;
  }

  /** The last window, unless there was nothing. */
  end(): Fragment[] {
    return this.#size > 0 ? [this.#toWindow(join(this.#held, this.#size), this.#size)] : [];
  }

  #toWindow(bytes: Uint8Array, owned: number): Fragment {
    return { kind: "fragment", place: this.#place, bytes, start: this.#start, line: this.#line, owned };
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}
