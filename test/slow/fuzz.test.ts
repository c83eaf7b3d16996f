// Damaged images of every form and format for a minute, from a seed of its own each day of the month: no crash, no hang, nothing lost without a gap.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const SECONDS = 75;
/** Cases of one seed don't reach those of the next. */
const SPACING = 10_000_000;

it("reads damaged images for a while", async () => {
  const run = join(import.meta.dirname, "..", "fuzz", "run.ts");
  const seed = String(new Date().getUTCDate() * SPACING);
  const { stdout } = await promisify(execFile)(process.execPath, [run, "--seconds", String(SECONDS), "--seed", seed]).catch((error: { stdout: string }) => error);
  const [, read, gaps, refused, findings] = /(\d+) read, (\d+) with gaps, (\d+) refused, (\d+) findings/.exec(stdout) ?? [];
  expect(stdout.split("\n").filter((line) => line.startsWith("case "))).toEqual([]);
  expect(findings).toBe("0");
  // A run that reads nothing, or sees no damage, proves nothing.
  for (const count of [read, gaps, refused]) expect(Number(count)).toBeGreaterThan(10);
});
