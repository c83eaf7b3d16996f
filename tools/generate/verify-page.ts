// docs/verify.html from its parts: types stripped, modules joined, nothing minified, so that what was reviewed is what runs.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { toVerifyPage } from "../../src/report/index.ts";
import type { Generated } from "./generated.ts";

const PARTS = ["finding/duplicate-key.ts", ...["bundle-text.ts", "check-files.ts", "view.ts"].map((part) => `report/verify-page/${part}`)];

/** The page, and its digest as `sha256sum --check` reads it, which a release publishes. */
export function toVerifyFiles(root: string): Generated[] {
  const script = PARTS.map((part) => toPlain(readFileSync(join(root, "src", part), "utf8"))).join("\n");
  const content = toVerifyPage(`\n// Made of src/report/verify-page by npm run generate; what each part does and why stands there.\n${script}`);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return [
    { path: join(root, "docs/verify.html"), content },
    { path: join(root, "docs/verify.html.sha256"), content: `${sha256}  verify.html\n` },
  ];
}

/** Parts share one scope in the page: their imports and exports fall away. */
function toPlain(source: string): string {
  // transform, not strip, which would leave gaps where types were
  return stripTypeScriptTypes(source, { mode: "transform" })
    .replace(/^import [^;]*;$/gm, "")
    .replace(/^export (?=const |function |async function )/gm, "")
    .split("\n").map((line) => line.trimEnd()).filter((line) => line !== "" && line !== ";").join("\n");
}
