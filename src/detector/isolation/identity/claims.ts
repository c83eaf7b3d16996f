// Tokens that a job can mint (GitHub docs: "OpenID Connect reference"), as sets of texts per claim.
import type { SubjectForm } from "../../../reader/workflow/index.ts";
import { fromParts, toParts } from "../evaluate/convert.ts";
import { environmentNames } from "../environment.ts";
import type { AbstractValue } from "../evaluate/value.ts";
import type { Run, State } from "../run.ts";
import type { Hole, Language } from "./language.ts";

/** "any" is a claim that the caller of the token service chooses, "unknown" one that isn't modelled. */
export type Claim = Language | "absent" | "any" | "unknown";
export type Token = ReadonlyMap<string, Claim>;

const anyRef: Hole = { free: true, without: ":" };
const someRef: Hole = { free: false, without: ":" };
const someText: Hole = { free: false, without: "" };
const someName: Hole = { free: false, without: ":/@" };

/** What a token's claims hang on besides the job: the repository's name, and the form of its subjects where that is known. */
export type Minting = { readonly repository: string | undefined; readonly form: SubjectForm | undefined };

/** One token for each form of the subject and each environment that the job can have in a state. */
export function findTokens(run: Run, minting: Minting): Token[] {
  return run.states.flatMap((state) => environmentsOf(run, state).flatMap((environment) => {
    const claims = toClaims(run, state, { environment, repository: minting.repository });
    return subjectsOf(claims, contextsOf(run, state, environment), minting).map((sub): Token => new Map([...claims, ["sub", sub]]));
  }));
}

/** Undefined is no environment. */
function environmentsOf(run: Run, state: State): (Language | undefined)[] {
  const names = run.job.environment ? environmentNames(run.job.environment, state) : [];
  return names.length === 0 ? [undefined] : names.flatMap(toEnvironment);
}

function toEnvironment(name: AbstractValue): (Language | undefined)[] {
  const text = fromParts(toParts(name));
  if (text.kind === "literal") return [text.value === "" ? undefined : [String(text.value)]];
  const parts = text.kind === "text" ? text.parts.map((part) => (typeof part === "string" ? part : { free: false, without: "" })) : [someText];
  return parts.some((part) => typeof part === "string") ? [parts] : [parts, undefined];
}

/** Without a known form: the default one, and that with ids which new repositories have. */
function subjectsOf(claims: Token, contexts: readonly Language[], { repository, form }: Minting): Language[] {
  const keys = form?.keys ?? ["repo", "context"];
  return prefixesOf(repository, form).flatMap((prefix) => contexts.flatMap((context) => {
    const pieces = keys.map((key) => (key === "repo" ? prefix : key === "context" ? context : toPiece(key, claims.get(key) ?? "unknown")));
    // GitHub mints no token where the template names a claim that the job doesn't have.
    if (pieces.some((piece) => piece === undefined)) return [];
    return [pieces.flatMap((piece, at) => [...(at > 0 ? [":"] : []), ...(piece ?? [])])];
  }));
}

function prefixesOf(repository: string | undefined, form: SubjectForm | undefined): Language[] {
  if (form?.prefix !== undefined) return [[form.prefix.replace(/:$/, "")]];
  const [owner, name] = repository?.split("/") ?? [];
  const plain: Language = owner !== undefined && name !== undefined ? [`repo:${owner}/${name}`] : ["repo:", someName, "/", someName];
  const immutable: Language = ["repo:", owner ?? someName, "@", someName, "/", name ?? someName, "@", someName];
  if (form?.immutable === undefined) return [plain, immutable];
  return form.immutable ? [immutable] : [plain];
}

function toPiece(key: string, claim: Claim): Language | undefined {
  if (claim === "absent") return undefined;
  return [`${key}:`, ...(typeof claim === "string" ? [someRef] : escapeColons(claim))];
}

/** A colon inside of a value is written as %3A. */
function escapeColons(language: Language): Language {
  return language.map((part) => (typeof part === "string" ? part.replaceAll(":", "%3A") : { ...part, without: ":" }));
}

function contextsOf(run: Run, state: State, environment: Language | undefined): Language[] {
  if (environment) return [["environment:", ...escapeColons(environment)]];
  const byRef: Language = ["ref:", ...refOf(run, state)];
  return state.event?.startsWith("pull_request") ? [["pull_request"], byRef] : state.event === undefined ? [["pull_request"], byRef] : [byRef];
}

/** Who pushes or dispatches chooses the ref, unless the workflow takes some refs only. */
function refOf(run: Run, state: State): Language {
  const filtered = run.root.triggers.find((trigger) => trigger.event === state.event)?.filtered ?? true;
  const chosen = (state.event === "push" && !filtered) || state.event === "workflow_dispatch";
  return ["refs/", chosen ? anyRef : someRef];
}

function toClaims(run: Run, state: State, facts: { readonly environment: Language | undefined; readonly repository: string | undefined }): Token {
  const { repository } = facts;
  const own: Language = repository === undefined ? [someName, "/", someName] : [repository];
  const ref = refOf(run, state);
  const file = (id: string, remote: string | null): Language => (remote === null ? [...own, "/", ...(id.includes("/") ? [id] : [someText]), "@", ...ref] : [id.slice(0, id.indexOf("@")), "@", someText]);
  return new Map<string, Claim>([
    ["aud", "any"],
    ["iss", ["https://token.actions.githubusercontent.com"]],
    ["environment", facts.environment ?? "absent"],
    ["repository", own],
    ["repository_owner", repository === undefined ? [someName] : [repository.split("/")[0] ?? ""]],
    ["event_name", state.event === undefined ? [someText] : [state.event]],
    ["ref", ref],
    ["workflow_ref", file(run.root.id, run.root.repository)],
    ["job_workflow_ref", file(run.workflow.id, run.workflow.repository)],
  ]);
}
