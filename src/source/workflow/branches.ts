// Workflow files of other branches, as GitHub holds them: those that an environment admits can name it too.
import { createHash } from "node:crypto";
import type { Ask } from "./ask.ts";
import { isWorkflowPath, WORKFLOW_FOLDER, type WorkflowCheckout } from "./checkout.ts";
import { toWorkflowFiles, type WorkflowFiles } from "./open.ts";
import { Shelf } from "./shelf.ts";

export type Branch =
  /** Its workflow files are those that were judged, byte for byte, or there are none. */
  | { readonly kind: "same"; readonly name: string }
  | { readonly kind: "other"; readonly name: string; readonly files: WorkflowFiles }
  | { readonly kind: "unknown"; readonly name: string; readonly why: string };

/** `repository` is owner/name; what the files call is fetched by the shelf, which the caller fills. */
export async function openBranches(names: readonly string[], from: { repository: string; ask: Ask; shelf: Shelf; own: WorkflowCheckout }): Promise<Branch[]> {
  const held = new Map(from.own.list().map((path) => [path.slice(path.lastIndexOf("/") + 1), digestBlob(from.own, path)]));
  return Promise.all(names.map((name) => openBranch(name, from, held)));
}

async function openBranch(name: string, { repository, ask, shelf }: { repository: string; ask: Ask; shelf: Shelf }, held: ReadonlyMap<string, string>): Promise<Branch> {
  const [owner = "", repo = ""] = repository.split("/");
  const answer = await ask("GET /repos/{owner}/{repo}/contents/{path}", { owner, repo, path: WORKFLOW_FOLDER.slice(0, -1), ref: name });
  if (answer.kind === "failure") return answer.status === 404 ? { kind: "same", name } : { kind: "unknown", name, why: answer.detail };
  if (!Array.isArray(answer.body)) return { kind: "unknown", name, why: "GitHub's answer lists no folder" };
  const found = new Map(answer.body.flatMap((item: unknown) => toEntry(item)));
  const isSame = found.size === held.size && [...found].every(([file, sha]) => held.get(file) === sha);
  if (isSame) return { kind: "same", name };
  const own = shelf.at(repository, name, [...found.keys()].map((file) => WORKFLOW_FOLDER + file).sort());
  return { kind: "other", name, files: toWorkflowFiles(name, { own, others: new Map(), shelf }) };
}

/** File name and git's digest of the content. */
function toEntry(item: unknown): [file: string, sha: string][] {
  const { name, sha, path } = (item ?? {}) as Record<string, unknown>;
  if (typeof name !== "string" || typeof sha !== "string" || typeof path !== "string") return [];
  return isWorkflowPath(path, WORKFLOW_FOLDER) ? [[name, sha]] : [];
}

/** As git names a blob (gitformat: "blob", its length, a zero byte, the content). */
function digestBlob(checkout: WorkflowCheckout, path: string): string {
  const content = checkout.read(path);
  if (content.kind !== "file") return "";
  return createHash("sha1").update(`blob ${content.bytes.length}\0`).update(content.bytes).digest("hex");
}
