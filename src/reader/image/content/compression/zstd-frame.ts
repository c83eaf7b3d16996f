// Where a Zstandard frame ends: Node's engine doesn't tell, and would take what follows for the next frame. Format: RFC 8878, 3.1.1.
import { Buffer } from "node:buffer";

const MAGIC_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;

/** What the next bytes of a frame are. */
type Part = "descriptor" | "header" | "block-header" | "block" | "checksum";

/** Follows a frame from its magic number on, whatever pieces it comes in. */
export class ZstdFrame {
  #part: Part = "descriptor";
  #due = MAGIC_BYTES + 1;
  /** Of a part that is looked into, what has come so far. */
  #held = Buffer.alloc(0);
  #isChecked = false;
  #isLast = false;
  isOver = false;

  /** How many of the bytes belong to the frame. */
  take(bytes: Uint8Array): number {
    let at = 0;
    while (!this.isOver && at < bytes.length) {
      const size = Math.min(this.#due, bytes.length - at);
      if (this.#part === "descriptor" || this.#part === "block-header") this.#held = Buffer.concat([this.#held, bytes.subarray(at, at + size)]);
      at += size;
      this.#due -= size;
      while (this.#due === 0 && !this.isOver) this.#advance();
    }
    return at;
  }

  #advance(): void {
    const held = this.#held;
    this.#held = Buffer.alloc(0);
    switch (this.#part) {
      case "descriptor": return this.#expect("header", this.#headerSize(held[MAGIC_BYTES] ?? 0));
      case "header": return this.#expect("block-header", BLOCK_HEADER_BYTES);
      case "block-header": return this.#expect("block", this.#blockSize(held.readUIntLE(0, BLOCK_HEADER_BYTES)));
      case "block":
        if (!this.#isLast) return this.#expect("block-header", BLOCK_HEADER_BYTES);
        return this.#expect("checksum", this.#isChecked ? CHECKSUM_BYTES : 0);
      case "checksum":
        this.isOver = true;
        return;
      default: return this.#part satisfies never;
    }
  }

  #expect(part: Part, size: number): void {
    this.#part = part;
    this.#due = size;
  }

  /** Window, dictionary and size of the content, as the descriptor says. */
  #headerSize(descriptor: number): number {
    const isSingle = (descriptor & 0x20) !== 0;
    this.#isChecked = (descriptor & 0x04) !== 0;
    const content = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
    return (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0) + content;
  }

  /** A block of one byte that repeats holds that byte only. */
  #blockSize(header: number): number {
    this.#isLast = (header & 1) === 1;
    return ((header >> 1) & 3) === 1 ? 1 : header >> 3;
  }
}
