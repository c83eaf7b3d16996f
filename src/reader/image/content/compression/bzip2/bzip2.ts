// The bzip2 format: blocks that begin at any bit, each of which is decoded in memory.
// Format: Joe Tsai's bzip2 format specification (2016) and the behaviour of bzip2 1.0.8.
import type { ByteReader } from "../../byte-reader.ts";
import { BitReader } from "./bit-reader.ts";
import { restoreBlock, updateCrc } from "./block.ts";
import { readCodes, type Codes } from "./codes.ts";
import { Damage } from "../damage.ts";
import { takeAll } from "../lzma-streams.ts";

/** No block is longer than this in compressed form: 900,000 symbols of at most 20 bits, and its tables. */
const MOST_BLOCK_INPUT = 2_300_000;
const BLOCK = 0x314159265359;
const END = 0x177245385090;

/** One stream; the reader stands behind it. Throws Damage. */
export async function* readBzip2(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const header = await takeAll(reader, 4);
  const size = ((header[3] ?? 0) - 0x30) * 100_000;
  if (size < 100_000 || size > 900_000) throw new Damage("malformed", "the bzip2 data has a damaged header");
  let offset = 0;
  let all = 0;
  for (;;) {
    const input = await reader.peek(MOST_BLOCK_INPUT);
    const bits = new BitReader(input, offset);
    const mark = bits.take(24) * 2 ** 24 + bits.take(24);
    const stated = (bits.take(16) << 16) | bits.take(16);
    if (mark === BLOCK) {
      const block = decodeBlock(bits, size);
      const crc = updateCrc(block);
      if (crc !== stated) throw new Damage("malformed", "a block of the bzip2 data differs from its checksum");
      all = ((all << 1) | (all >>> 31)) ^ crc;
      await reader.take(bits.position >> 3);
      offset = bits.position & 7;
      yield block;
      continue;
    }
    if (mark !== END) throw new Damage("malformed", "the bzip2 data breaks its format");
    await reader.take((bits.position + 7) >> 3);
    if (all !== stated) throw new Damage("malformed", "the bzip2 data differs from its checksum");
    return;
  }
}

function decodeBlock(bits: BitReader, size: number): Buffer {
  const isRandomised = bits.take(1) === 1;
  if (isRandomised) throw new Damage("unsupported-compression", "the bzip2 data is of a kind that no program has written since 1999");
  const origin = bits.take(24);
  const used = readUsedBytes(bits);
  const codes = readCodes(bits, used.length + 2);
  const { ends, counts } = decodeSymbols(bits, { codes, used, size });
  return restoreBlock(ends, { counts, origin });
}

function readUsedBytes(bits: BitReader): Uint8Array {
  const rows = bits.take(16);
  const used: number[] = [];
  for (let row = 0; row < 16; row++) {
    const cells = (rows & (0x8000 >> row)) === 0 ? 0 : bits.take(16);
    for (let cell = 0; cell < 16; cell++) if ((cells & (0x8000 >> cell)) !== 0) used.push(row * 16 + cell);
  }
  if (used.length === 0) throw new Damage("malformed", "a block of the bzip2 data uses no bytes");
  return Uint8Array.from(used);
}

type Symbols = { readonly codes: Codes; readonly used: Uint8Array; readonly size: number };

/** The last column of the sorted rotations, with how often each byte stands in it. */
function decodeSymbols(bits: BitReader, { codes, used, size }: Symbols): { ends: Uint8Array; counts: Uint32Array } {
  const front = used.slice();
  const ends = new Uint8Array(size);
  const counts = new Uint32Array(256);
  let length = 0;
  let run = 0;
  let weight = 1;
  for (;;) {
    const symbol = codes.next(bits);
    if (symbol < 2) {
      run += weight << symbol;
      weight <<= 1;
      if (run > size) break;
      continue;
    }
    if (run > 0) {
      if (length + run > size) break;
      const byte = front[0] as number;
      ends.fill(byte, length, length + run);
      counts[byte] = (counts[byte] as number) + run;
      length += run;
      [run, weight] = [0, 1];
    }
    if (symbol === used.length + 1) return { ends: ends.subarray(0, length), counts };
    if (length === size) break;
    const byte = front[symbol - 1] as number;
    for (let place = symbol - 1; place > 0; place--) front[place] = front[place - 1] as number;
    front[0] = byte;
    ends[length++] = byte;
    counts[byte] = (counts[byte] as number) + 1;
  }
  throw new Damage("malformed", "a block of the bzip2 data is longer than it may be");
}
