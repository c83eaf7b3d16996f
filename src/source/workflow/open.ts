// Opens the workflow files of a checkout, and of the checkouts of other repositories that they call.
import { createHash } from "node:crypto";
import { InputError } from "../../finding/index.ts";
import { WORKFLOW_FOLDER, isWorkflowPath, limit, type WorkflowCheckout } from "./checkout.ts";
import { openFolder } from "./folder.ts";
import type { Shelf } from "./shelf.ts";

export type WorkflowFiles = {
  readonly name: string;
  readonly own: WorkflowCheckout;
  /** Of owner/name@ref, owner and name in lower case; undefined where nobody gave a checkout and none can be fetched. */
  other(key: string): WorkflowCheckout | undefined;
  /** SHA-256 over path and SHA-256 of every file that was read so far, in the order of their paths. */
  digest(): string;
};

const REPOSITORY = /^([\w.-]+\/[\w.-]+)@([^=\s]+)=(.+)$/;

/**
 * `reference` is a folder that holds `.github/workflows`, or workflow files themselves. Each of `repositories` is
 * `owner/name@ref=PATH`; what is called beside them is fetched where there is a shelf. Throws InputError for a folder that is not there or a repository that is not spelt so.
 */
export async function openWorkflows(reference: string, options: { cwd: string; repositories: readonly string[]; shelf?: Shelf | undefined }): Promise<WorkflowFiles> {
  const own = openFolder(reference, { cwd: options.cwd, input: "repo" });
  const others = new Map<string, WorkflowCheckout>();
  for (const line of options.repositories) {
    const [, name, ref, path] = REPOSITORY.exec(line) ?? [];
    if (name === undefined || ref === undefined || path === undefined) throw new InputError("repository: write each one as owner/name@ref=PATH, where PATH is a checkout of that ref");
    const key = toRepositoryKey(name, ref);
    if (others.has(key)) throw new InputError("repository: the same owner/name@ref is given twice; keep one");
    others.set(key, openFolder(path, { cwd: options.cwd, input: "repository" }));
  }
  return toWorkflowFiles(own.name, { own, others, shelf: options.shelf });
}

/** Records what is read, so that the digest covers exactly that. */
export function toWorkflowFiles(name: string, checkouts: { own: WorkflowCheckout; others: ReadonlyMap<string, WorkflowCheckout>; shelf?: Shelf | undefined }): WorkflowFiles {
  const digests = new Map<string, string>();
  const opened = new Map<string, WorkflowCheckout>();
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
    other(key) {
      const known = opened.get(key);
      if (known) return known;
      const [repository = "", ref = ""] = splitKey(key);
      const checkout = checkouts.others.get(key) ?? checkouts.shelf?.at(repository, ref);
      if (checkout) opened.set(key, record(`${key}/`, checkout));
      return opened.get(key);
    },
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

function splitKey(key: string): [repository: string, ref: string] {
  return [key.slice(0, key.indexOf("@")), key.slice(key.indexOf("@") + 1)];
}

/** GitHub compares owner and name without case, and the ref with it. */
function toRepositoryKey(name: string, ref: string): string {
  return `${name.toLowerCase()}@${ref}`;
}
