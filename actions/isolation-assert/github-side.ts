// GitHub's side of the question: what it keeps about the environment, and what the checkout doesn't hold.
import { InputError } from "../../src/finding/index.ts";
import { judgeBranch, listAdmitted, type BranchState, type Question } from "../../src/detector/isolation/index.ts";
import { readSettings, readWorkflows, type Settings, type WorkflowGraph } from "../../src/reader/workflow/index.ts";
import type { World } from "../../src/runtime/index.ts";
import { openGithub, toAsk } from "../../src/runtime/github/index.ts";
import { openBranches, Shelf, type Ask, type Branch, type WorkflowFiles } from "../../src/source/index.ts";

export type Access = { readonly ask: Ask; readonly askAdmin: Ask | undefined; readonly shelf: Shelf; readonly runId: number | undefined };
type Tokens = { readonly "github-token": string | undefined; readonly "admin-token": string | undefined };

/** Branches beyond these are named as not looked at. */
const MAX_BRANCHES = 20;
const API = "https://api.github.com";
const BY_NAME = /^env:\/\/(\w+)$/;

/** Undefined where no token was given: then nothing is asked. Throws InputError for a token that can't be used. */
export function openAccess(tokens: Tokens, world: World): Access | undefined {
  const [own, admin] = [readToken(tokens["github-token"], world), readToken(tokens["admin-token"], world)];
  const token = own ?? admin;
  if (token === undefined) return undefined;
  const open = (held: string) => toAsk(openGithub({ token: held, apiUrl: world.environment("GITHUB_API_URL") ?? API, warn: world.progress }));
  const ask = open(token);
  const runId = Number(world.environment("GITHUB_RUN_ID") ?? Number.NaN);
  return { ask, askAdmin: admin === undefined ? undefined : open(admin), shelf: new Shelf(ask), runId: Number.isSafeInteger(runId) ? runId : undefined };
}

/** A token itself, or env://NAME, since a value has no place on a command line. */
function readToken(given: string | undefined, world: World): string | undefined {
  const name = BY_NAME.exec(given ?? "")?.[1];
  if (name === undefined) return given;
  const value = world.environment(name);
  if (value === undefined || value === "") throw new InputError(`the environment variable ${name} that a token is named by is empty; set it, or leave the token out`);
  return value;
}

/** Reads again until nothing that GitHub could give is missing. */
export async function readComplete(files: WorkflowFiles, access: Access | undefined): Promise<WorkflowGraph> {
  let graph = readWorkflows(files);
  while (await access?.shelf.fill()) graph = readWorkflows(files);
  return graph;
}

/** `owner/name` of the repository that GitHub is asked about. Throws InputError where nobody named it. */
export async function askGithub(access: Access, files: WorkflowFiles, question: Question): Promise<{ settings: Settings; branches: BranchState[]; commits: ReadonlyMap<string, string> }> {
  const { repository, environment } = question;
  const [owner, repo] = repository?.split("/") ?? [];
  if (repository === undefined || owner === undefined || repo === undefined) throw new InputError("name is needed with a GitHub token; give the repository as owner/name");
  const settings = await readSettings(access.ask, { owner, repo, environment }, access);
  const names = settings.protection.known ? listAdmitted(settings.protection.value).branches : [];
  const branches = await openBranches(names.slice(0, MAX_BRANCHES), { ...access, repository, own: files.own });
  const judged: BranchState[] = [];
  for (const branch of branches) judged.push(await judge(branch, access, question));
  return { settings, branches: judged, commits: access.shelf.commits() };
}

async function judge(branch: Branch, access: Access, question: Question): Promise<BranchState> {
  switch (branch.kind) {
    case "same": return { name: branch.name, outcome: "same", why: "" };
    case "unknown": return { name: branch.name, outcome: "open", why: branch.why };
    case "other": return judgeBranch(branch.name, await readComplete(branch.files, access), question);
    default: return branch satisfies never;
  }
}
