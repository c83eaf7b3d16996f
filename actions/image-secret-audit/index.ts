// The action's entry. A worker thread enters this file too, and loads no more than what it examines with.
import { isMainThread } from "node:worker_threads";

if (isMainThread) await (await import("./start.ts")).start();
else await import("../../src/crew/index.ts");
