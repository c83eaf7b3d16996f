// What is published holds for what is made, and refuses what the code refuses: a stranger validates with the schema alone.
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toStatementSchemas } from "./schema.ts";
import { toCanonicalBytes } from "./statement/statement.ts";
import { defaultPolicy } from "./verification/judgement/policy.ts";
import { makeSpecimen } from "./verification/specimen.ts";

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const schemas = toStatementSchemas();
const validate = (name: string, value: unknown) => {
  const { $id: _, ...schema } = schemas[name] as { $id?: string };
  const check = ajv.compile(schema);
  return { holds: check(value), errors: (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`) };
};
const now = new Date("2026-05-06T07:08:09.000Z");
const { statement } = await makeSpecimen(now);
const edited = (edit: (copy: typeof statement) => unknown) => {
  const copy = structuredClone(statement);
  edit(copy);
  return copy;
};

describe("the published schemas", () => {
  it("are those on disk", () => {
    for (const [name, schema] of Object.entries(schemas)) {
      if (name.startsWith("compliance") || name.startsWith("policy") || name.startsWith("key-ring")) expect(JSON.parse(readFileSync(new URL(`../../docs/schema/${name}`, import.meta.url), "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
    }
  });

  it("hold for a statement, keyless or not", () => {
    expect(validate("compliance-v1.schema.json", statement)).toEqual({ holds: true, errors: [] });
    expect(validate("compliance-v1.schema.json", edited(({ predicate }) => { predicate.signer = { kind: "keyless", hint: null }; }))).toEqual({ holds: true, errors: [] });
  });

  it.each([
    ["an unknown field", (copy: typeof statement) => Object.assign(copy.predicate, { approved: true })],
    ["a word that no status has", (copy: typeof statement) => Object.assign(copy.predicate.controls[0]!, { status: "compliant" })],
    ["a digest that is none", (copy: typeof statement) => { copy.subject[0]!.digest.sha256 = "abc"; }],
    ["a second subject", (copy: typeof statement) => copy.subject.push(copy.subject[0]!)],
    ["a negative count", (copy: typeof statement) => { (copy.predicate.checks[0] as { findings: unknown[] }).findings.push({ severity: "low", disposition: "open", count: -1 }); }],
    ["a missing verdict", (copy: typeof statement) => { Reflect.deleteProperty(copy.predicate, "verdict"); }],
  ])("refuse %s", (_, edit) => expect(validate("compliance-v1.schema.json", edited(edit)).holds).toBe(false));

  it("hold for a policy and a key ring", () => {
    expect(validate("policy-v1.schema.json", JSON.parse(JSON.stringify(defaultPolicy))).errors).toEqual([]);
    expect(validate("policy-v1.schema.json", { schema: "pci-pipeline/policy/v1", signers: ["transit", "keyless"] }).holds).toBe(true);
    expect(validate("policy-v1.schema.json", { schema: "pci-pipeline/policy/v1", maxAge: 1 }).holds).toBe(false);
    expect(validate("key-ring-v1.schema.json", { schema: "pci-pipeline/key-ring/v1", keys: [{ id: "a", pem: "x", validUntil: "2026-01-01T00:00:00Z" }] }).errors).toEqual([]);
  });
});

describe("a statement's bytes", () => {
  it("are the same for the same inputs and clock, but for the key that is named in it", async () => {
    const again = (await makeSpecimen(now)).statement;
    again.predicate.signer = { ...statement.predicate.signer };
    expect(Buffer.from(toCanonicalBytes(again)).equals(toCanonicalBytes(statement))).toBe(true);
  });
});
