// The real outside of a rollout: foreign tools, waiting, request ids.
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { runCommand } from "../command/index.ts";
import type { LoadPorts } from "./load/under-load.ts";

export function openPorts({ now, log, signal }: Pick<LoadPorts, "now" | "log" | "signal">): LoadPorts {
  return { run: runCommand, newId: randomUUID, wait: (milliseconds) => setTimeout(milliseconds, undefined, { signal }), now, log, signal };
}
