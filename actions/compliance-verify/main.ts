// The gate: a bundle is judged from its bytes alone, and the verifier proves itself first.
import { basename } from "node:path";
import {
  defaultPolicy, evidenceRuleSet, keyRingSchema, pinKeys, pinPublicKey, policySchema, testVerifier, toExamination, verifyEvidence,
} from "../../src/attestation/index.ts";
import { composeReport, type Terms } from "../../src/finding/index.ts";
import { readSubject } from "../../src/reader/image/index.ts";
import { describeTool, parseYaml, readInput, readInputs, type Main } from "../../src/runtime/index.ts";
import { openContainer } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";

export const main: Main<typeof contract> = async (inputs, world) => {
  const { cwd } = world;
  const startedAt = world.now();
  const bundle = { name: basename(inputs.bundle), bytes: await readInput(cwd, inputs.bundle, "bundle") };
  const keyText = (await readInput(cwd, inputs.key, "key")).toString("utf8");
  const keys = keyText.trimStart().startsWith("-----BEGIN") ? [pinPublicKey(keyText)] : pinKeys(parseYaml(keyText, keyRingSchema, "key ring"));
  const policy = inputs.policy === undefined ? defaultPolicy
    : parseYaml((await readInput(cwd, inputs.policy, "policy")).toString("utf8"), policySchema, `policy ${inputs.policy}`);
  const reports = inputs.report.length === 0 ? {} : { reports: await readInputs(cwd, inputs.report, "report") };
  const image = inputs.image === undefined ? undefined : await identify(inputs.image, cwd);
  const terms: Terms = { failOn: "low", waivers: [], baseline: new Set(), now: world.now() };
  const selfTest = await testVerifier(terms.now);
  const verification = verifyEvidence({ bundle: bundle.bytes, keys, policy, now: terms.now, image, ...reports });
  const report = composeReport(toExamination({ verification, bundle, selfTest, tool: describeTool(evidenceRuleSet), startedAt }), terms);
  const { subject, predicate } = verification.statement ?? {};
  return {
    report, verdict: report.verdict,
    outputs: { "subject-digest": subject?.[0] ? `sha256:${subject[0].digest.sha256}` : "", "evidence-verdict": predicate?.verdict ?? "", "signer-kind": predicate?.signer.kind ?? "" },
  };
};

async function identify(reference: string, cwd: string) {
  const container = await openContainer(reference, { cwd });
  return readSubject(container).finally(() => container.close());
}
