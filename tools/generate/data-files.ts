// Data that code and readers share: compiled rules, published JSON Schemas, the version, the controls page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { toControlsPage, toStatementSchemas } from "../../src/attestation/index.ts";
import { configSchema } from "../../cli/run/config.ts";
import { manifestSchema } from "../../src/evidence-store/index.ts";
import { reportSchema, waiversSchema } from "../../src/finding/index.ts";
import { compileRules } from "../compile-rules.ts";
import { banner, type Generated } from "./generated.ts";
import { toRulesPage } from "./rules-page.ts";

export async function toDataFiles(root: string): Promise<Generated[]> {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const schema = (name: string, type: z.ZodType) => ({ path: join(root, "docs", "schema", name), content: toSchema(type) });
  const statements = Object.entries(toStatementSchemas()).map(([name, document]) =>
    ({ path: join(root, "docs", "schema", name), content: `${JSON.stringify(document, null, 2)}\n` }));
  return [
    { path: join(root, "src/detector/credential/rules.generated.ts"), content: compileRules(join(root, "rules")) },
    { path: join(root, "src/runtime/door/version.generated.ts"), content: `// ${banner("package.json")}\nexport const version = "${version}";\n` },
    schema("report-v1.schema.json", reportSchema),
    schema("waivers-v1.schema.json", waiversSchema),
    schema("config-v1.schema.json", configSchema),
    schema("evidence-archive-v1.schema.json", manifestSchema),
    ...statements,
    { path: join(root, "docs", "controls.md"), content: toControlsPage() },
    { path: join(root, "docs", "rules.md"), content: toRulesPage() },
  ];
}

function toSchema(type: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(type, { io: "input" }), null, 2)}\n`;
}
