// The doors for a terminal. A worker thread enters this file too, and must not run a command.
import { isMainThread } from "node:worker_threads";
import { runCommandLine } from "./commands.ts";

if (isMainThread) process.exitCode = await runCommandLine(process.argv.slice(2));
