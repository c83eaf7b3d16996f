// The committed bundles are the sources' own, and no door carries what it must not have.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listDoors } from "../../tools/build-dist.ts";
import { verifyDist } from "../../tools/verify-dist.ts";
import { root } from "../guards/sources.ts";

const doors = await listDoors();
const scanners = ["actions/image-secret-audit", "actions/log-leak-guard", "actions/isolation-assert"];
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, object>;
const named = { ...dependencies, ...devDependencies };
/** All of a door's files: what its worker threads share stands in files of its own. */
const bundle = (door: string) => readdirSync(join(root, door, "dist")).filter((name) => name.endsWith(".js")).map((name) => readFileSync(join(root, door, "dist", name), "utf8")).join("\n");

describe("dist", () => {
  it("is what the sources give, byte by byte, twice; repair: npm run build", async () => expect(await verifyDist()).toEqual([]));

  it.each(scanners)("%s holds no signing", (door) => {
    expect(doors).toContain(door);
    expect(bundle(door)).not.toMatch(/@sigstore\//);
  });

  // What reads images holds no way to GitHub; what reads runs and protection rules needs one.
  it("image-secret-audit holds no GitHub client", () => expect(bundle("actions/image-secret-audit")).not.toMatch(/@octokit\//));

  it.each(scanners)("%s stays below 3 MB", (door) => expect(bundle(door).length).toBeLessThan(3_000_000));
  it.each(["actions/compliance-attest", "actions/compliance-verify", "cli"])("%s stays below 8 MB", (door) => expect(bundle(door).length).toBeLessThan(8_000_000));

  it.each(doors)("%s misses no module: the bundler takes one that is not found for one to be had at run time", (door) => {
    const missing = [...bundle(door).matchAll(/eval\("require"\)\("([^"]+)"\)/g)].map(([, name]) => name ?? "");
    // Libraries try optional companions, which we don't name.
    expect(missing.filter((name) => name in named)).toEqual([]);
  });

  it.each(doors)("%s states the licences of what it carries", (door) => expect(statSync(join(root, door, "dist", "licenses.txt")).size).toBeGreaterThan(100));
});
