// Bundles every door: tsc to JavaScript, then ncc, unminified, so that what is reviewed is what runs. A door whose parts load by themselves has a file for each.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
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
    await copyPackages(join(work, "node_modules"));
    await cp(join(root, "package.json"), join(work, "package.json"));
    await run(join(root, "node_modules/.bin/tsc"), ["-p", join(root, "tools/tsconfig.dist.json"), "--outDir", work]);
    // Module ids are made from paths relative to the working folder, the bundler's own included: all of them lie below it.
    const bundler = join(work, "node_modules/@vercel/ncc/dist/ncc/cli.js");
    for (const door of await listDoors()) {
      const dist = join(target, door, "dist");
      await rm(dist, { recursive: true, force: true });
      await run(process.execPath, [bundler, "build", join(work, door, "index.js"), "--license", "licenses.txt", "--no-cache", "-o", dist], { cwd: work });
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Copies, not links: a bundle holds the paths of what is in it, relative to the folder in which it was made. */
async function copyPackages(target: string): Promise<void> {
  const { packages } = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, { dev?: boolean; optional?: boolean; link?: boolean }> };
  const names = Object.entries(packages).filter(([, { dev, optional, link }]) => !dev && !optional && !link)
    .flatMap(([path]) => /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1] ?? []);
  for (const name of [...names, "@vercel/ncc"]) await cp(join(root, "node_modules", name), join(target, name), { recursive: true });
}

if (import.meta.main) {
  await buildDist(root);
  console.log(`built ${(await listDoors()).map((door) => `${door}/dist`).join(", ")}`);
}
