// Machines that a job shares with one that enters the environment. GitHub's own runners are thrown away after each job, others may not be.
import type { GapDraft } from "../../../finding/index.ts";
import { fromParts, toParts } from "../evaluate/convert.ts";
import { evaluateValue } from "../evaluate/matrix.ts";
import { toGap } from "../rules.ts";
import type { Run, State } from "../run.ts";

/** Labels that a machine must have, in lower case; undefined where they can't be known. */
type Labels = ReadonlySet<string> | undefined;

const HOSTED = /^(?:ubuntu|windows|macos)-(?:latest|slim|\d[\d.]*)(?:-(?:arm|intel|large|xlarge|vs\d+))*$/;

/** Label sets of machines that aren't GitHub's own. */
export function findOwnMachines(runs: readonly Run[]): { sets: readonly ReadonlySet<string>[]; open: boolean } {
  const all = runs.flatMap(labelsOf);
  return { sets: all.filter((labels) => labels !== undefined).filter((labels) => !isHosted(labels)), open: all.includes(undefined) };
}

/** A machine serves both jobs for certain where one asks for no more than the other; sets that differ are an assumption. */
export function judgeRunner(run: Run, machines: ReturnType<typeof findOwnMachines>): { gaps: GapDraft[]; apart: boolean } {
  if (!run.job.runsOn || (machines.sets.length === 0 && !machines.open)) return { gaps: [], apart: false };
  const own = labelsOf(run).filter((labels) => labels === undefined || !isHosted(labels));
  const shared = own.some((labels) => labels === undefined || machines.open || machines.sets.some((others) => isWithin(labels, others) || isWithin(others, labels)));
  if (!shared) return { gaps: [], apart: own.length > 0 };
  const detail = "the job can run on the same machine as a job that enters the environment, and what it leaves there is not known; give that job runners of its own, or GitHub's";
  return { gaps: [toGap("undecided-escalation", run, { at: run.job.runsOn.at, detail })], apart: false };
}

function labelsOf(run: Run): Labels[] {
  const { runsOn } = run.job;
  if (!runsOn || run.job.call) return [];
  const found = new Map<string, Labels>();
  for (const state of run.states) {
    for (const labels of labelsIn(runsOn, state)) found.set(labels ? [...labels].sort().join() : "?", labels);
  }
  return [...found.values()];
}

function labelsIn(runsOn: NonNullable<Run["job"]["runsOn"]>, state: State): Labels[] {
  let sets: Labels[] = [new Set(runsOn.group ? ["group"] : [])];
  const values = runsOn.group ? [...runsOn.labels, runsOn.group] : runsOn.labels;
  for (const value of values) {
    const alternatives = evaluateValue(value, state.contexts).flatMap((found) => (found.kind === "list" ? [found.items] : [[found]]));
    sets = sets.flatMap((labels) => alternatives.map((items) => {
      const texts = items.map((item) => fromParts(toParts(item)));
      if (!labels || texts.some((text) => text.kind !== "literal")) return undefined;
      const prefix = value === runsOn.group ? "group:" : "";
      return new Set([...labels, ...texts.map((text) => prefix + String(text.kind === "literal" ? text.value : "").toLowerCase())]);
    }));
  }
  return sets;
}

function isHosted(labels: ReadonlySet<string>): boolean {
  return labels.size > 0 && [...labels].every((label) => HOSTED.test(label));
}

function isWithin(inner: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return [...inner].every((label) => outer.has(label));
}
