// Runs a bundle as GitHub's runner does: its own process, INPUT_* variables, command files, and nothing else of this environment.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../guards/sources.ts";

export type RunnerResult = { readonly code: number | null; readonly log: string; readonly outputs: Map<string, string>; readonly summary: string };

/** `inputs` are the step's `with:`; what action.yml has as default is filled in as the runner would. */
export function runBundle(door: string, options: { cwd: string; inputs: Readonly<Record<string, string>>; environment?: Readonly<Record<string, string>> }): RunnerResult {
  const folder = mkdtempSync(join(tmpdir(), "runner-"));
  try {
    const [output, summary] = [join(folder, "output"), join(folder, "summary")];
    for (const file of [output, summary]) writeFileSync(file, "");
    const inputs = Object.entries(options.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "actions", door, "dist", "index.js")], {
      cwd: options.cwd,
      encoding: "utf8",
      env: { PATH: "/usr/bin:/bin", HOME: folder, TMPDIR: folder, GITHUB_ACTIONS: "true", GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...Object.fromEntries(inputs), ...options.environment },
    });
    return { code: status, log: stdout + stderr, outputs: readOutputs(readFileSync(output, "utf8")), summary: readFileSync(summary, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** GITHUB_OUTPUT: name<<delimiter, value lines, delimiter. */
function readOutputs(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^([^\n<]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name ?? "", value ?? ""]));
}
