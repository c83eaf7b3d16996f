// What the stand-in for GitHub's API is held against is what GitHub published.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { committed, extractDescription } from "../github/extract.ts";

it("the committed schemas are those of the published package; repair: node test/github/extract.ts", () => {
  expect(readFileSync(committed, "utf8") === extractDescription()).toBe(true);
});
