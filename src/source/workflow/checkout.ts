// Workflow files of one repository at one commit, wherever they lie.
import type { GapReason } from "../../finding/index.ts";

export type FileContent =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly reason: GapReason; readonly detail: string };

/** One repository at one commit, as far as workflows need it. Paths use "/" and start at the repository's root. */
export type WorkflowCheckout = {
  /** Folder of the workflow files with its closing "/", or "" where they lie at the root. */
  readonly folder: string;
  /** Paths of the workflow files, sorted. */
  list(): readonly string[];
  read(path: string): FileContent;
};

/** GitHub reads no larger workflow file. */
export const MAX_WORKFLOW_BYTES = 1 << 20;
export const WORKFLOW_FOLDER = ".github/workflows/";

/** GitHub takes files at the top of the folder only. */
export function isWorkflowPath(path: string, folder: string): boolean {
  return path.startsWith(folder) && !path.slice(folder.length).includes("/") && /\.ya?ml$/i.test(path);
}

export function limit(bytes: Uint8Array): FileContent {
  if (bytes.length <= MAX_WORKFLOW_BYTES) return { kind: "file", bytes };
  return { kind: "refused", reason: "size-limit", detail: `it is larger than ${MAX_WORKFLOW_BYTES} bytes, GitHub's limit for workflow files` };
}
