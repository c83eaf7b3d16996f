// The LZ4 frame format and the older one of Linux kernels. Formats: lz4_Frame_format.md 1.6.4 and lz4_Block_format.md.
import type { ByteReader } from "../byte-reader.ts";
import { Damage } from "./damage.ts";
import { History } from "./history.ts";
import { takeAll } from "./lzma-streams.ts";

const REACH = 1 << 16;
const LEGACY = 0x184c2102;
const LEGACY_BLOCK = 1 << 23;
/** Compressed blocks of the older format may be somewhat longer than what they hold. */
const MOST_LEGACY_INPUT = LEGACY_BLOCK + (LEGACY_BLOCK >> 7);
const PIECE_BYTES = 1 << 22;

/** One frame; the reader stands behind it. Checksums are taken for what they are and not compared. Throws Damage. */
export async function* readLz4(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const magic = (await takeAll(reader, 4)).readUInt32LE(0);
  if (magic === LEGACY) return yield* readLegacy(reader);
  const [flags = 0, sizes = 0] = await takeAll(reader, 2);
  if (flags >> 6 !== 1) throw new Damage("unsupported-compression", "the LZ4 data is of an unknown version");
  if ((flags & 1) !== 0) throw new Damage("unsupported-compression", "the LZ4 data needs a dictionary");
  await takeAll(reader, ((flags & 8) !== 0 ? 8 : 0) + 1);
  const most = 1 << (8 + 2 * ((sizes >> 4) & 7));
  const isIndependent = (flags & 0x20) !== 0;
  const history = new History(REACH);
  for (;;) {
    const size = (await takeAll(reader, 4)).readUInt32LE(0);
    if (size === 0) break;
    if ((size & 0x7fffffff) > most) throw new Damage("malformed", "a block of the LZ4 data is longer than its frame allows");
    const input = await takeAll(reader, size & 0x7fffffff);
    if (isIndependent) history.reset();
    yield size >>> 31 === 1 ? store(history, input) : decodeBlock(history, input, Math.min(most, PIECE_BYTES));
    if ((flags & 0x10) !== 0) await takeAll(reader, 4);
  }
  if ((flags & 4) !== 0) await takeAll(reader, 4);
}

/** Blocks of 8 MiB up to the end of the data, or to the next frame. */
async function* readLegacy(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let head = await reader.peek(4); head.length === 4; head = await reader.peek(4)) {
    const size = head.readUInt32LE(0);
    if (size > MOST_LEGACY_INPUT) return;
    await reader.take(4);
    const input = await takeAll(reader, size);
    yield decodeBlock(new History(LEGACY_BLOCK), input, LEGACY_BLOCK);
  }
}

function store(history: History, input: Buffer): Uint8Array {
  history.reserve(input.length);
  history.bytes.set(input, history.at);
  history.at += input.length;
  return history.since(history.at - input.length);
}

function decodeBlock(history: History, input: Buffer, most: number): Uint8Array {
  history.reserve(most);
  const start = history.at;
  const end = start + most;
  for (let at = 0; at < input.length;) {
    const token = input[at++] as number;
    const literals = readLength(input, at, token >> 4);
    at = literals.at;
    if (history.at + literals.value > end || at + literals.value > input.length) throw broken();
    history.bytes.set(input.subarray(at, at + literals.value), history.at);
    history.at += literals.value;
    at += literals.value;
    if (at >= input.length) break;
    const distance = (input[at] as number) | ((input[at + 1] ?? 0) << 8);
    const length = readLength(input, at + 2, token & 15);
    at = length.at;
    repeat(history, { distance, length: length.value + 4, end });
  }
  return history.since(start);
}

function readLength(input: Buffer, at: number, nibble: number): { value: number; at: number } {
  let value = nibble;
  let next = at;
  if (nibble === 15) {
    let more = 255;
    while (more === 255) {
      more = input[next++] ?? 0;
      value += more;
    }
  }
  return { value, at: next };
}

function repeat(history: History, { distance, length, end }: { distance: number; length: number; end: number }): void {
  const { bytes, at } = history;
  if (distance === 0 || distance > at || at + length > end) throw broken();
  if (distance >= length) bytes.copyWithin(at, at - distance, at - distance + length);
  else for (let index = 0; index < length; index++) bytes[at + index] = bytes[at - distance + index] as number;
  history.at = at + length;
}

function broken(): Damage {
  return new Damage("malformed", "a block of the LZ4 data breaks its format");
}
