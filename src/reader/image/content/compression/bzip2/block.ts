// Undoes the sorting of a bzip2 block and the runs in it, and its checksum.
import { Damage } from "../damage.ts";

const POLYNOMIAL = 0x04c11db7;

const table = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit++) value = value < 0 ? (value << 1) ^ POLYNOMIAL : value << 1;
  return value;
});

/** CRC-32 with the highest bit first, as a signed number. */
export function updateCrc(bytes: Uint8Array): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at++) crc = (crc << 8) ^ (table[(crc >>> 24) ^ (bytes[at] as number)] as number);
  return ~crc;
}

type Order = { readonly counts: Uint32Array; /** Where the block's own rotation stands. */ readonly origin: number };

/** The block's bytes; `ends` is the last column of its sorted rotations. */
export function restoreBlock(ends: Uint8Array, { counts, origin }: Order): Buffer {
  if (ends.length === 0) return Buffer.alloc(0);
  if (origin >= ends.length) throw new Damage("malformed", "a block of the bzip2 data has an impossible beginning");
  const next = new Uint32Array(ends.length);
  const starts = new Uint32Array(256);
  for (let byte = 1; byte < 256; byte++) starts[byte] = (starts[byte - 1] as number) + (counts[byte - 1] as number);
  for (let at = 0; at < ends.length; at++) {
    const byte = ends[at] as number;
    next[starts[byte] as number] = at;
    starts[byte] = (starts[byte] as number) + 1;
  }
  return undoRuns(ends, next, next[origin] as number);
}

/** Four equal bytes are followed by how often the byte comes again. */
function undoRuns(ends: Uint8Array, next: Uint32Array, first: number): Buffer {
  const total = measure(ends, next, first);
  const out = Buffer.allocUnsafeSlow(total);
  let length = 0;
  let at = first;
  let same = 0;
  let last = -1;
  for (let count = 0; count < ends.length; count++, at = next[at] as number) {
    const byte = ends[at] as number;
    if (same === 4) {
      out.fill(last, length, length + byte);
      length += byte;
      same = 0;
      last = -1;
      continue;
    }
    same = byte === last ? same + 1 : 1;
    last = byte;
    out[length++] = byte;
  }
  return out;
}

function measure(ends: Uint8Array, next: Uint32Array, first: number): number {
  let total = 0;
  let at = first;
  let same = 0;
  let last = -1;
  for (let count = 0; count < ends.length; count++, at = next[at] as number) {
    const byte = ends[at] as number;
    if (same === 4) {
      total += byte;
      same = 0;
      last = -1;
      continue;
    }
    same = byte === last ? same + 1 : 1;
    last = byte;
    total++;
  }
  return total;
}
