// Opens the workflow files of a checkout, and of the checkouts of other repositories that they call.
import { createHash } from "node:crypto";
import { InputError } from "../../finding/index.ts";
import { WORKFLOW_FOLDER, isWorkflowPath, limit, type WorkflowCheckout } from "./checkout.ts";
import { openFolder } from "./folder.ts";

export type WorkflowFiles = {
  readonly name: string;
  readonly own: WorkflowCheckout;
  /** By owner/name@ref, owner and name in lower case. */
  readonly others: ReadonlyMap<string, WorkflowCheckout>;
  /** SHA-256 over path and SHA-256 of every file that was read so far, in the order of their paths. */
  digest(): string;
};

const REPOSITORY = /^([\w.-]+\/[\w.-]+)@([^=\s]+)=(.+)$/;

/**
 * `reference` is a folder that holds `.github/workflows`, or workflow files themselves. Each of `repositories` is
 * `owner/name@ref=PATH`. Throws InputError for a folder that is not there or a repository that is not spelt so.
 */
export async function openWorkflows(reference: string, options: { cwd: string; repositories: readonly string[] }): Promise<WorkflowFiles> {
  const own = openFolder(reference, { cwd: options.cwd, input: "repo" });
  const others = new Map<string, WorkflowCheckout>();
  for (const line of options.repositories) {
    const [, name, ref, path] = REPOSITORY.exec(line) ?? [];
    if (name === undefined || ref === undefined || path === undefined) throw new InputError("repository: write each one as owner/name@ref=PATH, where PATH is a checkout of that ref");
    const key = toRepositoryKey(name, ref);
    if (others.has(key)) throw new InputError("repository: the same owner/name@ref is given twice; keep one");
    others.set(key, openFolder(path, { cwd: options.cwd, input: "repository" }));
  }
  return toWorkflowFiles(own.name, { own, others });
}

/** Records what is read, so that the digest covers exactly that. */
export function toWorkflowFiles(name: string, checkouts: { own: WorkflowCheckout; others: ReadonlyMap<string, WorkflowCheckout> }): WorkflowFiles {
  const digests = new Map<string, string>();
  const record = (prefix: string, checkout: WorkflowCheckout): WorkflowCheckout => ({
    folder: checkout.folder,
    list: () => checkout.list(),
    read(path) {
      const content = checkout.read(path);
      if (content.kind === "file") digests.set(prefix + path, createHash("sha256").update(content.bytes).digest("hex"));
      return content;
    },
  });
  return {
    name,
    own: record("", checkouts.own),
    others: new Map([...checkouts.others].map(([key, checkout]) => [key, record(`${key}/`, checkout)])),
    digest() {
      const lines = [...digests].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, digest]) => `${JSON.stringify(path)} ${digest}\n`);
      return createHash("sha256").update(lines.join("")).digest("hex");
    },
  };
}

/** Workflow files in memory, for canaries and tests; `files` maps paths to content. */
export function holdWorkflows(files: Readonly<Record<string, string | Uint8Array>>, others: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {}): WorkflowFiles {
  const open = (held: Readonly<Record<string, string | Uint8Array>>): WorkflowCheckout => {
    const nested = Object.keys(held).some((path) => path.startsWith(WORKFLOW_FOLDER));
    const folder = nested ? WORKFLOW_FOLDER : "";
    return {
      folder,
      list: () => Object.keys(held).filter((path) => isWorkflowPath(path, folder)).sort(),
      read(path) {
        const content = Object.hasOwn(held, path) ? held[path] : undefined;
        if (content === undefined) return { kind: "absent" };
        return limit(typeof content === "string" ? new TextEncoder().encode(content) : content);
      },
    };
  };
  const checkouts = Object.entries(others).map(([reference, held]) => {
    const [name = "", ref = ""] = reference.split("@");
    return [toRepositoryKey(name, ref), open(held)] as const;
  });
  return toWorkflowFiles("memory", { own: open(files), others: new Map(checkouts) });
}

/** GitHub compares owner and name without case, and the ref with it. */
function toRepositoryKey(name: string, ref: string): string {
  return `${name.toLowerCase()}@${ref}`;
}
