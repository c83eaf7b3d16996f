// The zip that GitHub serves for a whole run (APPNOTE.TXT 6.3.10). yauzl reads it by random access, zip64 included.
import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from "yauzl";
import { InputError, type GapDraft, type LogPlace } from "../../finding/index.ts";
import { DigestBook } from "./digest.ts";
import { layOut, MAX_LOGS } from "./layout.ts";
import { openChecked } from "./member.ts";
import type { LogFile, LogSource } from "./source.ts";
import { Expansion } from "./stream.ts";

const UTF8_NAME_FLAG = 0x800;
const STORED = 0;
const DEFLATED = 8;

/** Archives within archives are read so deep, from memory, as long as they are no larger than this all together. */
const MAX_DEPTH = 2;
const MAX_INNER_BYTES = 128 << 20;
const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;

/** The logs of one archive under `prefix`, those of archives in it among them. */
export type OpenedZip = { readonly logs: readonly LogFile[]; readonly gaps: readonly GapDraft[]; close(): void };
/** What an archive and those within share. */
type Shared = { readonly prefix: string; readonly book: DigestBook; readonly expansion: Expansion; readonly depth: number; readonly room: { bytes: number } };

/** Opens the archive at `path`. Members that cannot be read are gaps; an archive without a directory is the user's error. */
export async function openLogZip(name: string, path: string): Promise<LogSource> {
  const book = new DigestBook();
  const opened = await openInnerZip(path, { prefix: "", book });
  if (!opened) throw new InputError("log: the zip archive is damaged or incomplete; download it again");
  return { name, logs: opened.logs, gaps: opened.gaps, sha256: () => book.ofAll(), close: async () => opened.close() };
}

/** An archive among other logs; undefined where it has no directory. */
export async function openInnerZip(path: string, { prefix, book }: Pick<Shared, "prefix" | "book">): Promise<OpenedZip | undefined> {
  const zip = await openPromise(path, OPTIONS).catch(() => undefined);
  return zip && openZip(zip, { prefix, book, expansion: new Expansion(zip.fileSize), depth: 0, room: { bytes: MAX_INNER_BYTES } });
}

async function openZip(zip: ZipFile, shared: Shared): Promise<OpenedZip> {
  const { prefix, book, expansion } = shared;
  const gaps: GapDraft[] = [];
  const entries = await listEntries(zip, gaps);
  const inner = await openArchives(zip, entries, shared);
  const layout = layOut([...entries.keys()].filter((member) => !inner.has(member)));
  const toLog = ({ name: member, place: within, repeated }: (typeof layout.logs)[number]): LogFile => {
    const entry = entries.get(member);
    const place = under(prefix, within);
    const content = () => (entry ? book.hashing(prefix + member, readEntry(zip, entry)) : nothing());
    return { place, repeated, open: () => (entry && findObstacle(place, entry)) ?? openChecked(place, content(), expansion) };
  };
  const within = [...inner.values()];
  const own = [...gaps, ...layout.gaps].map((gap) => (gap.location.kind === "log" ? { ...gap, location: under(prefix, gap.location) } : gap));
  return {
    logs: [...layout.logs.map(toLog), ...within.flatMap(({ logs }) => logs)], gaps: [...own, ...within.flatMap((one) => one.gaps)],
    close: () => [zip, ...within].forEach((one) => one.close()),
  };
}

function under(prefix: string, place: LogPlace): LogPlace {
  return { ...place, file: prefix + place.file, ...(place.job !== undefined && { job: prefix + place.job }) };
}

/** Those of the entries that are archives and can be read as such; the others tell by themselves why they can't. */
async function openArchives(zip: ZipFile, entries: ReadonlyMap<string, Entry>, shared: Shared): Promise<Map<string, OpenedZip>> {
  const found = new Map<string, OpenedZip>();
  if (shared.depth >= MAX_DEPTH) return found;
  for (const [member, entry] of entries) {
    if (!/\.zip$/i.test(member) || findObstacle({ kind: "log", file: member }, entry)) continue;
    const bytes = await readWhole(zip, entry, shared);
    const inner = bytes && await fromBufferPromise(bytes, OPTIONS).catch(() => undefined);
    if (inner) found.set(member, await openZip(inner, { ...shared, prefix: `${shared.prefix}${member}/`, depth: shared.depth + 1 }));
  }
  return found;
}

/** Undefined for what is damaged, or too large to be held. */
async function readWhole(zip: ZipFile, entry: Entry, { expansion, room }: Shared): Promise<Buffer | undefined> {
  if (entry.uncompressedSize > room.bytes) return undefined;
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of readEntry(zip, entry)) {
      if ((room.bytes -= chunk.length) < 0 || !expansion.add(chunk.length)) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

/** Entries that are files, by name. Of two with one name the second gets a number, since both have content. */
async function listEntries(zip: ZipFile, gaps: GapDraft[]): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = decodeName(entry);
      if (name.endsWith("/")) continue;
      if (entries.size >= MAX_LOGS) {
        gaps.push(atArchive("count-limit", `the archive holds ${zip.entryCount} entries; only ${MAX_LOGS} were read`));
        break;
      }
      let unique = name;
      for (let copy = 2; entries.has(unique); copy++) unique = `${name}#${copy}`;
      entries.set(unique, entry);
    }
  } catch {
    gaps.push(atArchive("malformed", "the archive's directory breaks off; entries after the break were not read"));
  }
  return entries;
}

function atArchive(reason: GapDraft["reason"], detail: string): GapDraft {
  return { reason, location: { kind: "log", file: "." }, detail };
}

/** Names are labels only, nothing is ever written under them; so a hostile one is shown without its control characters. */
function decodeName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const name = entry.generalPurposeBitFlag & UTF8_NAME_FLAG ? raw.toString("utf8") : raw.toString("latin1");
  return name.replaceAll("\\", "/").replace(/\p{Cc}/gu, "�").replace(/^\/+/, "");
}

function findObstacle(place: LogPlace, entry: Entry): AsyncIterable<GapDraft> | undefined {
  if (entry.isEncrypted()) return only({ reason: "encrypted", location: place, detail: "the entry is encrypted", bytes: entry.uncompressedSize });
  if (entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED) return undefined;
  const detail = `the entry's compression method ${entry.compressionMethod} is not read`;
  return only({ reason: "unsupported-compression", location: place, detail, bytes: entry.uncompressedSize });
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    checksum = crc32(chunk as Uint8Array, checksum);
    yield chunk as Uint8Array;
  }
  if (checksum !== entry.crc32) throw new Error("checksum differs");
}

async function* only(gap: GapDraft): AsyncGenerator<GapDraft> {
  yield gap;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
