// The LZ4 frame format and the older one of Linux kernels. Formats: lz4_Frame_format.md 1.6.4 and lz4_Block_format.md.
import { Buffer } from "node:buffer";
import type { ByteReader } from "../byte-reader.ts";
import { createXxh32, type Check } from "./check.ts";
import { Damage } from "./damage.ts";
import { History } from "./history.ts";
import { takeAll } from "./lzma-streams.ts";

const REACH = 1 << 16;
const LEGACY = 0x184c2102;
const LEGACY_BLOCK = 1 << 23;
/** Compressed blocks of the older format may be somewhat longer than what they hold. */
const MOST_LEGACY_INPUT = LEGACY_BLOCK + (LEGACY_BLOCK >> 7);
const PIECE_BYTES = 1 << 22;

/** Bits of a frame's flags. */
const [DICTIONARY, CONTENT_CHECKED, SIZED, BLOCKS_CHECKED, INDEPENDENT] = [0x01, 0x04, 0x08, 0x10, 0x20] as const;

/** One frame; the reader stands behind it. Throws Damage. */
export async function* readLz4(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const magic = (await takeAll(reader, 4)).readUInt32LE(0);
  if (magic === LEGACY) return yield* readLegacy(reader);
  const { flags, most } = await readDescriptor(reader);
  const history = new History(REACH);
  const content = (flags & CONTENT_CHECKED) !== 0 ? createXxh32() : undefined;
  for (let size = await readSize(reader); size !== 0; size = await readSize(reader)) {
    const length = size & 0x7fffffff;
    if (length > most) throw new Damage("malformed", "a block of the LZ4 data is longer than its frame allows");
    const input = await takeAll(reader, length);
    const block = (flags & BLOCKS_CHECKED) !== 0 ? sumOf(input) : undefined;
    if ((flags & INDEPENDENT) !== 0) history.reset();
    const output = size >>> 31 === 1 ? store(history, input) : decodeBlock(history, input, Math.min(most, PIECE_BYTES));
    if (block) await compare(reader, block, "a block of the LZ4 data differs from its checksum");
    content?.update(output);
    yield output;
  }
  if (content) await compare(reader, content, "the LZ4 data differs from its checksum");
}

/** Flags, and how long a block may be: what stands between a frame's magic number and its blocks. */
async function readDescriptor(reader: ByteReader): Promise<{ flags: number; most: number }> {
  const fixed = Buffer.from(await takeAll(reader, 2));
  const [flags = 0, sizes = 0] = fixed;
  if (flags >> 6 !== 1) throw new Damage("unsupported-compression", "the LZ4 data is of an unknown version");
  if ((flags & DICTIONARY) !== 0) throw new Damage("unsupported-compression", "the LZ4 data needs a dictionary");
  const size = Buffer.from(await takeAll(reader, (flags & SIZED) !== 0 ? 8 : 0));
  const stated = await takeAll(reader, 1);
  if (sumOf(Buffer.concat([fixed, size])).digest()[1] !== stated[0]) throw new Damage("malformed", "the LZ4 data has a damaged header");
  return { flags, most: 1 << (8 + 2 * ((sizes >> 4) & 7)) };
}

async function readSize(reader: ByteReader): Promise<number> {
  return (await takeAll(reader, 4)).readUInt32LE(0);
}

function sumOf(bytes: Uint8Array): Check {
  const check = createXxh32();
  check.update(bytes);
  return check;
}

async function compare(reader: ByteReader, check: Check, detail: string): Promise<void> {
  if (!check.digest().equals(await takeAll(reader, 4))) throw new Damage("malformed", detail);
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
