// Node's decompression engines, asked for the next bytes in this thread. As the streams that node:zlib makes of them they hand each chunk to another
// thread and back, in memory of its own each time, which takes half as much time again as the decompression.
import type { Transform } from "node:stream";
import { constants, createGunzip, createInflateRaw, createZstdDecompress } from "node:zlib";
import type { ByteReader } from "../byte-reader.ts";
import { ZstdFrame } from "./zstd-frame.ts";

export type Native = "gzip" | "zstd" | "deflate";

const CHUNK_BYTES = 1 << 18;
const NOTHING = new Uint8Array(0);

type Options = {
  readonly compression: Native;
  /** Each chunk is written over by the next one. */
  readonly reuses: boolean;
};

/** Decoded bytes to the stream's end; what follows it stays in the reader. Throws what the engine says of damaged data, and Z_BUF_ERROR where they end early. */
export async function* runEngine(reader: ByteReader, options: Options): AsyncGenerator<Uint8Array> {
  const engine = new Engine(options);
  const frame = options.compression === "zstd" ? new ZstdFrame() : undefined;
  try {
    for (;;) {
      const input = await reader.next() ?? NOTHING;
      const size = frame?.take(input) ?? input.length;
      yield* engine.decode(input.subarray(0, size));
      const left = input.length - size + engine.left;
      if (left > 0) reader.giveBack(input.subarray(input.length - left));
      if (left > 0 || frame?.isOver || input.length === 0) return;
    }
  } finally {
    engine.close();
  }
}

/** What node:zlib's own functions for whole buffers do their work with. */
type Stream = Transform & {
  readonly _handle: { writeSync(flush: number, input: Uint8Array, from: number, size: number, output: Uint8Array, to: number, room: number): void };
  /** What the last write left: room in its output, bytes of its input. */
  readonly _writeState: Uint32Array;
};

class Engine {
  /** Bytes at the end of the last input that belong to no stream. */
  left = 0;
  readonly #stream: Stream;
  readonly #handle: Stream["_handle"];
  readonly #isZstd: boolean;
  readonly #reuses: boolean;
  #output = NOTHING;

  constructor({ compression, reuses }: Options) {
    this.#stream = openStream(compression) as Stream;
    this.#handle = this.#stream._handle;
    this.#isZstd = compression === "zstd";
    this.#reuses = reuses;
    // Looked for after each write.
    this.#stream.on("error", () => undefined);
  }

  /** No input is the end of it. */
  *decode(input: Uint8Array): Generator<Uint8Array> {
    const isEnd = input.length === 0;
    const flush = this.#isZstd ? (isEnd ? constants.ZSTD_e_end : constants.ZSTD_e_continue) : isEnd ? constants.Z_FINISH : constants.Z_NO_FLUSH;
    this.left = input.length;
    for (let room = 0; room === 0;) {
      if (!this.#reuses || this.#output === NOTHING) this.#output = Buffer.allocUnsafeSlow(CHUNK_BYTES);
      const size = this.#output.length;
      this.#handle.writeSync(flush, input, input.length - this.left, this.left, this.#output, 0, size);
      if (this.#stream.errored) throw this.#stream.errored;
      [room = 0, this.left = 0] = this.#stream._writeState;
      if (room < size) yield this.#output.subarray(0, size - room);
    }
  }

  close(): void {
    this.#stream.destroy();
  }
}

function openStream(compression: Native): Transform {
  switch (compression) {
    case "gzip": return createGunzip();
    case "deflate": return createInflateRaw();
    case "zstd": return createZstdDecompress();
    default: return compression satisfies never;
  }
}
