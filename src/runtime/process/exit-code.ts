// What the shell sees. The order of the promises: a refuted claim beats an undecided one.
import type { Verdict } from "../../finding/index.ts";

export const exitCodes = { pass: 0, fail: 1, inconclusive: 2, badInput: 3, defect: 70 } as const;

export function exitCodeOf(verdict: Verdict): number {
  return exitCodes[verdict];
}
