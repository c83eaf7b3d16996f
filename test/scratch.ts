// One folder for all that the tests of a run leave behind in the temporary folder. Vitest calls `setup` before the first test, and
// what it returns after the last.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function setup(): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "tests-"));
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
