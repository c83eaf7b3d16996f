// Temporary files for archives that can't be read where they lie: compressed ones, and those that an engine hands out.
import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm, stat, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { InputError } from "../finding/index.ts";
import { readRange } from "./file-bytes.ts";

/** Most that a compressed archive may expand to: 64 GiB. Larger ones are to be decompressed by hand. */
const SPOOL_LIMIT_BYTES = 2 ** 36;

export type Spool = {
  readonly handle: FileHandle;
  readonly size: number;
  /** The data ended early: what came before is in the file. */
  readonly truncated: boolean;
  readonly dispose: () => Promise<void>;
};

/** Runs `fill` on the path of a new file in a folder that only this user can read; the file goes away with `dispose`. */
export async function spoolFile(fill: (path: string) => Promise<{ truncated: boolean }>): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), "pci-pipeline-"));
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "archive.tar");
    const { truncated } = await fill(path);
    const handle = await open(path);
    const { size } = await stat(path);
    // An unlinked file lives as long as its handle: nothing stays behind when the process is killed. Windows refuses, dispose follows.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return { handle, size, truncated, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Decompresses an open archive into a spool file; `limit` is in bytes. */
export function spoolDecompressed(source: { name: string; handle: FileHandle; size: number }, kind: "gzip" | "zstd", limit = SPOOL_LIMIT_BYTES): Promise<Spool> {
  return spoolFile(async (path) => {
    const engine = kind === "gzip" ? createGunzip({ chunkSize: 1 << 18 }) : createZstdDecompress({ chunkSize: 1 << 18 });
    let written = 0;
    const bounded = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        written += chunk.length;
        if (written > limit) done(new InputError(`${source.name} expands to more than ${limit} bytes; decompress it by hand and name the tar archive`));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(readRange(source.handle, { start: 0, end: source.size }), engine, bounded, createWriteStream(path, { mode: 0o600 }));
      return { truncated: false };
    } catch (error) {
      if (error instanceof InputError) throw error;
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (code === "ENOSPC") throw new InputError(`${source.name} needs more room than the temporary folder has; set TMPDIR to a larger disk`);
      if (written < 512) throw new InputError(`${source.name} is damaged: its ${kind} data cannot be decompressed; make the archive again`);
      return { truncated: true };
    }
  });
}
