// Cuts a stream into overlapping windows, in constant memory.
import type { Place } from "../finding/index.ts";
import { OVERLAP_BYTES, WINDOW_BYTES, type Fragment } from "./fragment.ts";

const NEWLINE = 0x0a;

/** Windows of `content`; an empty stream yields none. Chunking never changes what comes out. */
export async function* toFragments(place: Place, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Fragment> {
  let held: Uint8Array[] = [];
  let size = 0;
  let start = 0;
  let line = 1;
  for await (const chunk of content) {
    held.push(chunk);
    size += chunk.length;
    if (size <= WINDOW_BYTES + OVERLAP_BYTES) continue;
    let bytes = join(held, size);
    while (bytes.length > WINDOW_BYTES + OVERLAP_BYTES) {
      yield { kind: "fragment", place, bytes: bytes.subarray(0, WINDOW_BYTES + OVERLAP_BYTES), start, line, owned: WINDOW_BYTES };
      line += countLines(bytes.subarray(0, WINDOW_BYTES));
      start += WINDOW_BYTES;
      bytes = bytes.subarray(WINDOW_BYTES);
    }
    held = [bytes];
    size = bytes.length;
  }
  if (size > 0) yield { kind: "fragment", place, bytes: join(held, size), start, line, owned: size };
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
