// The zip that GitHub serves for a whole run (APPNOTE.TXT 6.3.10). yauzl reads it by random access, zip64 included.
import { crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { InputError, type GapDraft, type LogPlace } from "../../finding/index.ts";
import { DigestBook } from "./digest.ts";
import { MAX_LOGS } from "./folder.ts";
import { layOut } from "./layout.ts";
import { openChecked } from "./member.ts";
import type { LogFile, LogSource } from "./source.ts";
import { Expansion } from "./stream.ts";

const UTF8_NAME_FLAG = 0x800;
const STORED = 0;
const DEFLATED = 8;

/** Opens the archive at `path`. Members that cannot be read are gaps; an archive without a directory is the user's error. */
export async function openLogZip(name: string, path: string): Promise<LogSource> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(refuse);
  const gaps: GapDraft[] = [];
  const entries = await listEntries(zip, gaps);
  const layout = layOut([...entries.keys()]);
  const book = new DigestBook();
  const expansion = new Expansion(zip.fileSize);
  const toLog = ({ name: member, place, repeated }: (typeof layout.logs)[number]): LogFile => {
    const entry = entries.get(member);
    const content = () => (entry ? book.hashing(member, readEntry(zip, entry)) : nothing());
    return { place, repeated, open: () => (entry && findObstacle(place, entry)) ?? openChecked(place, content(), expansion) };
  };
  return { name, logs: layout.logs.map(toLog), gaps: [...gaps, ...layout.gaps], sha256: () => book.ofAll(), close: async () => zip.close() };
}

function refuse(): never {
  throw new InputError("log: the zip archive is damaged or incomplete; download it again");
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
