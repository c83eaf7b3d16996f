// What `uses:` of a job or a step points at (GitHub docs: "Reusing workflow configurations").

export type Reference =
  | { readonly kind: "local"; readonly path: string }
  | { readonly kind: "remote"; readonly repository: string; readonly ref: string; readonly path: string }
  | { readonly kind: "misplaced"; readonly repair: string }
  | { readonly kind: "unreadable"; readonly detail: string };

const REMOTE = /^([\w.-]+\/[\w.-]+)\/(.+)@([^@]+)$/;
const WORKFLOW_PATH = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** A job's reference to a workflow. `./` and `$/` both mean the repository and commit of the file that holds them. */
export function parseWorkflowReference(uses: string): Reference {
  const local = /^(\.|\$)\/(.*)$/.exec(uses);
  if (local) {
    const path = local[2] ?? "";
    if (WORKFLOW_PATH.test(path)) return { kind: "local", path };
    if (path.includes("@")) return { kind: "unreadable", detail: "a local reference takes no @ref" };
    return { kind: "misplaced", repair: `${local[1]}/.github/workflows/${baseName(path)}` };
  }
  const remote = REMOTE.exec(uses);
  if (!remote) return { kind: "unreadable", detail: "the reference is neither ./.github/workflows/FILE nor OWNER/NAME/.github/workflows/FILE@REF" };
  const [, repository = "", path = "", ref = ""] = remote;
  if (WORKFLOW_PATH.test(path)) return { kind: "remote", repository, ref, path };
  return { kind: "misplaced", repair: `${repository}/.github/workflows/${baseName(path)}@${ref}` };
}

/** Folder of a step's local action, or undefined where the step uses anything else. `own` is the workflow's repository, else the workspace. */
export function parseLocalAction(uses: string): { folder: string; own: boolean } | undefined {
  const local = /^(\.|\$)\/?(.*?)\/*$/.exec(uses);
  if (!local || (uses !== "." && !uses.startsWith("./") && !uses.startsWith("$/"))) return undefined;
  return { folder: local[2] ?? "", own: local[1] === "$" };
}

/** Repository and folder of a step's action elsewhere, or undefined where the step uses anything else. */
export function parseRemoteAction(uses: string): { key: string; folder: string } | undefined {
  const [, repository, folder = "", ref] = /^([\w.-]+\/[\w.-]+)(?:\/([^@]+?))?\/*@([^@\s]+)$/.exec(uses) ?? [];
  return repository === undefined || ref === undefined ? undefined : { key: `${repository.toLowerCase()}@${ref}`, folder };
}

function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /\.ya?ml$/.test(name) ? name : `${name || "FILE"}.yml`;
}
