// What a dictionary decoder has put out: later bytes repeat earlier ones, so the last of them stay at hand.

/** Room beyond what must stay: old bytes are moved away only once in so many. */
const LEAST_SPARE = 1 << 22;
const FIRST_BYTES = 1 << 16;

export class History {
  bytes: Uint8Array = new Uint8Array(FIRST_BYTES);
  /** Where the next byte goes; what stands before can be repeated. */
  at = 0;
  /** Bytes that have been moved away since the last reset. */
  moved = 0;
  readonly #reach: number;

  /** `reach` is how many bytes back a repetition may begin. */
  constructor(reach: number) {
    this.#reach = reach;
  }

  reset(): void {
    this.at = 0;
    this.moved = 0;
  }

  /** Makes room for `count` more bytes, at most LEAST_SPARE. */
  reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const most = this.#reach + Math.max(LEAST_SPARE, this.#reach >>> 2);
    if (this.bytes.length < most) {
      const grown = new Uint8Array(Math.min(most, Math.max(this.bytes.length * 2, this.at + count)));
      grown.set(this.bytes.subarray(0, this.at));
      this.bytes = grown;
      if (this.at + count <= grown.length) return;
    }
    const kept = Math.min(this.#reach, this.at);
    this.bytes.copyWithin(0, this.at - kept, this.at);
    this.moved += this.at - kept;
    this.at = kept;
  }

  /** A copy of what has come since `start`, a value that `at` had. */
  since(start: number): Buffer {
    return Buffer.from(this.bytes.subarray(start, this.at));
  }
}
