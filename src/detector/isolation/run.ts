// One job at one place of one call tree: what is judged.
import type { Job, Permissions, Position, Text, Workflow } from "../../reader/workflow/index.ts";
import type { Contexts } from "./evaluate/evaluate.ts";

/** Secrets that a workflow can read, in lower case. "all" is a workflow that an event started, or one that inherits from it. */
export type Gate = { readonly kind: "all" } | { readonly kind: "named"; readonly origins: ReadonlyMap<string, ReadonlySet<string>> };

/** One state that a job can be in: an event, inputs and one row of the matrix. */
export type State = { readonly event: string | undefined; readonly contexts: Contexts };

export type Run = {
  readonly workflow: Workflow;
  readonly job: Job;
  /** The workflow that an event started, or that somebody unknown called. */
  readonly root: Workflow;
  /** The call chain as file:job, root first, this job last. */
  readonly path: readonly string[];
  /** This job, or one above it in the chain, may enter the environment. */
  readonly allowed: boolean;
  /** The job's condition, or a matrix without rows, rules it out. */
  readonly idle: boolean;
  /** Worked out when asked for, and forgotten when another run is asked: there are too many to keep. */
  readonly states: readonly State[];
  /** The same without the matrix, one for each event and set of inputs. */
  readonly starts: readonly State[];
  readonly permissions: Permissions | null;
  /** In the job's own file: where they are stated, or the job itself. */
  readonly permissionsAt: Position;
  readonly gate: Gate;
};

/** Names under which the secrets that a text reads are stored. */
export function originsOf(text: Pick<Text, "secrets">, gate: Gate): Set<string> {
  const origins = new Set<string>();
  for (const name of text.secrets.keys()) {
    if (gate.kind === "all") origins.add(name);
    else for (const origin of gate.origins.get(name) ?? []) origins.add(origin);
  }
  return origins;
}
