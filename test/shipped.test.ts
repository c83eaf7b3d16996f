// What a release ships is audited like any other image: a rule that takes our own bundles for a leak is seen here first.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createInspector } from "../src/detector/index.ts";
import { toFragments, type Reading } from "../src/reader/index.ts";
import { root } from "./guards/sources.ts";

const folders = [...readdirSync(join(root, "actions")).map((door) => join(root, "actions", door, "dist")), join(root, "cli/dist")];
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

it("finds nothing in the bundles", { timeout: 30_000 }, async () => {
  expect(files.length).toBeGreaterThan(9);
  const inspector = createInspector();
  const found: string[] = [];
  for (const path of files) {
    const readings: AsyncIterable<Reading> = toFragments({ kind: "image", platform: "any", layer: null, part: "file", path, members: [], state: "final" }, [readFileSync(path)]);
    for await (const reading of readings) if (reading.kind === "fragment") found.push(...inspector.inspect(reading).filter(({ severity }) => severity !== "low").map(({ ruleId, location }) => JSON.stringify([ruleId, location])));
  }
  expect(found).toEqual([]);
});
