// Reports and facts in, a signed bundle out. Signs failed runs too: evidence is not only for good days.
import { dirname, join, resolve } from "node:path";
import { collectFacts, composeStatement, factsSchema, hashBytes, openSigner, policySchema, signStatement, toReceipt } from "../../src/attestation/index.ts";
import { InputError } from "../../src/finding/index.ts";
import { readSubject } from "../../src/reader/image/index.ts";
import { keepFile, parseYaml, readInput, readInputs, version, writeOutput, type Main } from "../../src/runtime/index.ts";
import { openContainer } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";

export const main: Main<typeof contract> = async (inputs, { cwd, environment, now }) => {
  const { subject: image, report, key, bundle, facts, policy } = inputs;
  const publicKey = inputs["public-key"] ?? join(dirname(bundle), "evidence.pub");
  const named = [...report, facts, policy, key, inputs["development-key"]].filter((path) => path !== undefined).map((path) => resolve(cwd, path));
  if (new Set([...named, resolve(cwd, bundle), resolve(cwd, publicKey)]).size < new Set(named).size + 2) {
    throw new InputError("bundle and public-key need paths of their own; name files that are no inputs");
  }
  const container = await openContainer(image, { cwd });
  const subject = await readSubject(container).finally(() => container.close());
  const reports = await readInputs(cwd, report, "report");
  const factsFile = facts === undefined ? undefined : parseYaml((await readInput(cwd, facts, "facts file")).toString("utf8"), factsSchema, `facts file ${facts}`);
  const policyBytes = policy === undefined ? undefined : await readInput(cwd, policy, "policy");
  if (policyBytes) parseYaml(policyBytes.toString("utf8"), policySchema, `policy ${policy}`);
  const signer = await openSigner({ reference: key, developmentKey: inputs["development-key"] }, {
    environment, read: (path, what) => readInput(cwd, path, what), keep: (path, make) => keepFile(resolve(cwd, path), make),
  });
  const statement = composeStatement({
    subject, reports, signer, tool: { version }, now: now(), facts: collectFacts(environment, factsFile),
    ...(policyBytes && { policySha256: hashBytes(policyBytes) }),
  });
  const signed = await signStatement(statement, signer);
  await writeOutput(resolve(cwd, bundle), signed);
  await writeOutput(resolve(cwd, publicKey), signer.publicKeyPem);
  const outputs = {
    "bundle-path": bundle, "bundle-sha256": hashBytes(Buffer.from(signed)), "public-key-path": publicKey,
    "subject-digest": `sha256:${statement.subject[0]?.digest.sha256}`, "evidence-verdict": statement.predicate.verdict, "signer-kind": signer.kind,
  };
  return { verdict: "pass", outputs, message: toReceipt(statement, { bundle, publicKey }) };
};
