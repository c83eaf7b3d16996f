// Compressions that Node has no engine for: bytes in, bytes out, in bounded memory; what is wrong with the data is thrown as Damage.
import type { ByteReader } from "../byte-reader.ts";
import { readBzip2 } from "./bzip2/bzip2.ts";
import { readLz4 } from "./lz4.ts";
import { readLzip, readLzmaAlone } from "./lzma-streams.ts";
import { readXz } from "./xz.ts";

/** Reads one stream or frame; others may follow it. */
export type StreamReader = (reader: ByteReader) => AsyncGenerator<Uint8Array>;

export const streamReaders = {
  xz: readXz, bzip2: readBzip2, lz4: readLz4, lzma: readLzmaAlone, lzip: readLzip,
} as const satisfies { readonly [name: string]: StreamReader };
