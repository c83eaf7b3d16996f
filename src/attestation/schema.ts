// JSON Schemas of what this room writes and reads, for people who validate with other tools.
import * as z from "zod";
import { DEPLOYMENT_TYPE, deploymentStatementSchema } from "./deployment/predicate.ts";
import { factsSchema } from "./statement/fact.ts";
import { COMPLIANCE_TYPE, statementSchema } from "./statement/statement.ts";
import { keyRingSchema } from "./verification/key-ring.ts";
import { policySchema } from "./verification/judgement/policy.ts";

/** File name below docs/schema to JSON Schema (draft 2020-12). */
export function toStatementSchemas(): { readonly [file: string]: object } {
  return {
    "compliance-v1.schema.json": { $id: `${COMPLIANCE_TYPE}/schema`, title: "pci-pipeline compliance statement", ...z.toJSONSchema(statementSchema) },
    "deployment-v1.schema.json": { $id: `${DEPLOYMENT_TYPE}/schema`, title: "pci-pipeline deployment statement", ...z.toJSONSchema(deploymentStatementSchema) },
    "policy-v1.schema.json": { title: "pci-pipeline policy", ...z.toJSONSchema(policySchema, { io: "input" }) },
    "key-ring-v1.schema.json": { title: "pci-pipeline key ring", ...z.toJSONSchema(keyRingSchema, { io: "input" }) },
    "facts-v1.schema.json": { title: "pci-pipeline source and build facts", ...z.toJSONSchema(factsSchema, { io: "input" }) },
  };
}
