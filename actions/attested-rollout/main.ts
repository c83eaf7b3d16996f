// The deployment behind the gate: roll out under load, judge what runs, sign it. Failures are signed too.
import { dirname, join, resolve } from "node:path";
import { composeDeployment, hashBytes, openSigner, pinPublicKey, readStatement, signDeployment, verifyDeployment } from "../../src/attestation/index.ts";
import { composeReport, InputError } from "../../src/finding/index.ts";
import { toJson } from "../../src/report/index.ts";
import { openPorts, rollOutMeasured, rolloutRuleSet, toRolloutExamination, toRolloutRecord } from "../../src/rollout/index.ts";
import { connectKeyStore, describeTool, keepFile, readInput, version, writeOutput, type Main } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";
import { readTarget } from "./target.ts";

export const main: Main<typeof contract> = async (inputs, { cwd, environment, now, signal, progress: log }) => {
  const compliance = await readInput(cwd, inputs.bundle, "bundle");
  const { subject: [subject], predicate } = readStatement(compliance.toString("utf8"));
  if (subject === undefined || predicate.subject.digestKind !== "manifest") {
    throw new InputError("the bundle knows the image by its config only, and clusters run images by their manifest; hand the image over as an OCI archive");
  }
  const folder = dirname(resolve(cwd, inputs.target));
  const target = await readTarget(inputs, cwd);
  // Before anything is changed: a key that cannot sign must not leave a deployment unsigned.
  const signer = await openSigner({ reference: inputs.key, developmentKey: inputs["development-key"] }, {
    environment, read: (path, what) => readInput(cwd, path, what), keep: (path, make) => keepFile(resolve(cwd, path), make), connect: connectKeyStore,
  });
  const ca = target.load?.ca === undefined ? undefined : (await readInput(folder, target.load.ca, "load.ca")).toString("utf8");
  const order = { target, kustomization: resolve(folder, target.kustomization), layout: resolve(cwd, inputs.image), digest: `sha256:${subject.digest.sha256}` };
  const measured = await rollOutMeasured(order, openPorts({ now, signal, log }), ca);
  const examination = toRolloutExamination(measured, { order, tool: describeTool(rolloutRuleSet) });
  const report = composeReport(examination, { failOn: inputs["fail-on"], waivers: [], baseline: new Set(), now: now() });
  const file = { name: "attested-rollout.json", bytes: Buffer.from(toJson(report)) };
  const statement = composeDeployment({
    subject: { name: subject.name, sha256: subject.digest.sha256 }, compliance: { name: "attestation.sigstore.json", bytes: compliance },
    report: { file, content: report }, record: toRolloutRecord(measured, target), signer, startedBy: environment("GITHUB_ACTOR") ?? null, now: now(), tool: { version },
  });
  const bundle = Buffer.from(await signDeployment(statement, signer));
  const { problems } = verifyDeployment({ bundle, report: file.bytes, compliance, keys: [pinPublicKey(signer.publicKeyPem)], image: subject.digest.sha256, now: now() });
  if (problems.length > 0) throw new Error(`the deployment statement does not hold: ${problems.join("; ")}`);
  const path = inputs["deployment-bundle"];
  await writeOutput(resolve(cwd, path), bundle);
  await writeOutput(resolve(cwd, inputs["public-key"] ?? join(dirname(path), "deployment.pub")), signer.publicKeyPem);
  const { outcome, rolledBack } = measured.rollout;
  return { report, verdict: report.verdict, outputs: { "bundle-path": path, "bundle-sha256": hashBytes(bundle), outcome, "rolled-back": rolledBack } };
};
