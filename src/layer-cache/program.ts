// Which program made an entry: a version number stays the same while the code changes.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Digest of all files of the bundle that runs, or of all sources where it runs from them. */
export function programDigest(): string {
  const self = fileURLToPath(import.meta.url);
  const files = self.endsWith(".ts") ? listFiles(join(dirname(self), ".."), ".ts") : listFiles(dirname(self), ".js");
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function listFiles(folder: string, extension: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(extension) && !name.endsWith(".test.ts")).sort().map((name) => join(folder, name));
}
