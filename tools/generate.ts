// Writes everything generated; `--check` fails with a diff and the repair command instead. Nothing here has a second home.
import { readFileSync, writeFileSync, mkdirSync, existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { toActionFiles } from "./generate/action-files.ts";
import { toBenchPages } from "./generate/bench-page.ts";
import { toDataFiles } from "./generate/data-files.ts";
import type { Generated } from "./generate/generated.ts";
import { toWasmModules } from "./generate/wasm-module.ts";
import { toVerifyFiles } from "./generate/verify-page.ts";
import { toWorkflowFiles } from "./generate/workflow-files.ts";
import { toWorkflowPages } from "./generate/workflow-pages.ts";

const root = join(import.meta.dirname, "..");

/** All generated files of this checkout, as they should be. `self` is the portable owner/repo@ref for runners without `$/`. */
export async function generateAll(self?: string): Promise<Generated[]> {
  return [...(await toDataFiles(root)), ...(await toActionFiles(root)), ...toWorkflowFiles(root, self), ...toWorkflowPages(root), ...toVerifyFiles(root), ...(await toWasmModules(root)), ...toBenchPages(root)];
}

/** Paths whose content on disk differs, relative to the checkout. */
export function findDrift(files: readonly Generated[]): Generated[] {
  return files.filter((file) => !existsSync(file.path) || readFileSync(file.path, "utf8") !== file.content);
}

async function run(args: readonly string[]): Promise<number> {
  const selfAt = args.indexOf("--self");
  const files = await generateAll(selfAt >= 0 ? args[selfAt + 1] : undefined);
  const drift = findDrift(files);
  if (args.includes("--check")) return report(drift, files.length);
  for (const file of drift) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.content);
    console.log(`wrote ${relative(root, file.path)}`);
  }
  console.log(`${files.length} generated files, ${drift.length} changed`);
  return 0;
}

function report(drift: readonly Generated[], count: number): number {
  for (const file of drift) console.log(`${relative(root, file.path)} differs${firstDifference(file)}`);
  console.log(drift.length === 0 ? `${count} generated files are up to date` : "repair: npm run generate");
  return drift.length === 0 ? 0 : 1;
}

function firstDifference(file: Generated): string {
  if (!existsSync(file.path)) return ": it is missing";
  const is = readFileSync(file.path, "utf8").split("\n");
  const should = file.content.split("\n");
  const at = should.findIndex((line, index) => line !== is[index]);
  const line = at < 0 ? should.length : at;
  return ` from line ${line + 1}\n  - ${is[line] ?? "(end of file)"}\n  + ${should[line] ?? "(end of file)"}`;
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
