// Streams that know where they begin and where they break.
import { pipeline, type Duplex } from "node:stream";
import { createGunzip } from "node:zlib";
import type { GapDraft, GapReason, LogPlace } from "../../finding/index.ts";
import { HEAD_BYTES } from "./content.ts";

/** How much a compressed input may become: logs shrink ten to fifty times, a bomb a thousand times. */
const MAX_EXPANSION = 200;
/** Below this an input may expand as it likes. */
const FREE_EXPANSION_BYTES = 64 * 2 ** 20;

/** What one compressed input has become so far, all its members together: overlapping members can't hide in the sum. */
export class Expansion {
  #compressed: number;
  #expanded = 0;

  constructor(compressedBytes = 0) {
    this.#compressed = compressedBytes;
  }

  /** Passes compressed bytes through; each raises the limit. */
  async *feed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      this.#compressed += chunk.length;
      yield chunk;
    }
  }

  /** False once the limit is passed. */
  add(bytes: number): boolean {
    this.#expanded += bytes;
    return this.#expanded <= this.limit;
  }

  get limit(): number {
    return Math.max(FREE_EXPANSION_BYTES, this.#compressed * MAX_EXPANSION);
  }
}

/** The first HEAD_BYTES (fewer where the content is shorter) and a stream of everything, these included. */
export async function peek(content: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = content[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  return { head: Buffer.concat(chunks).subarray(0, HEAD_BYTES), all: replay(chunks, iterator) };
}

async function* replay(chunks: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** The uncompressed bytes of a gzip stream, its members joined (RFC 1952). */
export function gunzip(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // A failure on either side destroys the stream, and whoever iterates gets it.
  return pipeline(content, createGunzip({ chunkSize: 1 << 18 }) as Duplex, () => undefined) as unknown as AsyncIterable<Uint8Array>;
}

/** The stream's bytes; a failure or a passed limit becomes the gap that ends it. */
export async function* untilBroken(place: LogPlace, content: AsyncIterable<Uint8Array>, expansion?: Expansion): AsyncGenerator<Uint8Array | GapDraft> {
  try {
    for await (const chunk of content) {
      if (expansion && !expansion.add(chunk.length)) {
        yield { reason: "ratio-limit", location: place, detail: `the compressed input expands beyond ${expansion.limit} bytes; the rest was not read` };
        return;
      }
      yield chunk;
    }
  } catch (error) {
    yield { reason: reasonOf(error), location: place, detail: `the log could not be read to its end (${codeOf(error)})` };
  }
}

function reasonOf(error: unknown): GapReason {
  const code = codeOf(error);
  if (code === "Z_BUF_ERROR" || code === "unexpected EOF") return "truncated";
  return code.startsWith("E") ? "log-unavailable" : "malformed";
}

/** Only the code of a failure is shown: its message may quote content or a path. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown failure";
  return "code" in error && typeof error.code === "string" ? error.code : /unexpected EOF/.test(error.message) ? "unexpected EOF" : "invalid data";
}
