// Every format that is opened, with its reader. The self-test's canary holds one of each; a test loses them one by one.
import type { ByteReader } from "./byte-reader.ts";
import type { Context, Site } from "./context.ts";
import { expandAs, expandSmallAs } from "./expand.ts";
import type { Format, Unread } from "./sniff.ts";
import { walkAr } from "./archive/ar.ts";
import { walkCpio } from "./archive/cpio.ts";
import { walkNestedTar } from "./archive/nested-tar.ts";
import { walkRpm } from "./archive/rpm.ts";
import { walkZip } from "./archive/zip/zip.ts";
import { walkLarge } from "./archive/zip/stream.ts";
import { readClassFile } from "./facts/class-file.ts";
import { readOfficeText } from "./facts/office-text.ts";
import { readPythonCode } from "./facts/python-code.ts";
import { readSqlite } from "./facts/sqlite.ts";
import { walkPdf, walkPng } from "./archive/embedded.ts";
import { walkGitPack } from "./git/pack.ts";
import { openZlib } from "./zlib-stream.ts";

type ReadBytes = (context: Context, site: Site, bytes: Buffer) => Promise<void>;
type ReadStream = (context: Context, site: Site, reader: ByteReader) => Promise<void>;

type FormatReader =
  | { readonly needs: "stream"; readonly nests: true; readonly read: ReadStream; /** For content that is in memory already. */ readonly readSmall?: ReadBytes }
  | {
    readonly needs: "whole";
    /** What comes out may hold archives again, so that the depth counts. */
    readonly nests: boolean;
    readonly read: ReadBytes;
    /** For content that is too large to be held. */
    readonly readLarge?: ReadStream;
  };

export const formatReaders = {
  gzip: { needs: "stream", nests: true, read: expandAs("gzip"), readSmall: expandSmallAs("gzip") },
  zstd: { needs: "stream", nests: true, read: expandAs("zstd"), readSmall: expandSmallAs("zstd") },
  xz: { needs: "stream", nests: true, read: expandAs("xz") },
  bzip2: { needs: "stream", nests: true, read: expandAs("bzip2") },
  lz4: { needs: "stream", nests: true, read: expandAs("lz4") },
  lzma: { needs: "stream", nests: true, read: expandAs("lzma") },
  lzip: { needs: "stream", nests: true, read: expandAs("lzip") },
  tar: { needs: "stream", nests: true, read: walkNestedTar },
  ar: { needs: "stream", nests: true, read: walkAr },
  cpio: { needs: "stream", nests: true, read: walkCpio },
  rpm: { needs: "stream", nests: true, read: walkRpm },
  zip: { needs: "whole", nests: true, read: walkZip, readLarge: walkLarge },
  zlib: { needs: "whole", nests: true, read: openZlib },
  "git-pack": { needs: "whole", nests: true, read: walkGitPack },
  pdf: { needs: "whole", nests: false, read: walkPdf },
  png: { needs: "whole", nests: false, read: walkPng },
  "java-class": { needs: "whole", nests: false, read: readClassFile },
  "python-code": { needs: "whole", nests: false, read: readPythonCode },
  "office-text": { needs: "whole", nests: false, read: readOfficeText },
  sqlite: { needs: "whole", nests: false, read: readSqlite },
} as const satisfies { readonly [format in Exclude<Format, Unread>]: FormatReader };

/** Undefined for formats that nothing here reads. */
export function readerOf(format: Format): FormatReader | undefined {
  const readers: { readonly [format in Format]?: FormatReader } = formatReaders;
  return readers[format];
}
