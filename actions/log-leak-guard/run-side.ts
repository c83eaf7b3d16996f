// GitHub's side of the guard: a run's logs, and what is done about them after a find.
import { InputError, type FindingDraft, type Report } from "../../src/finding/index.ts";
import type { Inputs, World } from "../../src/runtime/index.ts";
import { GithubError, openGithub, openRun } from "../../src/runtime/github/index.ts";
import { openLogs, openRunLogs, type LogSource, type RunSource } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";

type GuardInputs = Inputs<typeof contract>;
/** `cure`: what is done after a find, once the report is safe; undefined where nothing is. Resolves to one sentence. */
export type Subject = { readonly source: LogSource & Partial<RunSource>; readonly cure?: () => Promise<string> };

const API = "https://api.github.com";
const BY_NAME = /^env:\/\/(\w+)$/;
/** Inputs that only speak about a run. */
const ofRun = ["name", "github-token"] as const;

/** Opens the log or the run, whichever was given. Throws InputError for both, for neither, and for inputs that would have no effect. */
export async function openSubject(inputs: GuardInputs, world: World): Promise<Subject> {
  const { log, run } = inputs;
  if ((log === undefined) === (run === undefined)) {
    throw new InputError(log === undefined ? "log: is required, or run; give a file, a folder, the run's zip, - for standard input, or the ID of a run" : "log and run: only one can be read; leave one out");
  }
  if (run !== undefined) return openRunSubject(inputs, run, world);
  const idle = [...ofRun.filter((name) => inputs[name] !== undefined), ...(inputs.jobs.length > 0 ? ["jobs"] : []), ...(inputs["on-leak"] === "report" ? [] : ["on-leak"])];
  if (idle.length > 0) throw new InputError(`${idle.join(", ")}: only has a meaning with run; leave it out, or give run instead of log`);
  return { source: await openLogs(log ?? "", world) };
}

async function openRunSubject(inputs: GuardInputs, id: string, world: World): Promise<Subject> {
  const runId = Number(id);
  if (!/^[1-9]\d{0,15}$/.test(id) || !Number.isSafeInteger(runId)) throw new InputError("run: is not the ID of a run; give the number that its address ends with");
  const [owner, repo, ...more] = (inputs.name ?? world.environment("GITHUB_REPOSITORY") ?? "").split("/");
  if (!owner || !repo || more.length > 0) throw new InputError("name: is needed with run; give it as owner/name");
  const token = readToken(inputs["github-token"], world);
  const github = openGithub({ token, apiUrl: world.environment("GITHUB_API_URL") ?? API, warn: world.progress });
  const port = openRun(github, { owner, repo, runId });
  const isOwn = world.environment("GITHUB_RUN_ID") === id;
  const source = await openRunLogs({ name: `${owner}/${repo} run ${id}`, jobs: inputs.jobs, ...(isOwn && { ownRunner: world.environment("RUNNER_NAME") }) }, port);
  const choice = inputs["on-leak"];
  return choice === "report" ? { source } : { source, cure: () => cure(port, choice) };
}

/** A token itself, or env://NAME, since a value has no place on a command line. */
function readToken(given: string | undefined, world: World): string {
  const name = BY_NAME.exec(given ?? "")?.[1];
  const value = name === undefined ? given : world.environment(name);
  if (value === undefined || value === "") throw new InputError("github-token: is needed with run; give a token with actions: read, or env://NAME of a variable that holds one");
  return value;
}

type Port = ReturnType<typeof openRun>;

/** What fails is said and no more: the report is there, and its verdict is fail in any case. */
async function cure(port: Port, choice: "delete-logs" | "quarantine"): Promise<string> {
  const deleted = await attempt("the run's logs were deleted", "the run's logs could not be deleted", port.deleteLogs);
  return choice === "delete-logs" ? deleted : `${deleted}; ${await attempt("its workflow is disabled until somebody enables it", "its workflow could not be disabled", port.disableWorkflow)}`;
}

async function attempt(done: string, failed: string, act: () => Promise<void>): Promise<string> {
  try {
    await act();
    return done;
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    return `${failed} (${error.message}); give a token with actions: write, and run the guard after the run has ended (workflow_run)`;
  }
}

/** Findings with the address of the page that shows their line, where there is one. */
export function addLinks(findings: readonly FindingDraft[], { link }: Subject["source"]): FindingDraft[] {
  return findings.map((finding) => {
    const { location } = finding;
    const url = location.kind === "log" && location.line !== undefined ? link?.(location, location.line) : undefined;
    return url === undefined || location.kind !== "log" ? finding : { ...finding, location: { ...location, url } };
  });
}

/** True where a credential or card number stands open in the report: hints about masks are no leak. */
export function isLeak(report: Report): boolean {
  return report.findings.some(({ disposition, preview }) => disposition === "open" && !/^\[(?:masked|no value)\]$/.test(preview));
}
