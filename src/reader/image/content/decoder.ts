// Undoes one compression of a stream in constant memory and says afterwards what was wrong with it.
// Formats: RFC 1952 (gzip), RFC 8878 (Zstandard). Node's gunzip goes on over several members itself, its Zstandard engine stops
// after one frame and drops what follows in the same chunk, so every frame gets an engine of its own.
import type { GapReason } from "../../../finding/index.ts";
import { isZero } from "../../../tar/index.ts";
import type { ByteReader } from "./byte-reader.ts";
import { Damage } from "./compression/damage.ts";
import { runEngine, type Native } from "./compression/engine.ts";
import { streamReaders, type StreamReader } from "./compression/stream-readers.ts";
import { beginsFrame, isSkippableFrame, skipPadding } from "./frame.ts";

export type Compression = Native | keyof typeof streamReaders;

export type Problem = { readonly reason: GapReason; readonly detail: string; readonly bytes?: number };

/** What a skippable frame may hold; tables of contents need a fraction. */
const MOST_SKIPPABLE = 1 << 24;

type DecoderOptions = {
  readonly compression: Compression | StreamReader;
  /** Asked for every chunk of decoded bytes; a reason ends the decoding. */
  readonly grow: (bytes: number) => Problem | undefined;
  /** Takes what stands beside the compressed data and belongs to none of it. */
  readonly aside?: (bytes: Buffer) => Promise<void> | undefined;
  /** One stream only: what follows stays in the reader. */
  readonly single?: boolean;
  /** Chunks of Node's engines are written over by the next one. */
  readonly reuses?: boolean;
};

export class Decoder {
  /** Known once `chunks` has ended. */
  problem: Problem | undefined;
  readonly #reader: ByteReader;
  readonly #options: DecoderOptions;

  constructor(reader: ByteReader, options: DecoderOptions) {
    this.#reader = reader;
    this.#options = options;
  }

  /** Decoded bytes up to the end or to the first problem. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    const { compression, single } = this.#options;
    for (let frames = 0; this.problem === undefined && (await this.#reader.peek(1)).length > 0; frames++) {
      if (frames > 0 && (single || !await this.#isFrame())) return;
      if (compression === "zstd" && isSkippableFrame(await this.#reader.peek(8))) await this.#skip();
      else yield* this.#frame();
    }
  }

  async *#frame(): AsyncGenerator<Uint8Array> {
    const { compression, grow } = this.#options;
    const name = typeof compression === "string" ? compression : "compressed";
    try {
      for await (const chunk of this.#open(compression)) {
        this.problem = grow(chunk.length);
        if (this.problem) return;
        yield chunk;
      }
    } catch (error) {
      this.problem = toProblem(error, name);
    }
  }

  #open(compression: Compression | StreamReader): AsyncGenerator<Uint8Array> {
    if (typeof compression === "function") return compression(this.#reader);
    switch (compression) {
      case "gzip": case "zstd": case "deflate": return runEngine(this.#reader, { compression, reuses: this.#options.reuses ?? false });
      default: return streamReaders[compression](this.#reader);
    }
  }

  /** A frame that carries no content of the stream (RFC 8878, 3.1.2): such as a table of contents. */
  async #skip(): Promise<void> {
    const head = await this.#reader.take(8);
    if (head.length < 8) {
      this.problem = { reason: "truncated", detail: "the zstd data ends early" };
      return;
    }
    const size = head.readUInt32LE(4);
    const { grow, aside } = this.#options;
    const most = Math.min(size, MOST_SKIPPABLE);
    this.problem = grow(most);
    if (this.problem) return;
    const body = await this.#reader.take(most);
    await aside?.(body);
    if (body.length < most) this.problem = { reason: "truncated", detail: "the zstd data ends early" };
    else if (size > most) this.problem = { reason: "size-limit", detail: `the zstd data has a skippable frame of more than ${MOST_SKIPPABLE} bytes` };
  }

  /** Whether another frame begins; padding of zeros may stand at the end, anything else is a problem. */
  async #isFrame(): Promise<boolean> {
    const { compression, aside } = this.#options;
    if (typeof compression === "string") {
      if (compression === "xz") await skipPadding(this.#reader);
      if (beginsFrame(compression, await this.#reader.peek(8))) return true;
    }
    let trailing = 0;
    let padding = true;
    for (let chunk = await this.#reader.next(); chunk; chunk = await this.#reader.next()) {
      trailing += chunk.length;
      if (isZero(chunk)) continue;
      padding = false;
      await aside?.(chunk);
    }
    if (!padding) this.problem = { reason: "malformed", detail: `${trailing} bytes stand behind the end of the ${String(compression)} data`, bytes: trailing };
    return false;
  }
}

/** Engine errors become problems; whatever else failed (a source that breaks off) is one too, since the content wasn't read. */
function toProblem(error: unknown, compression: string): Problem {
  if (error instanceof Damage) return { reason: error.reason, detail: error.message };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return { reason: "truncated", detail: `the ${compression} data ends early` };
  if (code.startsWith("Z") || code.startsWith("ERR_ZLIB")) return { reason: "malformed", detail: `the ${compression} data is damaged (${code})` };
  return { reason: "truncated", detail: `the ${compression} data could not be read to its end` };
}
