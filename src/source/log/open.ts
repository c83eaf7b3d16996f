// Opens whatever a user calls a log.
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError, type GapDraft, type LogPlace } from "../../finding/index.ts";
import { HEAD_BYTES, recogniseContent, type ContentKind } from "./content.ts";
import { DigestBook } from "./digest.ts";
import { openLogFolder } from "./folder.ts";
import { openGzip } from "./member.ts";
import type { LogFile, LogSource } from "./source.ts";
import { Expansion, gunzip, peek, untilBroken } from "./stream.ts";
import { openLogZip } from "./zip.ts";

type LogOptions = { readonly cwd: string; readonly stdin: AsyncIterable<Uint8Array> };

const READ_BYTES = 1 << 20;

/**
 * Opens a log file (plain or gzip), a folder of logs, the zip of a run's logs, or "-" for standard input.
 * Throws InputError for what is absent or no log; damage inside is a gap of the log it concerns.
 */
export async function openLogs(reference: string, options: LogOptions): Promise<LogSource> {
  if (reference === "-") return openStandardInput(options.stdin);
  if (reference.trim() === "") throw new InputError("log: is empty; give a file, a folder, the run's zip, or - for standard input");
  const path = resolve(options.cwd, reference);
  const found = await stat(path).catch(refuseAbsent);
  if (found.isDirectory()) return openLogFolder(reference, path);
  if (!found.isFile()) throw new InputError("log: is neither a file nor a folder; pipe it into standard input and give -");
  const kind = recogniseContent(await readHead(path));
  if (kind.kind === "zip") return openLogZip(reference, path);
  return openFile(reference, path, kind);
}

async function openFile(name: string, path: string, kind: ContentKind): Promise<LogSource> {
  if (kind.kind === "gzip") {
    const { head } = await peek(stoppedAtFailure(gunzip(createReadStream(path, { end: 1 << 16 }))));
    requireLog(recogniseContent(head));
  }
  requireLog(kind);
  const book = new DigestBook();
  const place: LogPlace = { kind: "log", file: name };
  const content = () => book.hashing(name, createReadStream(path, { highWaterMark: READ_BYTES }));
  const read = kind.kind === "gzip" ? () => openGzip(place, content()) : () => untilBroken(place, content());
  return toSource(name, { place, repeated: false, open: read }, () => book.of(name));
}

async function openStandardInput(stdin: AsyncIterable<Uint8Array>): Promise<LogSource> {
  const name = "stdin";
  const book = new DigestBook();
  const { head, all } = await peek(book.hashing(name, stdin));
  const kind = recogniseContent(head);
  if (kind.kind === "zip") throw new InputError("log: standard input is a zip archive, which needs random access; give the file's path");
  const place: LogPlace = { kind: "log", file: name };
  if (kind.kind !== "gzip") {
    requireLog(kind);
    return toSource(name, { place, repeated: false, open: () => untilBroken(place, all) }, () => book.of(name));
  }
  const expansion = new Expansion();
  const unzipped = await peek(gunzip(expansion.feed(all)));
  requireLog(recogniseContent(unzipped.head));
  return toSource(name, { place, repeated: false, open: () => untilBroken(place, unzipped.all, expansion) }, () => book.of(name));
}

function toSource(name: string, log: LogFile, sha256: () => string): LogSource {
  return { name, logs: [log], gaps: [] satisfies GapDraft[], sha256, close: async () => {} };
}

function refuseAbsent(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES") throw new InputError("log: may not be read; grant read permission");
  throw new InputError("log: there is no such file or folder; check the path and the working directory");
}

/** Throws for content that is certainly no log; gzip and empty content pass. */
function requireLog(kind: ContentKind): void {
  if (kind.kind === "error-page") throw new InputError(`log: is ${kind.what} instead of a log; download it again with a token that may read it`);
  if (kind.kind === "binary") throw new InputError(`log: is ${kind.what}, not a log; give a text file, a folder of logs, or the run's zip`);
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path).catch(refuseAbsent);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** For a look at the front only: the failure shows again when the log is read. */
async function* stoppedAtFailure(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch {
    return;
  }
}
