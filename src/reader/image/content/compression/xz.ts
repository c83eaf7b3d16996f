// The .xz format: streams of blocks, each with a checksum. Format: xz-file-format.txt 1.2.
import { crc32 } from "node:zlib";
import type { ByteReader } from "../byte-reader.ts";
import { createCrc32, createCrc64, createSha256, type Check } from "./check.ts";
import { Damage } from "./damage.ts";
import { readLzma2, takeAll } from "./lzma-streams.ts";

const HEADER_BYTES = 12;
const FOOTER_BYTES = 12;
const LZMA2 = 0x21;
/** Bytes of a block's checksum by its kind, section 2.1.1.2. */
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

/** One stream with its footer; the reader stands behind it. Throws Damage. */
export async function* readXz(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const header = await takeAll(reader, HEADER_BYTES);
  const isSound = header.readUInt32LE(8) === crc32(header.subarray(6, 8)) && header[6] === 0 && (header[7] ?? 0) < 16;
  if (!isSound) throw new Damage("malformed", "the xz data has a damaged header");
  let blocks = 0;
  for (let size = await takeByte(reader); size !== 0; size = await takeByte(reader)) {
    yield* readBlock(reader, { size, kind: header[7] ?? 0 });
    blocks++;
  }
  await skipIndex(reader, blocks);
  const footer = await takeAll(reader, FOOTER_BYTES);
  if (footer[10] !== 0x59 || footer[11] !== 0x5a) throw new Damage("malformed", "the xz data has a damaged end");
}

async function* readBlock(reader: ByteReader, { size, kind }: { size: number; kind: number }): AsyncGenerator<Uint8Array> {
  const rest = await takeAll(reader, size * 4 + 3);
  const header = Buffer.concat([Buffer.from([size]), rest]);
  if (crc32(header.subarray(0, -4)) !== header.readUInt32LE(header.length - 4)) throw new Damage("malformed", "a block of the xz data has a damaged header");
  const dictionary = parseDictionary(header);
  const check = createCheck(kind);
  const start = reader.position;
  for await (const chunk of readLzma2(reader, dictionary)) {
    check?.update(chunk);
    yield chunk;
  }
  await takeAll(reader, -(reader.position - start) & 3);
  const stated = await takeAll(reader, CHECK_BYTES[kind] ?? 0);
  if (check && !check.digest().equals(stated)) throw new Damage("malformed", "a block of the xz data differs from its checksum");
}

/** The dictionary of a block with the one filter that is not for machine code, section 5.3.1. */
function parseDictionary(header: Buffer): number {
  const flags = header[1] ?? 0;
  let at = 2;
  for (const bit of [0x40, 0x80]) if ((flags & bit) !== 0) at = behindNumber(header, at);
  if ((flags & 3) !== 0 || header[at] !== LZMA2) throw new Damage("unsupported-compression", "the xz data uses a filter that is not read");
  const bits = header[at + 2] ?? 0;
  if (bits > 40) throw new Damage("malformed", "the xz data has an impossible dictionary");
  return bits === 40 ? 2 ** 32 - 1 : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11);
}

function behindNumber(header: Buffer, at: number): number {
  let end = at;
  while (((header[end] ?? 0) & 0x80) !== 0) end++;
  return end + 1;
}

function createCheck(kind: number): Check | undefined {
  switch (kind) {
    case 1: return createCrc32();
    case 4: return createCrc64();
    case 10: return createSha256();
    default: return undefined;
  }
}

/** Section 4: a number of records of two numbers each, padding, a checksum. */
async function skipIndex(reader: ByteReader, blocks: number): Promise<void> {
  const start = reader.position - 1;
  const count = await takeNumber(reader);
  if (count !== blocks) throw new Damage("malformed", `the index of the xz data names ${count} blocks, there are ${blocks}`);
  for (let left = count * 2; left > 0; left--) await takeNumber(reader);
  await takeAll(reader, (-(reader.position - start) & 3) + 4);
}

async function takeNumber(reader: ByteReader): Promise<number> {
  let value = 0;
  for (let place = 0; place < 9; place++) {
    const byte = await takeByte(reader);
    value += (byte & 0x7f) * 2 ** (place * 7);
    if ((byte & 0x80) === 0) return value;
  }
  throw new Damage("malformed", "the xz data has a number without end");
}

async function takeByte(reader: ByteReader): Promise<number> {
  return (await takeAll(reader, 1))[0] ?? 0;
}
