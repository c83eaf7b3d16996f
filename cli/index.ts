// The doors for a terminal. A worker thread enters this file too, and loads no more than what it examines with.
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const { runCommandLine } = await import("./commands.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else await import("../src/crew/index.ts");
