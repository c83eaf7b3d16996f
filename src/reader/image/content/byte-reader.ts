// Takes exact numbers of bytes from a stream of chunks; what is at hand is taken without waiting and without a copy.

const EMPTY = Buffer.alloc(0);
/** Memory in which chunks are joined is made in steps of this size, so that it mostly fits again. */
const JOIN_STEP = 1 << 18;

type Options = {
  /**
   * Takes chunks that are used up, so that their memory may serve again. What was taken or looked at is then valid only until the
   * next bytes are asked for, but for those of `chunks`, which are copies.
   */
  readonly spare?: Spare;
};
type Spare = { push(chunk: Uint8Array): unknown };

export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #spare: Spare | undefined;
  #chunk: Buffer = EMPTY;
  #at = 0;
  /** What follows the chunk, where that was joined from the ends of others. */
  #behind: Buffer = EMPTY;
  #joined: Buffer = EMPTY;
  #lent: Uint8Array | undefined;
  #ended = false;
  #taken = 0;

  constructor(source: AsyncIterable<Uint8Array>, { spare }: Options = {}) {
    this.#source = source[Symbol.asyncIterator]();
    this.#spare = spare;
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

  /** From here on everything that is taken stays valid. */
  keepAll(): void {
    this.#spare = undefined;
    this.#joined = EMPTY;
  }

  /** The next `count` bytes where they are at hand in one piece. */
  takeNow(count: number): Buffer | undefined {
    if (this.#at === this.#chunk.length) this.#advance();
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
      yield this.#spare ? Buffer.from(chunk) : chunk;
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

  #advance(): void {
    this.#chunk = this.#behind;
    this.#behind = EMPTY;
    this.#at = 0;
  }

  /** Puts `count` bytes, or all that are left, into one piece. */
  async #gather(count: number): Promise<void> {
    if (this.#at === this.#chunk.length) {
      this.#advance();
      while (this.#chunk.length === 0 && count > 0) {
        const chunk = await this.#pull();
        if (!chunk) return;
        this.#chunk = chunk;
      }
    }
    if (this.#chunk.length - this.#at >= count || (this.#ended && this.#behind.length === 0)) return;
    await (this.#spare ? this.#join(count) : this.#concat(count));
  }

  /** Copies just what is asked for, so that the rest of the last chunk is still read where it lies. */
  async #join(count: number): Promise<void> {
    const memory = this.#joined.length >= count ? this.#joined : Buffer.allocUnsafeSlow(Math.ceil(count / JOIN_STEP) * JOIN_STEP);
    const left = this.#chunk.subarray(this.#at);
    memory.set(left);
    this.#chunk = EMPTY;
    let size = left.length;
    while (size < count) {
      const piece = this.#behind.length > 0 ? this.#behind : await this.#pull();
      if (!piece) break;
      const part = piece.subarray(0, count - size);
      memory.set(part, size);
      size += part.length;
      this.#behind = piece.subarray(part.length);
    }
    this.#joined = memory;
    this.#chunk = memory.subarray(0, size);
    this.#at = 0;
  }

  /** Joins whole chunks: whoever looks far ahead again and again then finds the bytes there. */
  async #concat(count: number): Promise<void> {
    const parts = [this.#chunk.subarray(this.#at), this.#behind];
    let size = parts.reduce((sum, part) => sum + part.length, 0);
    while (size < count) {
      const chunk = await this.#pull();
      if (!chunk) break;
      parts.push(chunk);
      size += chunk.length;
    }
    this.#chunk = Buffer.concat(parts, size);
    this.#behind = EMPTY;
    this.#at = 0;
  }

  async #pull(): Promise<Buffer | undefined> {
    if (this.#lent) this.#spare?.push(this.#lent);
    this.#lent = undefined;
    if (this.#ended) return undefined;
    const { value, done } = await this.#source.next();
    if (done) {
      this.#ended = true;
      return undefined;
    }
    this.#lent = this.#spare && value;
    return toBuffer(value);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
