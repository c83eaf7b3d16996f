// A sparse file out of a tar archive: its stored parts with the zeros between them, as engines extract it.
import { Buffer } from "node:buffer";
import { BLOCK_BYTES, isSound, MOST_SEGMENTS, paddedSize, parseSparseBlock, parseStoredMap, type Segment, type Sparse } from "../../../../tar/index.ts";
import type { ByteReader } from "../byte-reader.ts";

/** Zeros of one file that are read; a disk image of terabytes is read as it is stored. */
const MOST_HOLES = 4 * 2 ** 30;
const ZEROS = Buffer.alloc(1 << 18);
const NOTHING = Buffer.alloc(0);
const NEWLINE = 0x0a;
/** Of a map: sixteen digits and its end. */
const LONGEST_LINE = 17;

type SparseFile = {
  /** The file with its holes; undefined where the map can't be followed. */
  readonly whole: { readonly chunks: AsyncGenerator<Uint8Array>; readonly size: number } | undefined;
  /** Stored bytes that are still to be taken from the archive. */
  readonly stored: number;
  /** What stands around the map in its blocks; all of them where it can't be read. */
  readonly aside: Buffer;
};

/** Takes the map from the archive; `stored` bytes, of which a map of version 1.0 is a part, follow. */
export async function openSparse(reader: ByteReader, sparse: Sparse | "malformed", stored: number): Promise<SparseFile> {
  if (sparse === "malformed") return { whole: undefined, stored, aside: NOTHING };
  const start = reader.position;
  const { segments, aside } = sparse.map === "stored" ? await readStoredMap(reader, stored) : { segments: await readBlocks(reader, sparse), aside: NOTHING };
  const left = sparse.map === "stored" ? stored - (reader.position - start) : stored;
  const isRead = segments !== undefined && isSound(segments, { size: sparse.size, stored: left }) && sparse.size - left <= MOST_HOLES;
  return { whole: isRead ? { chunks: fill(reader, segments, sparse.size), size: sparse.size } : undefined, stored: left, aside };
}

async function readBlocks(reader: ByteReader, sparse: Exclude<Sparse, { map: "stored" }>): Promise<Segment[] | undefined> {
  const segments = [...sparse.segments];
  for (let { continued } = sparse; continued;) {
    const block = parseSparseBlock(await reader.take(BLOCK_BYTES));
    if (!block) return undefined;
    segments.push(...block.segments);
    ({ continued } = block);
  }
  return segments;
}

/** Parsed once all its lines are there: a map may have a million, of up to sixteen digits each. */
async function readStoredMap(reader: ByteReader, stored: number): Promise<{ segments?: Segment[]; aside: Buffer }> {
  const blocks: Buffer[] = [];
  let lines = 0;
  let due = 1;
  const most = () => Math.min(paddedSize(stored), due * LONGEST_LINE + BLOCK_BYTES);
  while ((blocks.length + 1) * BLOCK_BYTES <= most()) {
    const block = Buffer.from(await reader.take(BLOCK_BYTES));
    blocks.push(block);
    lines += block.filter((byte) => byte === NEWLINE).length;
    if (blocks.length === 1) due += Number.parseInt(block.toString("latin1"), 10) * 2;
    const isMap = due <= 1 + MOST_SEGMENTS * 2 && block.length === BLOCK_BYTES;
    if (!isMap || lines >= due || block.includes(0)) break;
  }
  const bytes = Buffer.concat(blocks);
  const end = bytes.indexOf(0);
  const segments = parseStoredMap(bytes.toString("latin1", 0, end < 0 ? bytes.length : end));
  return segments ? { segments, aside: bytes.subarray(end < 0 ? bytes.length : end) } : { aside: bytes };
}

async function* fill(reader: ByteReader, segments: readonly Segment[], size: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const segment of [...segments, { offset: size, size: 0 }]) {
    for (; at < segment.offset; at += ZEROS.length) yield ZEROS.subarray(0, Math.min(ZEROS.length, segment.offset - at));
    yield* reader.chunks(segment.size);
    at = segment.offset + segment.size;
  }
}
