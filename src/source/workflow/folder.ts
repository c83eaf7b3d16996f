// A checkout on disk. Nothing outside of it is ever read, whatever its links say.
import { readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join, posix, resolve, sep } from "node:path";
import { InputError } from "../../finding/index.ts";
import { MAX_WORKFLOW_BYTES, WORKFLOW_FOLDER, isWorkflowPath, limit, type FileContent, type WorkflowCheckout } from "./checkout.ts";

/** A folder with workflow files in `.github/workflows`, else those that lie in it directly. */
export function openFolder(reference: string, options: { cwd: string; input: string }): WorkflowCheckout & { readonly name: string } {
  const root = toRealFolder(resolve(options.cwd, reference), options.input);
  const folder = listFolder(join(root, WORKFLOW_FOLDER)) ? WORKFLOW_FOLDER : "";
  const paths = (listFolder(join(root, folder)) ?? []).map((name) => folder + name).filter((path) => isWorkflowPath(path, folder)).sort();
  return { name: basename(root) || root, folder, list: () => paths, read: (path) => readInside(root, path) };
}

function toRealFolder(path: string, input: string): string {
  try {
    const real = realpathSync(path);
    if (statSync(real).isDirectory()) return real;
  } catch {
    // falls through to the one message that both cases have
  }
  throw new InputError(`${input}: there is no such folder; give the folder that holds .github/workflows`);
}

function listFolder(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

function readInside(root: string, path: string): FileContent {
  const normal = posix.normalize(path);
  if (normal.startsWith("../") || normal === ".." || posix.isAbsolute(normal)) return { kind: "refused", reason: "path-escape", detail: "its path leaves the checkout" };
  try {
    const real = realpathSync(join(root, normal));
    if (real !== root && !real.startsWith(root + sep)) return { kind: "refused", reason: "path-escape", detail: "it is a link that leaves the checkout" };
    const status = statSync(real);
    if (!status.isFile()) return { kind: "absent" };
    if (status.size > MAX_WORKFLOW_BYTES) return limit(new Uint8Array(MAX_WORKFLOW_BYTES + 1));
    return limit(readFileSync(real));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { kind: "absent" };
    return { kind: "refused", reason: "malformed", detail: "it can't be read" };
  }
}
