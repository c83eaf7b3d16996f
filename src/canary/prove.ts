// Holds what a check found in a planted input against what was planted there.
import type { FindingDraft, SelfTest } from "../finding/index.ts";

export type Planted<Input> = { readonly input: Input; readonly plants: readonly { readonly name: string; readonly isFoundBy: (finding: FindingDraft) => boolean }[] };

/** `examine` is the check's own path; a check that stumbles over its canaries has found none. */
export async function proveDetection<Input>(planted: Planted<Input>, examine: (input: Input) => Promise<{ findings: readonly FindingDraft[] }>): Promise<SelfTest> {
  const { findings } = await examine(planted.input);
  const missed = planted.plants.filter((plant) => !findings.some(plant.isFoundBy)).map((plant) => plant.name);
  return { planted: planted.plants.length, detected: planted.plants.length - missed.length, missed };
}
