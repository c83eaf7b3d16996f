import { isMainThread } from "node:worker_threads";
import { runAction } from "../../src/runtime/index.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";

if (isMainThread) await runAction(contract, main);
