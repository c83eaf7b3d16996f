// `npm run test:e2e`: everything that needs a cluster, from nothing. Where no engine can run it says so and ends with its own code,
// so that nobody takes a test that did not run for one that passed.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findMissingTool } from "./cluster/command.ts";

/** No test ran: what they need is not here. */
const NOT_HERE = 4;

function run(): number {
  const missing = findMissingTool();
  if (missing !== undefined) {
    console.error(`test:e2e did not run: ${missing}`);
    return NOT_HERE;
  }
  const { status } = spawnSync("vitest", ["run", "--project", "e2e", ...process.argv.slice(2)], { cwd: join(import.meta.dirname, ".."), stdio: "inherit" });
  return status ?? 1;
}

process.exitCode = run();
