// A sparse file out of a tar archive: its stored parts with the zeros between them, as engines extract it.
import { BLOCK_BYTES, isSound, paddedSize, parseSparseBlock, parseStoredMap, type Segment, type Sparse } from "../../../../tar/index.ts";
import type { ByteReader } from "../byte-reader.ts";

/** Zeros of one file that are read; a disk image of terabytes is read as it is stored. */
const MOST_HOLES = 4 * 2 ** 30;
const ZEROS = Buffer.alloc(1 << 18);

type SparseFile = {
  /** The file with its holes; undefined where the map can't be followed. */
  readonly whole: { readonly chunks: AsyncGenerator<Uint8Array>; readonly size: number } | undefined;
  /** Stored bytes that are still to be taken from the archive. */
  readonly stored: number;
};

/** Takes the map from the archive; `stored` bytes, of which a map of version 1.0 is a part, follow. */
export async function openSparse(reader: ByteReader, sparse: Sparse | "malformed", stored: number): Promise<SparseFile> {
  if (sparse === "malformed") return { whole: undefined, stored };
  const start = reader.position;
  const segments = sparse.map === "stored" ? await readStoredMap(reader, stored) : await readBlocks(reader, sparse);
  const left = sparse.map === "stored" ? stored - (reader.position - start) : stored;
  const isRead = segments !== undefined && isSound(segments, { size: sparse.size, stored: left }) && sparse.size - left <= MOST_HOLES;
  return { whole: isRead ? { chunks: fill(reader, segments, sparse.size), size: sparse.size } : undefined, stored: left };
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

async function readStoredMap(reader: ByteReader, stored: number): Promise<Segment[] | undefined> {
  let text = "";
  while (text.length + BLOCK_BYTES <= paddedSize(stored)) {
    const block = await reader.take(BLOCK_BYTES);
    text += block.toString("latin1");
    const end = text.indexOf("\0");
    const map = parseStoredMap(end < 0 ? text : text.slice(0, end));
    if (map === "none" || block.length < BLOCK_BYTES) return undefined;
    if (map) return map;
    if (end >= 0) return undefined;
  }
  return undefined;
}

async function* fill(reader: ByteReader, segments: readonly Segment[], size: number): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const segment of [...segments, { offset: size, size: 0 }]) {
    for (; at < segment.offset; at += ZEROS.length) yield ZEROS.subarray(0, Math.min(ZEROS.length, segment.offset - at));
    yield* reader.chunks(segment.size);
    at = segment.offset + segment.size;
  }
}
