// The committed bundles are what the sources give: built twice in folders of different depth, compared byte by byte.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDist, listDoors } from "./build-dist.ts";

const root = join(import.meta.dirname, "..");

/** Every way in which the committed bundles differ from their sources, as sentences; empty when none does. */
export async function verifyDist(): Promise<string[]> {
  const [first, second] = await Promise.all([mkdtemp(join(tmpdir(), "one-")), mkdtemp(join(tmpdir(), "two-"))]);
  try {
    await Promise.all([buildDist(first, 1), buildDist(second, 4)]);
    const built = await readBundles(first);
    return [
      ...compare(built, await readBundles(second), "is not reproducible"),
      ...compare(built, await readBundles(root), "is not what the sources give; repair: npm run build"),
    ];
  } finally {
    await Promise.all([first, second].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** Path to content digest of every file in every dist folder. */
async function readBundles(folder: string): Promise<Map<string, string>> {
  const bundles = new Map<string, string>();
  for (const door of await listDoors()) {
    const dist = join(folder, door, "dist");
    for (const name of await readdir(dist).catch(() => [])) {
      bundles.set(`${door}/dist/${name}`, createHash("sha256").update(await readFile(join(dist, name))).digest("hex"));
    }
  }
  return bundles;
}

function compare(expected: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>, complaint: string): string[] {
  const names = new Set([...expected.keys(), ...actual.keys()]);
  return [...names].filter((name) => expected.get(name) !== actual.get(name)).map((name) => `${name} ${complaint}`);
}

if (import.meta.main) {
  const complaints = await verifyDist();
  for (const complaint of complaints) console.log(complaint);
  if (complaints.length === 0) for (const [name, digest] of await readBundles(root)) console.log(`${digest}  ${name}`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
