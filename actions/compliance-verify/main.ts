// The gate: a bundle is judged from its bytes alone, and the verifier proves itself first.
import { describeSigned, evidenceRuleSet, testVerifier, toExamination, verifyNewest } from "../../src/attestation/index.ts";
import { composeReport, type Terms } from "../../src/finding/index.ts";
import { describeTool, readInput, readInputs, type Main } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";
import { identify, readBundles, readPolicy, readRunning, readTrust } from "./material.ts";

export const main: Main<typeof contract> = async (inputs, world) => {
  const { cwd } = world;
  const startedAt = world.now();
  const trust = await readTrust(inputs, cwd);
  const policy = await readPolicy(inputs, cwd);
  const running = readRunning(inputs);
  const bundles = await readBundles(inputs, cwd);
  const reports = inputs.report.length === 0 ? {} : { reports: await readInputs(cwd, inputs.report, "report") };
  const compliance = inputs.compliance === undefined ? {} : { compliance: await readInput(cwd, inputs.compliance, "compliance bundle") };
  const image = await identify(inputs, cwd);
  const terms: Terms = { failOn: "low", waivers: [], baseline: new Set(), now: world.now() };
  const selfTest = await testVerifier(terms.now);
  const { verification, bundle } = verifyNewest(bundles, { ...trust, policy, now: terms.now, image, running, ...reports, ...compliance });
  const report = composeReport(toExamination({ verification, bundle, selfTest, tool: describeTool(evidenceRuleSet), startedAt }), terms);
  const { subject, verdict, signer } = describeSigned(verification);
  return { report, verdict: report.verdict, outputs: { "subject-digest": subject, "evidence-verdict": verdict, "signer-kind": signer } };
};
