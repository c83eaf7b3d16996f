// A folder of logs: an unpacked run archive, or whatever a job has kept.
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { GapDraft } from "../../finding/index.ts";
import { DigestBook } from "./digest.ts";
import { layOut, MAX_LOGS, type LaidOut } from "./layout.ts";
import { openChecked } from "./member.ts";
import type { LogSource } from "./source.ts";
import { openInnerZip, type OpenedZip } from "./zip.ts";

/** Opens every file below `path`, an existing folder. Links are followed as long as they stay inside. */
export async function openLogFolder(name: string, path: string): Promise<LogSource> {
  const gaps: GapDraft[] = [];
  const names = await listFiles(await realpath(path), gaps);
  const book = new DigestBook();
  const archives = await openArchives(path, names.slice(0, MAX_LOGS), book);
  const layout = layOut(names.slice(0, MAX_LOGS).filter((member) => !archives.has(member)));
  if (names.length > MAX_LOGS) gaps.push(atRoot("count-limit", `the folder holds ${names.length} files; only ${MAX_LOGS} were read`));
  const toLog = ({ name: member, place, repeated }: LaidOut) => ({
    place,
    repeated,
    open: () => openChecked(place, book.hashing(member, createReadStream(join(path, member), { highWaterMark: 1 << 20 }))),
  });
  const inner = [...archives.values()];
  return {
    name, logs: [...layout.logs.map(toLog), ...inner.flatMap(({ logs }) => logs)], gaps: [...gaps, ...layout.gaps, ...inner.flatMap((one) => one.gaps)],
    sha256: () => book.ofAll(), close: async () => inner.forEach((one) => one.close()),
  };
}

/** Archives among the logs; one that is damaged tells so where it is read. */
async function openArchives(path: string, names: readonly string[], book: DigestBook): Promise<Map<string, OpenedZip>> {
  const found = new Map<string, OpenedZip>();
  for (const name of names) {
    if (!/\.zip$/i.test(name)) continue;
    const opened = await openInnerZip(join(path, name), { prefix: `${name}/`, book });
    if (opened) found.set(name, opened);
  }
  return found;
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
