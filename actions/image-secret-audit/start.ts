// All of the action that a worker thread has no use for.
import { runAction } from "../../src/runtime/index.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";

export const start = (): Promise<void> => runAction(contract, main);
