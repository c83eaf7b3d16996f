// Deployment comes after the gate. Without a cluster it is stated as not run, with how to get one; with one, exactly the attested
// image goes there, and what the cluster then runs is signed as a second statement, whether it went well or not.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { composeDeployment, openSigner, pinPublicKey, readStatement, signDeployment, verifyDeployment, type DeploymentEvidence, type Signer } from "../../src/attestation/index.ts";
import { composeReport, InputError, type Report } from "../../src/finding/index.ts";
import { toJson } from "../../src/report/index.ts";
import { openPorts, rollOutMeasured, rolloutRuleSet, toRolloutExamination, toRolloutRecord, type Measured, type Order, type Target } from "../../src/rollout/index.ts";
import { connectKeyStore, describeTool, keepFile, readInput, version, writeOutput, type World } from "../../src/runtime/index.ts";
import { IMAGE } from "./check-stages.ts";
import { BUNDLE, PUBLIC_KEY } from "./evidence-stages.ts";
import { signingKeyOf, type Run, type Stage, type StageResult } from "./stage.ts";

const DEPLOYMENT_BUNDLE = "deployment.sigstore.json";
const REPORT = "rollout";

/** A deployment that did not run makes the run inconclusive only where the config says that one is required. */
export const deployStage: Stage = {
  name: "deploy",
  run: async (run, world) => {
    const { cluster, required } = run.config.deploy;
    const gate = run.reports.get("compliance-verify")?.verdict ?? "inconclusive";
    const idle = cluster === undefined
      ? "no cluster is configured; npm run cluster:up makes one and says what to configure"
      : gate === "pass" ? undefined : `the gate says ${gate}, so nothing was deployed`;
    if (cluster !== undefined && idle === undefined) return deploy(run, { target: cluster, world });
    world.progress(idle ?? "");
    return { verdict: required ? "inconclusive" : "not-run", note: idle ?? "" };
  },
};

async function deploy(run: Run, { target, world }: { target: Target; world: World }): Promise<StageResult> {
  const compliance = await readFile(join(run.out, BUNDLE));
  const { subject: [subject], predicate } = readStatement(compliance.toString("utf8"));
  if (subject === undefined || predicate.subject.digestKind !== "manifest") {
    return { verdict: "inconclusive", note: "the image is known by its config only, and clusters run images by their manifest; build it with the embedded builder" };
  }
  const order: Order = { target, kustomization: resolve(run.folder, target.kustomization), layout: join(run.out, IMAGE), digest: `sha256:${subject.digest.sha256}` };
  const { now, signal, progress: log } = world;
  const ca = target.load?.ca === undefined ? undefined : (await readInput(run.folder, target.load.ca, "load.ca")).toString("utf8");
  const measured = await rollOutMeasured(order, openPorts({ now, signal, log }), ca);
  const examination = toRolloutExamination(measured, { order, tool: describeTool(rolloutRuleSet) });
  const report = composeReport(examination, { failOn: run.config["fail-on"], waivers: [], baseline: new Set(), now: now() });
  const file = { name: `${REPORT}.json`, bytes: Buffer.from(toJson(report)) };
  run.reports.set(REPORT, report);
  await writeOutput(join(run.out, "reports", file.name), file.bytes);
  const statement = { subject: { name: subject.name, sha256: subject.digest.sha256 }, compliance: { name: BUNDLE, bytes: compliance }, report: { file, content: report }, record: toRolloutRecord(measured, target) };
  await sign(run, { statement, world });
  return { verdict: report.verdict, note: toNote(measured, report) };
}

type Stated = Pick<DeploymentEvidence, "subject" | "compliance" | "report" | "record">;

/** Signed by the same key as the first statement, then read back from disk and verified against everything that it names. */
async function sign(run: Run, { statement, world }: { statement: Stated; world: World }): Promise<void> {
  const signer = await openRunSigner(run, world);
  const startedBy = world.environment("GITHUB_ACTIONS") === "true" ? (world.environment("GITHUB_ACTOR") ?? null) : null;
  const now = world.now();
  const bundle = await signDeployment(composeDeployment({ ...statement, signer, startedBy, now, tool: { version } }), signer);
  await writeOutput(join(run.out, DEPLOYMENT_BUNDLE), bundle);
  const [written, key, report] = await Promise.all([DEPLOYMENT_BUNDLE, PUBLIC_KEY, join("reports", `${REPORT}.json`)].map((name) => readFile(join(run.out, name))));
  if (!written || !key || !report) throw new Error("the deployment statement could not be read back");
  const { problems } = verifyDeployment({
    bundle: written, report, compliance: statement.compliance.bytes, keys: [pinPublicKey(key.toString("utf8"))], image: statement.subject.sha256, now,
  });
  if (problems.length > 0) throw new InputError(`the deployment statement does not hold: ${problems.join("; ")}; run again without changing the key or the outputs meanwhile`);
  world.progress(`signed ${DEPLOYMENT_BUNDLE}`);
}

/** As compliance-attest opens it. */
function openRunSigner(run: Run, { environment }: World): Promise<Signer> {
  return openSigner(signingKeyOf(run), {
    environment, read: (path, what) => readInput(run.out, path, what), keep: keepFile, connect: connectKeyStore,
  });
}

function toNote({ rollout: { outcome, rolledBack, workload }, counted }: Measured, { findings, coverage }: Report): string {
  if (outcome === "completed" && findings.length === 0) {
    const pods = workload?.pods.filter((pod) => pod.current && !pod.terminating) ?? [];
    const places = new Set(pods.map((pod) => pod.node)).size;
    return coverage.gaps[0]?.detail ?? `${pods.length} pods on ${places} ${places === 1 ? "node" : "nodes"} run the attested image${counted ? `, ${counted.measurement.failed} of ${counted.measurement.requests} requests failed` : ""}; signed in ${DEPLOYMENT_BUNDLE}`;
  }
  const ended = { "not-needed": "nothing that serves was touched", done: "taken back, the former version serves", failed: "NOT taken back, look at once", "nothing-to-return-to": "no former version to return to" }[rolledBack];
  return `${findings[0]?.title ?? coverage.gaps[0]?.detail ?? outcome}; ${ended}`;
}
