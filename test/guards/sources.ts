// The checkout's own files, read once for every guard.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

const PASSED_OVER = new Set(["node_modules", "dist", ".git", "out", "coverage", ".pci-pipeline", "pci-pipeline-reports"]);

/** Path (with "/", relative to the checkout) to text of every file below `folders` whose name ends so. */
export function readSources(folders: readonly string[], ending: string): Map<string, string> {
  const files = new Map<string, string>();
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (PASSED_OVER.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.name.endsWith(ending)) files.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8"));
    }
  };
  for (const folder of folders) visit(join(root, folder));
  return files;
}
