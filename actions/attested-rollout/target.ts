// Where the image goes: the caller's file, with what only the job knows put over it.
import * as z from "zod";
import { targetSchema, type Target } from "../../src/rollout/index.ts";
import { parseYaml, readInput, type Inputs } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";

/** Throws InputError with all issues at once. */
export async function readTarget(inputs: Inputs<typeof contract>, cwd: string): Promise<Target> {
  const { target: path, context, import: importing } = inputs;
  const text = (await readInput(cwd, path, "target")).toString("utf8");
  const over = { ...(context !== undefined && { context }), ...(importing !== "as-target" && { import: importing }) };
  return parseYaml(text, z.preprocess((given) => (typeof given === "object" && given !== null ? { ...given, ...over } : given), targetSchema), `target ${path}`);
}
