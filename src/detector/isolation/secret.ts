// Which secrets a job outside the allowed ones can read.
import type { FindingDraft, GapDraft } from "../../finding/index.ts";
import type { Text } from "../../reader/workflow/index.ts";
import { toFinding, toGap } from "./rules.ts";
import { originsOf, type Run } from "./run.ts";

/** GitHub's own token is judged by the permissions. */
const TOKEN = "github_token";

/** Names that the jobs read which may enter the environment: under which it stores its secrets, as far as workflows tell. */
export function namesOfProduction(targets: readonly Run[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const run of targets) {
    for (const text of textsOf(run)) {
      for (const name of text.secrets.keys()) names.add(name);
      for (const origin of originsOf(text, run.gate)) names.add(origin);
    }
  }
  names.delete(TOKEN);
  return names;
}

/** How workflows spell the names of secrets: a name may itself be a credential, which only its own spelling shows. */
export function findSpellings(runs: readonly Run[]): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  for (const run of runs) {
    const passed = run.job.call?.secrets instanceof Map ? [...run.job.call.secrets.values()] : [];
    for (const text of [...run.job.texts, ...run.workflow.texts, ...passed]) for (const [name, spelt] of text.secrets) spellings.set(name, spelt);
  }
  return spellings;
}

/** `stored` are the names that GitHub holds for every job of the repository; undefined where they aren't known. */
export type SecretQuestion = {
  readonly entered: boolean; readonly environment: string; readonly production: ReadonlySet<string>; readonly spellings: ReadonlyMap<string, string>;
  readonly stored: ReadonlySet<string> | undefined;
};

export function judgeSecrets(run: Run, question: SecretQuestion): { findings: FindingDraft[]; gaps: GapDraft[]; read: ReadonlySet<string> } {
  const texts = textsOf(run);
  const passed = run.job.call?.secrets instanceof Map ? [...run.job.call.secrets.values()] : [];
  const all = [...texts, ...passed].find((text) => text.allSecrets);
  const findings: FindingDraft[] = [];
  if (all) findings.push(toFinding("all-secrets-exposed", run, { at: all.at, shown: "all secrets" }));
  const reading = texts.filter((text) => text.allSecrets || originsWithoutToken(text, run).size > 0);
  const [first] = reading;
  if (question.entered && first) findings.push(toFinding("environment-secret-reached", run, { at: first.at, shown: `secrets of environment ${question.environment}` }));
  const gaps = question.entered ? [] : findShared(run, texts, question);
  const read = texts.flatMap((text) => [...originsWithoutToken(text, run)]);
  return { findings, gaps, read: new Set(read.filter((name) => question.stored?.has(name) ?? true)) };
}

/** The same name can hold the same value outside of the environment: only who keeps the secrets can tell. */
function findShared(run: Run, texts: readonly Text[], question: SecretQuestion): GapDraft[] {
  const told = new Set<string>();
  return texts.flatMap((text) => [...originsWithoutToken(text, run)].flatMap((name) => {
    // What is stored in no other place is empty here.
    if (!question.production.has(name) || told.has(name) || question.stored?.has(name) === false) return [];
    told.add(name);
    return [toGap("undecided-escalation", run, { at: text.at, detail:
      `the job reads the secret ${question.spellings.get(name) ?? "that it was passed"}, which a job that enters ${question.environment} reads too: whether the value is production's, the repository's administrator knows; give the two secrets different names` })];
  }));
}

function originsWithoutToken(text: Text, run: Run): Set<string> {
  const origins = originsOf(text, run.gate);
  origins.delete(TOKEN);
  return origins;
}

/** A job that calls a workflow has no runner: what it passes on is judged where it arrives. */
function textsOf(run: Run): readonly Text[] {
  return run.job.call ? run.job.texts : [...run.job.texts, ...run.workflow.texts];
}
