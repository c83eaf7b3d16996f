// GitHub calls reusable workflows only from .github/workflows: the authored texts in reusable/ are copied there byte by byte.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { banner, type Generated } from "./generated.ts";

/**
 * Copies under a banner. `$/` names the called workflow's own repository and commit on github.com; with `self`
 * (owner/repo@ref) the copies name it in full, for servers and runners that do not know `$/`.
 */
export function toWorkflowFiles(root: string, self?: string): Generated[] {
  const names = readdirSync(join(root, "reusable")).filter((name) => name.endsWith(".yml")).sort();
  const copies = names.map((name) => {
    const text = readFileSync(join(root, "reusable", name), "utf8");
    return { path: join(root, ".github", "workflows", name), content: `# ${banner(`reusable/${name}`)}\n${self ? toPortable(text, self) : text}` };
  });
  return self === undefined ? copies : [...copies, ...composites.map((path) => ({ path: join(root, path), content: toPortable(readFileSync(join(root, path), "utf8"), self) }))];
}

/** Composite actions call our own by `$/` too, and have no copy: a fork that names itself rewrites them where they are. */
const composites = ["action.yml", "reusable/gate/action.yml"];

/** `uses: $/actions/x` as `uses: owner/repo/actions/x@ref`; throws where `self` is not owner/repo@ref. */
export function toPortable(text: string, self: string): string {
  const match = /^([\w.-]+\/[\w.-]+)@([\w./-]+)$/.exec(self);
  if (!match) throw new Error("--self takes OWNER/REPO@REF");
  return text.replace(/(uses:\s*)\$\/([^\s#]+)/g, `$1${match[1]}/$2@${match[2]}`);
}
