// How a run ends that reached no verdict: the user's mistake in one sentence, ours with its stack.
import { InputError } from "../../finding/index.ts";
import { clean } from "../../report/index.ts";
import { exitCodes } from "./exit-code.ts";

export type Failure = { readonly exitCode: number; readonly message: string };

/** `name` is the door; an aborted run is no defect. */
export function describeFailure(name: string, error: unknown, signal: AbortSignal): Failure {
  if (signal.aborted) return { exitCode: exitCodes.defect, message: `${name}: interrupted; no verdict was reached` };
  if (error instanceof InputError) return { exitCode: exitCodes.badInput, message: `${name}: ${clean(error.message)}` };
  return {
    exitCode: exitCodes.defect,
    message: `${stackOf(error)}\n${name}: this is a defect of pci-pipeline; no verdict was reached`,
  };
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
