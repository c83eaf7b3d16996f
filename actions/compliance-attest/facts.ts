// What is stated about source and build: the runner's environment, a facts file over it, and the bill of materials by its own bytes.
import { basename } from "node:path";
import { collectFacts, factsSchema, hashBytes, policySchema, type SourceFacts } from "../../src/attestation/index.ts";
import { parseYaml, readInput, type Inputs, type World } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";

/** Throws InputError for files that are not there or of another form. */
export async function readFacts({ facts, sbom }: Inputs<typeof contract>, { cwd, environment }: World): Promise<SourceFacts> {
  const file = facts === undefined ? undefined : parseYaml((await readInput(cwd, facts, "facts file")).toString("utf8"), factsSchema, `facts file ${facts}`);
  const collected = collectFacts(environment, file);
  if (sbom === undefined) return collected;
  const bytes = await readInput(cwd, sbom, "bill of materials");
  return { ...collected, build: { ...collected.build, sbom: { name: basename(sbom), sha256: hashBytes(bytes) } } };
}

/** Digest of a policy that is one; undefined where none was named. */
export async function readPolicyDigest({ policy }: Inputs<typeof contract>, { cwd }: World): Promise<string | undefined> {
  if (policy === undefined) return undefined;
  const bytes = await readInput(cwd, policy, "policy");
  parseYaml(bytes.toString("utf8"), policySchema, `policy ${policy}`);
  return hashBytes(bytes);
}
