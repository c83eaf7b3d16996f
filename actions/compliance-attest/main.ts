// Reports and facts in, a signed bundle out. Signs failed runs too: evidence is not only for good days.
import { resolve } from "node:path";
import { composeStatement, hashBytes, toReceipt } from "../../src/attestation/index.ts";
import { attachBundle } from "../../src/evidence-store/index.ts";
import { readSubject } from "../../src/reader/image/index.ts";
import { readInputs, version, writeOutput, type Main } from "../../src/runtime/index.ts";
import { openContainer } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";
import { readFacts, readPolicyDigest } from "./facts.ts";
import { placeAttachment, placeOutputs } from "./paths.ts";
import { signOnce } from "./signing.ts";

export const main: Main<typeof contract> = async (inputs, world) => {
  const { subject: image, bundle } = inputs;
  const { cwd, environment, now } = world;
  const publicKey = placeOutputs(inputs, cwd);
  const attach = placeAttachment(inputs);
  const container = await openContainer(image, { cwd, environment });
  const subject = await readSubject(container, inputs.platform === undefined ? {} : { platform: inputs.platform }).finally(() => container.close());
  const reports = await readInputs(cwd, inputs.report, "report");
  const facts = await readFacts(inputs, world);
  const policySha256 = await readPolicyDigest(inputs, world);
  const about = { subject, reports, tool: { version }, now: now(), facts, ...(policySha256 !== undefined && { policySha256 }) };
  const { statement, bundle: text, publicKeyPem, attestationId, notes } = await signOnce({ inputs, world, compose: (signer) => composeStatement({ ...about, signer }) });
  const digest = `sha256:${statement.subject[0]?.digest.sha256}`;
  await writeOutput(resolve(cwd, bundle), text);
  if (publicKeyPem !== null) await writeOutput(resolve(cwd, publicKey), publicKeyPem);
  if (attach !== undefined) await attachBundle({ image: attach, digest, bundle: text, predicateType: statement.predicateType, signedAt: statement.predicate.issuedAt });
  const outputs = {
    "bundle-path": bundle, "bundle-sha256": hashBytes(Buffer.from(text)), "public-key-path": publicKeyPem === null ? "" : publicKey,
    "subject-digest": digest, "evidence-verdict": statement.predicate.verdict, "signer-kind": statement.predicate.signer.kind, "attestation-id": attestationId,
  };
  return { verdict: "pass", outputs, message: toReceipt(statement, { bundle, publicKey: publicKeyPem === null ? null : publicKey, attached: attach, notes }) };
};
