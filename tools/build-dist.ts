// Bundles every door: tsc to JavaScript, then ncc, one file a door, unminified, so that what is reviewed is what runs.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..");
const run = promisify(execFile);

/** Folders that hold an index.ts to bundle, relative to the checkout: each action, and the command. */
export async function listDoors(): Promise<string[]> {
  const actions = (await readdir(join(root, "actions"))).map((name) => `actions/${name}`).filter((door) => existsSync(join(root, door, "index.ts")));
  return [...actions.sort(), "cli"];
}

/** Writes <target>/<door>/dist/{index.js,package.json,licenses.txt} for each door; works in a folder `depth` levels below a temporary one. */
export async function buildDist(target: string, depth = 1): Promise<void> {
  const work = join(await mkdtemp(join(tmpdir(), "dist-")), ...Array.from({ length: depth }, () => "deep"));
  try {
    await mkdir(work, { recursive: true });
    await symlink(join(root, "node_modules"), join(work, "node_modules"));
    await cp(join(root, "package.json"), join(work, "package.json"));
    await run(join(root, "node_modules/.bin/tsc"), ["-p", join(root, "tools/tsconfig.dist.json"), "--outDir", work]);
    for (const door of await listDoors()) {
      const dist = join(target, door, "dist");
      await rm(dist, { recursive: true, force: true });
      await run(join(root, "node_modules/.bin/ncc"), ["build", join(work, door, "index.js"), "--license", "licenses.txt", "--no-cache", "-o", dist]);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await buildDist(root);
  console.log(`built ${(await listDoors()).map((door) => `${door}/dist`).join(", ")}`);
}
