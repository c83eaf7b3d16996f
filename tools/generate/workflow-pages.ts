// The tables of each reusable workflow's page, from the workflow itself: inputs, secrets, outputs, and what a caller must grant.
import { load } from "js-yaml";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Generated } from "./generated.ts";
import { fillMarkers, toTable } from "./markers.ts";

type Parameter = { readonly description: string; readonly required?: boolean; readonly default?: string | boolean | number };
type Named<T> = { readonly [name: string]: T };
type Workflow = {
  readonly on: { readonly workflow_call: { readonly inputs?: Named<Parameter>; readonly secrets?: Named<Parameter>; readonly outputs?: Named<Parameter> } };
};

export function toWorkflowPages(root: string): Generated[] {
  const names = readdirSync(join(root, "reusable")).filter((name) => name.endsWith(".yml")).sort();
  return names.map((name) => {
    const path = join(root, "reusable", name.replace(/yml$/, "md"));
    const text = readFileSync(join(root, "reusable", name), "utf8");
    const { inputs = {}, secrets = {}, outputs = {} } = (load(text) as Workflow).on.workflow_call;
    const tables: Named<string> = {
      inputs: listParameters("input", inputs),
      secrets: listParameters("secret", secrets),
      outputs: toTable(["output", "meaning"], Object.entries(outputs).map(([output, { description }]) => [`\`${output}\``, description])),
      permissions: listPermissions(text),
    };
    return { path, content: Object.entries(tables).reduce((page, [marker, table]) => fillMarkers(page, marker, table), readFileSync(path, "utf8")) };
  });
}

function listParameters(kind: string, parameters: Named<Parameter>): string {
  const rows = Object.entries(parameters).map(([name, { description, required, default: value }]) =>
    [`\`${name}\``, description, required ? "required" : value === undefined || value === "" ? "" : `\`${String(value)}\``]);
  return rows.length === 0 ? "None." : toTable([kind, "meaning", "default"], rows);
}

/** What jobs state, each scope once, with the reasons that stand beside them: a caller grants the union. */
function listPermissions(text: string): string {
  const reasons = new Map<string, Set<string>>();
  for (const [, scope = "", reason = ""] of text.matchAll(/^ {6}([a-z-]+: (?:read|write)) # (.+)$/gm)) reasons.set(scope, (reasons.get(scope) ?? new Set()).add(reason));
  const rows = [...reasons].map(([scope, why]) => [`\`${scope}\``, [...why].join("; ")]);
  return rows.length === 0 ? "None that it asks for." : toTable(["permission", "why"], rows);
}
