// Takes exact numbers of bytes from a stream of chunks; what is at hand is taken without waiting and without a copy.

const EMPTY = Buffer.alloc(0);

export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #chunk: Buffer = EMPTY;
  #at = 0;
  #ended = false;
  #taken = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  static over(bytes: Uint8Array): ByteReader {
    const reader = new ByteReader(nothing());
    reader.#chunk = toBuffer(bytes);
    reader.#ended = true;
    return reader;
  }

  /** Bytes taken so far. */
  get position(): number {
    return this.#taken;
  }

  /** The next `count` bytes where they are at hand in one piece. */
  takeNow(count: number): Buffer | undefined {
    const end = this.#at + count;
    if (end > this.#chunk.length) return undefined;
    const bytes = this.#chunk.subarray(this.#at, end);
    this.#at = end;
    this.#taken += count;
    return bytes;
  }

  /** The next `count` bytes; fewer at the end of the data. */
  async take(count: number): Promise<Buffer> {
    await this.#gather(count);
    return this.takeNow(Math.min(count, this.#chunk.length - this.#at)) ?? EMPTY;
  }

  /** The next bytes, up to `count`, without taking them. */
  async peek(count: number): Promise<Buffer> {
    await this.#gather(count);
    return this.#chunk.subarray(this.#at, this.#at + count);
  }

  /** The next chunk of any size up to `most`; undefined at the end of the data. */
  async next(most = Infinity): Promise<Buffer | undefined> {
    if (this.#at === this.#chunk.length) await this.#gather(1);
    const count = Math.min(most, this.#chunk.length - this.#at);
    return count === 0 ? undefined : this.takeNow(count);
  }

  /** The next `count` bytes in chunks, or all that are left. */
  async *chunks(count = Infinity): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      const chunk = await this.next(left);
      if (!chunk) return;
      left -= chunk.length;
      yield chunk;
    }
  }

  /** Puts bytes that were taken last in front again. */
  giveBack(bytes: Uint8Array): void {
    const left = this.#chunk.subarray(this.#at);
    this.#chunk = left.length === 0 ? toBuffer(bytes) : Buffer.concat([bytes, left]);
    this.#at = 0;
    this.#taken -= bytes.length;
  }

  /** Lets go of the stream; what was not taken is lost. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }

  /** Puts `count` bytes, or all that are left, into one chunk. */
  async #gather(count: number): Promise<void> {
    let size = this.#chunk.length - this.#at;
    if (size >= count || this.#ended) return;
    const parts = size > 0 ? [this.#chunk.subarray(this.#at)] : [];
    while (size < count) {
      const { value, done } = await this.#source.next();
      if (done) {
        this.#ended = true;
        break;
      }
      if (value.length > 0) parts.push(toBuffer(value));
      size += value.length;
    }
    this.#chunk = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, size);
    this.#at = 0;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
