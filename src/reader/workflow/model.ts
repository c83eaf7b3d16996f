// The graph of workflow files as read: typed, located, nothing evaluated yet. Detectors know only these types.
import type { GapDraft } from "../../finding/index.ts";
import type { Mentions, Template } from "./expression/template.ts";
import type { Literal, Position } from "./yaml.ts";

/** Text of a workflow file with its expressions. `literal` keeps what YAML made of an unquoted scalar. */
export type Text = Mentions & { readonly at: Position; readonly template: Template; readonly literal: Literal };

/** A YAML value in which any scalar may hold expressions. */
export type Value =
  | { readonly kind: "scalar"; readonly at: Position; readonly text: Text }
  | { readonly kind: "sequence"; readonly at: Position; readonly items: readonly Value[] }
  | { readonly kind: "mapping"; readonly at: Position; readonly entries: readonly (readonly [key: string, value: Value])[] };

export type PermissionLevel = "none" | "read" | "write";
/** `scopes` lists what is granted; everything else has the level `others`. */
export type Permissions = { readonly at: Position; readonly others: PermissionLevel; readonly scopes: Readonly<Record<string, PermissionLevel>> };

export type InputDefinition = {
  /** In lower case. */
  readonly name: string;
  readonly spelt: string;
  readonly type: "string" | "boolean" | "number" | "choice" | "environment";
  readonly default: Value | null;
  readonly options: readonly string[];
};

export type Trigger = {
  readonly event: string;
  readonly at: Position;
  /** Of workflow_run: names of the workflows that start this one; empty for all other events. */
  readonly workflows: readonly string[];
  /** Branches, tags or paths keep it from some commits. */
  readonly filtered: boolean;
};

export type Callable = {
  readonly inputs: readonly InputDefinition[];
  /** Names in lower case. */
  readonly secrets: ReadonlySet<string>;
};

export type Step = {
  readonly at: Position;
  readonly run: Text | null;
  readonly shell: Text | null;
  readonly uses: string | null;
  readonly usesAt: Position | null;
  readonly with: readonly (readonly [key: string, value: Value])[];
  readonly env: readonly (readonly [key: string, value: Value])[];
  /** Steps of a composite action of the same checkout, `inputs` bound by `with`; null for all other steps. */
  readonly inner: readonly Step[] | null;
  /** Null where it always runs. */
  readonly condition: Text | null;
  /** The job may go on after its failure (continue-on-error). */
  readonly tolerated: boolean;
  /** It runs beside those that follow it. */
  readonly background: boolean;
  /** Steps of one `parallel` group have the same lane and no order; null outside of groups. */
  readonly lane: string | null;
  /** The step uses a local action that could not be read. */
  readonly unreadable: boolean;
};

export type Target =
  | { readonly kind: "workflow"; readonly id: string }
  /** The reference can never run; `repair` is what to write instead. */
  | { readonly kind: "misplaced"; readonly repair: string }
  | { readonly kind: "unresolved"; readonly detail: string };

export type Call = {
  readonly at: Position;
  readonly uses: string;
  readonly target: Target;
  readonly with: readonly (readonly [key: string, value: Value])[];
  /** Names in lower case; null passes none. */
  readonly secrets: "inherit" | ReadonlyMap<string, Text> | null;
};

export type RunsOn = { readonly at: Position; readonly labels: readonly Value[]; readonly group: Value | null };

export type Job = {
  readonly id: string;
  readonly at: Position;
  readonly condition: Text | null;
  readonly needs: readonly string[];
  /** A scalar is the name; a mapping has name, url and deployment. */
  readonly environment: Value | null;
  readonly permissions: Permissions | null;
  readonly matrix: Value | null;
  readonly runsOn: RunsOn | null;
  readonly env: readonly (readonly [key: string, value: Value])[];
  readonly container: Value | null;
  readonly services: Value | null;
  /** The default shell of its scripts. */
  readonly shell: Value | null;
  readonly steps: readonly Step[];
  readonly call: Call | null;
  /** Every text of the job that mentions a context, wherever it stands. */
  readonly texts: readonly Text[];
};

export type Workflow = {
  /** Unique in the graph, and how reports name the file. */
  readonly id: string;
  /** Where the file came from: null for the audited repository, else owner/name@ref. */
  readonly repository: string | null;
  /** As `workflow_run` knows it: its name, or its path where it has none. */
  readonly name: string;
  readonly at: Position;
  readonly triggers: readonly Trigger[];
  readonly callable: Callable | null;
  readonly dispatchInputs: readonly InputDefinition[];
  readonly permissions: Permissions | null;
  /** Given to every job. */
  readonly env: readonly (readonly [key: string, value: Value])[];
  /** Texts outside of jobs that mention a context, those of `env` among them. */
  readonly texts: readonly Text[];
  readonly jobs: readonly Job[];
};

export type WorkflowGraph = {
  /** By id, those of the audited repository first, then those that they call elsewhere. */
  readonly workflows: ReadonlyMap<string, Workflow>;
  readonly gaps: readonly GapDraft[];
  /** Workflow files that were looked at, readable or not, and their bytes. */
  readonly seen: { readonly files: number; readonly bytes: number };
  readonly read: { readonly files: number; readonly bytes: number };
};
