// The Huffman codes of a bzip2 block: up to six tables that take turns every fifty symbols.
import type { BitReader } from "./bit-reader.ts";
import { Damage } from "../damage.ts";

const GROUP_SYMBOLS = 50;
const MOST_LENGTH = 20;
const MOST_SELECTORS = 18_002;
/** Codes of at most so many bits are looked up at once. */
const SHORT_BITS = 11;

export type Codes = { next(bits: BitReader): number };

/** Canonical codes: per length, the highest code and where its symbols begin. */
type Table = { readonly limits: Int32Array; readonly starts: Int32Array; readonly symbols: Uint16Array; /** Symbol and length of short codes by the bits that begin with them, 0 for others. */ readonly short: Uint16Array };

/** Reads the tables and gives a decoder of symbols. Throws Damage. */
export function readCodes(bits: BitReader, symbolCount: number): Codes {
  const tableCount = bits.take(3);
  const selectorCount = bits.take(15);
  if (tableCount < 2 || tableCount > 6 || selectorCount === 0) throw new Damage("malformed", "a block of the bzip2 data has impossible tables");
  const selectors = readSelectors(bits, tableCount, selectorCount);
  const tables = Array.from({ length: tableCount }, () => toTable(readLengths(bits, symbolCount)));
  let group = -1;
  let left = 0;
  let table: Table | undefined;
  return {
    next: (source) => {
      if (left === 0) {
        table = tables[selectors[++group] ?? -1];
        left = GROUP_SYMBOLS;
      }
      if (!table) throw new Damage("malformed", "a block of the bzip2 data has more symbols than it says");
      left--;
      return decode(source, table);
    },
  };
}

function readSelectors(bits: BitReader, tableCount: number, count: number): Uint8Array {
  const order = [...Array(tableCount).keys()];
  const selectors = new Uint8Array(Math.min(count, MOST_SELECTORS));
  for (let index = 0; index < count; index++) {
    let place = 0;
    while (bits.take(1) === 1) if (++place >= tableCount) throw new Damage("malformed", "a block of the bzip2 data names a table that it doesn't have");
    const [chosen = 0] = order.splice(place, 1);
    order.unshift(chosen);
    // Some writers put out more selectors than any block can use.
    if (index < selectors.length) selectors[index] = chosen;
  }
  return selectors;
}

function readLengths(bits: BitReader, count: number): Uint8Array {
  const lengths = new Uint8Array(count);
  let length = bits.take(5);
  for (let index = 0; index < count; index++) {
    while (bits.take(1) === 1) length += bits.take(1) === 0 ? 1 : -1;
    if (length < 1 || length > MOST_LENGTH) throw new Damage("malformed", "a block of the bzip2 data has an impossible code");
    lengths[index] = length;
  }
  return lengths;
}

function toTable(lengths: Uint8Array): Table {
  const limits = new Int32Array(MOST_LENGTH + 2).fill(-1);
  const starts = new Int32Array(MOST_LENGTH + 2);
  const order = [...lengths.keys()].toSorted((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= MOST_LENGTH; length++) {
    const first = code;
    starts[length] = index - first;
    while (index < order.length && lengths[order[index] ?? 0] === length) {
      code++;
      index++;
    }
    if (code > first) limits[length] = code - 1;
    code <<= 1;
  }
  return { limits, starts, symbols: Uint16Array.from(order), short: toShort({ limits, starts, order }) };
}

function toShort({ limits, starts, order }: { limits: Int32Array; starts: Int32Array; order: readonly number[] }): Uint16Array {
  const short = new Uint16Array(1 << SHORT_BITS);
  let first = 0;
  for (let length = 1; length <= SHORT_BITS; length++, first <<= 1) {
    for (const last = limits[length] ?? -1; first <= last; first++) {
      const symbol = order[(starts[length] ?? 0) + first] ?? 0;
      short.fill((symbol << 4) | length, first << (SHORT_BITS - length), (first + 1) << (SHORT_BITS - length));
    }
  }
  return short;
}

function decode(bits: BitReader, { limits, starts, symbols, short }: Table): number {
  const ahead = bits.peek(MOST_LENGTH);
  const known = short[ahead >>> (MOST_LENGTH - SHORT_BITS)] as number;
  if (known !== 0) {
    bits.skip(known & 15);
    return known >> 4;
  }
  for (let length = SHORT_BITS + 1; length <= MOST_LENGTH; length++) {
    const code = ahead >>> (MOST_LENGTH - length);
    if (code > (limits[length] as number)) continue;
    bits.skip(length);
    return symbols[(starts[length] as number) + code] ?? 0;
  }
  throw new Damage("malformed", "the bzip2 data has a code that stands for nothing");
}
