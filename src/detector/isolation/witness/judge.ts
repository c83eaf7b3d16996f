// Holds what a build job saw against what the deploy job saw: absence counts only where presence was shown by the same means.
import type { Assumption, FindingDraft, GapDraft } from "../../../finding/index.ts";
import { sameEnvironment, type Question } from "../question.ts";
import { toFinding, toGap } from "../rules.ts";
import type { Run } from "../run.ts";
import type { Witness } from "./record.ts";

export type Testimony = { readonly findings: readonly FindingDraft[]; readonly gaps: readonly GapDraft[]; readonly assumptions: readonly Assumption[] };
type Spoken = { readonly findings: FindingDraft[]; readonly gaps: GapDraft[]; readonly shown: string[] };

/** Nothing where no witness was given. */
export function judgeWitnesses(question: Question, runs: readonly Run[]): Testimony {
  const { witnesses = [], environment } = question;
  if (witnesses.length === 0) return { findings: [], gaps: [], assumptions: [] };
  const said: Spoken = { findings: [], gaps: [], shown: [] };
  const controls = witnesses.filter((one) => one.part === "deploy" && isOfRun(one, question) && runs.some((run) => run.allowed && run.job.id === one.job));
  const builds = witnesses.filter((one) => one.part === "build");
  for (const witness of builds) judgeBuild(witness, question, { runs, controls, said });
  const [somewhere] = runs;
  if (builds.length === 0 && somewhere) said.gaps.push(toGap("unverifiable", somewhere, { at: somewhere.job.at, detail: "a witness was given, but none of a build job; make isolation-witness the build job's first step and pass its output on" }));
  const isShown = said.findings.length === 0 && said.gaps.length === 0;
  const statement = `At run time the jobs ${builds.map(({ job }) => job).join(", ") || "outside"} could not reach ${environment}`;
  const source = isShown ? `isolation-witness: ${[...new Set(said.shown)].join("; ")}` : "isolation-witness in the build and in the deploy job";
  return { ...said, assumptions: [{ id: "run-time", statement, verified: isShown, source }] };
}

type Court = { readonly runs: readonly Run[]; readonly controls: readonly Witness[]; readonly said: Spoken };

function judgeBuild(witness: Witness, question: Question, court: Court): void {
  const { runs, said } = court;
  const run = runs.find((candidate) => candidate.job.id === witness.job && !candidate.allowed);
  const [somewhere] = runs;
  if (!somewhere) return;
  const spot = run ?? somewhere;
  const open = (detail: string) => void said.gaps.push(toGap("unverifiable", spot, { at: spot.job.at, detail }));
  if (!run) return open("the witness of a build job names a job that these workflows don't have outside the allowed ones");
  if (!isOfRun(witness, question)) return open("the witness of the build job is of another run; give the output of this one");
  const reach = (hint: string) => void said.findings.push(toFinding("run-time-reach", run, { at: run.job.at, shown: `reach of ${question.environment} at run time`, hint }));
  judgeIdentity(witness, question, { open, reach, shown: said.shown });
  judgeCanary(witness, court, { open, reach, shown: said.shown });
  judgeLogin(witness, court, { open, reach, shown: said.shown });
}

type Voice = { readonly open: (detail: string) => void; readonly reach: (hint: string) => void; readonly shown: string[] };

function judgeIdentity({ identity }: Witness, { environment }: Question, { open, reach, shown }: Voice): void {
  if (identity.endpoint === "absent") return void shown.push("the build job was offered no identity token");
  if (identity.endpoint === "silent") return open("the build job has a token endpoint that gave no token, so that what its identity is was not seen");
  if (identity.environment !== null && sameEnvironment(identity.environment, environment)) return reach("Its identity token named the environment.");
  if (identity.asExpected === null) return open("the build job holds an identity, and no job_workflow_ref was expected of it; give isolation-witness an expected-workflow, or take id-token: write from the job");
  if (!identity.asExpected) return open("the build job's identity names another job_workflow_ref than the one expected");
  shown.push(identity.environment === null ? "the build job's token has no environment claim, and the expected job_workflow_ref" : "the build job's token names another environment, and the expected job_workflow_ref");
}

/** An empty canary says nothing unless it is filled where it should be. */
function judgeCanary({ canary }: Witness, { controls }: Court, { open, reach, shown }: Voice): void {
  if (!canary) return open("the build job was given no canary; store a secret in the environment only and pass it to isolation-witness by its name");
  if (canary.state === "filled") return reach(`The canary ${canary.name}, which only the environment should hold, was filled there.`);
  const control = controls.some((one) => one.canary?.name === canary.name && one.canary.state === "filled");
  if (!control) return open("the canary was empty in the build job, which counts only where it is filled in the deploy job: no witness of an allowed job of this run shows that");
  shown.push("the canary was empty in the build job and filled in the deploy job");
}

/** Whoever has no identity can try no login: that is stronger than a refusal. */
function judgeLogin({ login, identity }: Witness, { controls }: Court, { open, reach, shown }: Voice): void {
  if (!login) return identity.endpoint === "absent" ? undefined : open("the build job holds an identity, and no login at the secret store was tried with it; give isolation-witness the store's address and production's role");
  if (login.outcome === "accepted") return reach(`The secret store let it in with the role ${login.role}.`);
  if (login.outcome === "not-tried" && identity.endpoint === "absent") return void shown.push("without an identity there was nothing to log in with");
  if (login.outcome !== "refused") return open("the build job's login at the secret store was not answered, so that it was neither refused nor let in");
  const control = controls.some((one) => one.login?.outcome === "accepted" && one.login.store === login.store && one.login.role === login.role);
  if (!control) return open("the secret store refused the build job, which counts only where the same login succeeds in the deploy job: no witness of an allowed job of this run shows that");
  shown.push(`the secret store refused the build job (${login.status ?? "no status"}) and let the deploy job in`);
}

/** A run's attempts are runs of their own; where the run isn't known, all witnesses must be of the same one. */
function isOfRun(witness: Witness, { witnesses = [], run }: Question): boolean {
  return witness.run === (run ?? witnesses[0]?.run);
}
