// The checkout's own files, read once for every guard.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

const PASSED_OVER = /(^|\/)(node_modules|\.git)$|^(out|\.pci-pipeline|pci-pipeline-reports)$|^(actions\/[^/]+|cli)\/dist$/;

/** Path (with "/", relative to the checkout) to text of every file below `folders` whose name ends so. */
export function readSources(folders: readonly string[], ending: string): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      const name = relative(root, path).split(sep).join("/");
      if (PASSED_OVER.test(name)) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.name.endsWith(ending)) files.set(name, readFileSync(path, "utf8"));
    }
  };
  for (const folder of folders) visit(join(root, folder));
  return files;
}
