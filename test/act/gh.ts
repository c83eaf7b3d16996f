// A gh that records what it is told, and keeps the notes that it is given.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Gives the folder that goes before others on the PATH. */
export function writeGh(folder: string): string {
  const programs = join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(join(programs, "gh"), `#!/bin/sh\n{ for word; do printf '%s\\n' "$word"; done; echo; } >> '${join(folder, "calls")}'\nif [ -f notes.md ]; then cp notes.md '${folder}/'; fi\n`, { mode: 0o755 });
  return programs;
}

/** The words of each call so far. */
export function readCalls(folder: string): string[][] {
  const path = join(folder, "calls");
  return existsSync(path) ? readFileSync(path, "utf8").split("\n\n").filter(Boolean).map((call) => call.split("\n")) : [];
}
