// The tar format, pure: blocks in, entries out. Opens nothing and imports no other room; source and reader both walk archives with it.
export { BLOCK_BYTES, decodeName, isZero, paddedSize, parseHeader, type TarHeader } from "./header.ts";
export type { PaxRecord } from "./pax.ts";
export { EntryAssembler, type TarEntry } from "./entry.ts";
export { isSound, MOST_SEGMENTS, parseSparseBlock, parseStoredMap, type Segment, type Sparse } from "./sparse.ts";
