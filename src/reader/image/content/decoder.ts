// Undoes one compression of a stream in constant memory and says afterwards what was wrong with it.
// Formats: RFC 1952 (gzip), RFC 8878 (Zstandard). Node's gunzip goes on over several members itself, its Zstandard engine stops
// after one frame and drops what follows in the same chunk, so every frame gets an engine of its own.
import type { Transform } from "node:stream";
import { createGunzip, createInflateRaw, createZstdDecompress } from "node:zlib";
import type { GapReason } from "../../../finding/index.ts";
import { isZero } from "../../../tar/index.ts";
import type { ByteReader } from "./byte-reader.ts";

export type Compression = "gzip" | "zstd" | "deflate";

export type Problem = { readonly reason: GapReason; readonly detail: string; readonly bytes?: number };

type Engine = Transform & { readonly bytesWritten: number };

const CHUNK_BYTES = 1 << 19;

type DecoderOptions = {
  readonly compression: Compression;
  /** Asked for every chunk of decoded bytes; a reason ends the decoding. */
  readonly grow: (bytes: number) => Problem | undefined;
};

export class Decoder {
  /** Known once `chunks` has ended. */
  problem: Problem | undefined;
  readonly #reader: ByteReader;
  readonly #options: DecoderOptions;
  #rest: Buffer | undefined;

  constructor(reader: ByteReader, options: DecoderOptions) {
    this.#reader = reader;
    this.#options = options;
  }

  /** Decoded bytes up to the end or to the first problem. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    this.#rest = await this.#reader.next();
    let frames = 0;
    while (this.#rest && this.problem === undefined) {
      if (frames > 0 && !await this.#isFrame()) return;
      yield* this.#frame();
      frames++;
    }
  }

  async *#frame(): AsyncGenerator<Uint8Array> {
    const engine = createEngine(this.#options.compression);
    const feeding = this.#feed(engine);
    feeding.catch((error: unknown) => engine.destroy(error instanceof Error ? error : new Error(String(error))));
    try {
      for await (const chunk of engine) {
        this.problem = this.#options.grow(chunk.length);
        if (this.problem) return;
        yield chunk;
      }
      await feeding;
    } catch (error) {
      this.problem = toProblem(error, this.#options.compression);
    } finally {
      engine.destroy();
      // Nobody else may take from the reader before this has let go of it.
      await feeding.catch(() => undefined);
    }
  }

  /** Writes chunk after chunk until the engine has had enough; what it left is the beginning of the next frame. */
  async #feed(engine: Engine): Promise<void> {
    const closed = new Promise<void>((resolve) => engine.once("close", resolve));
    let fed = 0;
    for (let chunk = this.#rest; chunk && !engine.destroyed; chunk = await this.#reader.next()) {
      const current = chunk;
      this.#rest = undefined;
      fed += current.length;
      await Promise.race([closed, new Promise<void>((resolve) => engine.write(current, () => resolve()))]);
      if (engine.destroyed) return;
      const left = fed - engine.bytesWritten;
      if (left <= 0) continue;
      this.#rest = current.subarray(current.length - left);
      break;
    }
    if (!engine.destroyed) engine.end();
  }

  /** Whether another frame begins; padding of zeros may stand at the end, anything else is a problem. */
  async #isFrame(): Promise<boolean> {
    let rest = this.#rest ?? Buffer.alloc(0);
    while (rest.length < 4) {
      const more = await this.#reader.next();
      if (!more) break;
      rest = Buffer.concat([rest, more]);
    }
    this.#rest = rest;
    const magic = rest.length >= 4 ? rest.readUInt32LE(0) : 0;
    if (this.#options.compression === "zstd" && (magic === 0xfd2fb528 || (magic & 0xfffffff0) === 0x184d2a50)) return true;
    let trailing = 0;
    let padding = true;
    for (let chunk: Buffer | undefined = rest; chunk; chunk = await this.#reader.next()) {
      trailing += chunk.length;
      padding &&= isZero(chunk);
    }
    this.#rest = undefined;
    if (!padding) this.problem = { reason: "malformed", detail: `${trailing} bytes stand behind the end of the ${this.#options.compression} data`, bytes: trailing };
    return false;
  }
}

function createEngine(compression: Compression): Engine {
  switch (compression) {
    case "gzip": return createGunzip({ chunkSize: CHUNK_BYTES });
    case "zstd": return createZstdDecompress({ chunkSize: CHUNK_BYTES });
    case "deflate": return createInflateRaw({ chunkSize: CHUNK_BYTES });
    default: return compression satisfies never;
  }
}

/** Engine errors become problems; whatever else failed (a source that breaks off) is one too, since the content wasn't read. */
function toProblem(error: unknown, compression: Compression): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") return { reason: "truncated", detail: `the ${compression} data ends early` };
  if (code.startsWith("Z") || code.startsWith("ERR_ZLIB")) return { reason: "malformed", detail: `the ${compression} data is damaged (${code})` };
  return { reason: "truncated", detail: `the ${compression} data could not be read to its end` };
}
