// A folder of logs: an unpacked run archive, or whatever a job has kept.
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { GapDraft } from "../../finding/index.ts";
import { DigestBook } from "./digest.ts";
import { layOut, type LaidOut } from "./layout.ts";
import { openChecked } from "./member.ts";
import type { LogSource } from "./source.ts";

/** More files than any run has; what lies beyond is a gap. */
export const MAX_LOGS = 100_000;

/** Opens every file below `path`, an existing folder. Links are followed as long as they stay inside. */
export async function openLogFolder(name: string, path: string): Promise<LogSource> {
  const gaps: GapDraft[] = [];
  const names = await listFiles(await realpath(path), gaps);
  const layout = layOut(names.slice(0, MAX_LOGS));
  if (names.length > MAX_LOGS) gaps.push(atRoot("count-limit", `the folder holds ${names.length} files; only ${MAX_LOGS} were read`));
  const book = new DigestBook();
  const toLog = ({ name: member, place, repeated }: LaidOut) => ({
    place,
    repeated,
    open: () => openChecked(place, book.hashing(member, createReadStream(join(path, member), { highWaterMark: 1 << 20 }))),
  });
  return { name, logs: layout.logs.map(toLog), gaps: [...gaps, ...layout.gaps], sha256: () => book.ofAll(), close: async () => {} };
}

async function listFiles(root: string, gaps: GapDraft[]): Promise<string[]> {
  const names: string[] = [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const name = join(entry.parentPath, entry.name).slice(root.length + 1).split(sep).join("/");
    if (entry.isFile()) names.push(name);
    else if (entry.isSymbolicLink()) await followLink(root, name, { names, gaps });
    else if (!entry.isDirectory()) gaps.push({ reason: "unsupported-feature", location: { kind: "log", file: name }, detail: "neither a file nor a folder" });
  }
  return names.sort();
}

async function followLink(root: string, name: string, found: { names: string[]; gaps: GapDraft[] }): Promise<void> {
  const location = { kind: "log", file: name } as const;
  const target = await realpath(join(root, name)).catch(() => undefined);
  if (target === undefined) found.gaps.push({ reason: "missing-blob", location, detail: "the link leads nowhere" });
  else if (!target.startsWith(root + sep)) found.gaps.push({ reason: "path-escape", location, detail: "the link leads out of the folder and was not followed" });
  else if ((await stat(target)).isFile()) found.names.push(name);
  // A link to a folder inside names files that are read under their own names.
}

function atRoot(reason: GapDraft["reason"], detail: string): GapDraft {
  return { reason, location: { kind: "log", file: "." }, detail };
}
