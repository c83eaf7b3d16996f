// The LZMA decoder (LZMA SDK, lzma-specification.txt): a range coder, adaptive bits, and a history that matches repeat.
import { Damage } from "./damage.ts";
import type { History } from "./history.ts";
import { RangeCoder } from "./range-coder.ts";

/** Bytes that one symbol can take from the input. */
export const MOST_SYMBOL_INPUT = 24;
/** Bytes that one symbol can put out. */
export const MOST_MATCH = 273;

// Where each kind of adaptive bit stands in the table of probabilities.
const IS_MATCH = 0;
const IS_REP = 192;
const IS_REP_G0 = 204;
const IS_REP_G1 = 216;
const IS_REP_G2 = 228;
const IS_REP0_LONG = 240;
const POSITION_SLOT = 432;
const POSITION_SPECIAL = 688;
const ALIGN = 816;
const LENGTH = 832;
const REP_LENGTH = 1346;
const LITERAL = 1860;
// Within a length coder.
const LENGTH_LOW = 2;
const LENGTH_MIDDLE = 130;
const LENGTH_HIGH = 258;

export class LzmaDecoder {
  /** The end mark has been met. */
  ended = false;
  readonly coder = new RangeCoder();
  readonly #history: History;
  #state = 0;
  #rep0 = 0;
  #rep1 = 0;
  #rep2 = 0;
  #rep3 = 0;
  #contextBits = 0;
  #literalMask = 0;
  #positionMask = 0;

  constructor(history: History) {
    this.#history = history;
  }

  /** Takes the properties byte, (pb * 5 + lp) * 9 + lc, and begins with fresh probabilities. */
  configure(properties: number): void {
    if (properties >= 9 * 5 * 5) throw new Damage("malformed", "the LZMA data has impossible properties");
    this.#contextBits = properties % 9;
    const positionBits = Math.floor(properties / 9) % 5;
    this.#literalMask = (1 << positionBits) - 1;
    this.#positionMask = (1 << Math.floor(properties / 45)) - 1;
    this.coder.bits = new Uint16Array(LITERAL + (0x300 << (this.#contextBits + positionBits)));
    this.reset();
  }

  reset(): void {
    this.coder.bits.fill(1024);
    this.#state = 0;
    this.#rep0 = this.#rep1 = this.#rep2 = this.#rep3 = 0;
  }

  /** Decodes until the history stands at `outputEnd` or beyond, the input at `inputEnd` or beyond, or the end mark. Room must have been reserved. */
  run(outputEnd: number, inputEnd: number): void {
    const history = this.#history;
    while (history.at < outputEnd && this.coder.at <= inputEnd && !this.ended) this.#symbol(history);
    this.coder.normalize();
  }

  #symbol(history: History): void {
    const position = (history.at + history.moved) & this.#positionMask;
    if (this.coder.bit(IS_MATCH + (this.#state << 4) + position) === 0) return this.#literal(history);
    if (this.coder.bit(IS_REP + this.#state) === 0) return this.#match(history, position);
    if (this.coder.bit(IS_REP_G0 + this.#state) === 0) {
      if (this.coder.bit(IS_REP0_LONG + (this.#state << 4) + position) === 0) {
        this.#state = this.#state < 7 ? 9 : 11;
        return this.#copy(history, 1);
      }
    } else this.#takeRep();
    this.#state = this.#state < 7 ? 8 : 11;
    this.#copy(history, this.#length(REP_LENGTH, position));
  }

  #takeRep(): void {
    let distance = this.#rep1;
    if (this.coder.bit(IS_REP_G1 + this.#state) !== 0) {
      if (this.coder.bit(IS_REP_G2 + this.#state) === 0) distance = this.#rep2;
      else {
        distance = this.#rep3;
        this.#rep3 = this.#rep2;
      }
      this.#rep2 = this.#rep1;
    }
    this.#rep1 = this.#rep0;
    this.#rep0 = distance;
  }

  #literal(history: History): void {
    const { bytes, at } = history;
    const before = at > 0 ? bytes[at - 1] as number : 0;
    const base = LITERAL + 0x300 * ((((at + history.moved) & this.#literalMask) << this.#contextBits) + (before >> (8 - this.#contextBits)));
    let symbol = 1;
    if (this.#state >= 7) {
      let match = bytes[at - this.#rep0 - 1] ?? 0;
      while (symbol < 0x100) {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const bit = this.coder.bit(base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | this.coder.bit(base + symbol);
    bytes[at] = symbol;
    history.at = at + 1;
    this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
  }

  #match(history: History, position: number): void {
    this.#rep3 = this.#rep2;
    this.#rep2 = this.#rep1;
    this.#rep1 = this.#rep0;
    this.#state = this.#state < 7 ? 7 : 10;
    const length = this.#length(LENGTH, position);
    this.#rep0 = this.#distance(length);
    if (this.#rep0 === -1) this.ended = true;
    else this.#copy(history, length);
  }

  #distance(length: number): number {
    const slot = this.coder.tree(POSITION_SLOT + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const direct = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << direct;
    if (slot < 14) return base + this.coder.reverseTree(POSITION_SPECIAL + base - slot, direct);
    return (base + (this.coder.direct(direct - 4) << 4) + this.coder.reverseTree(ALIGN, 4)) | 0;
  }

  #length(base: number, position: number): number {
    if (this.coder.bit(base) === 0) return 2 + this.coder.tree(base + LENGTH_LOW + (position << 3), 3);
    if (this.coder.bit(base + 1) === 0) return 10 + this.coder.tree(base + LENGTH_MIDDLE + (position << 3), 3);
    return 18 + this.coder.tree(base + LENGTH_HIGH, 8);
  }

  #copy(history: History, length: number): void {
    const { bytes, at } = history;
    const from = at - this.#rep0 - 1;
    if (from < 0 || this.#rep0 < 0) throw new Damage("malformed", "the LZMA data repeats what was never there");
    if (this.#rep0 >= length) bytes.copyWithin(at, from, from + length);
    else for (let index = 0; index < length; index++) bytes[at + index] = bytes[from + index] as number;
    history.at = at + length;
  }
}
