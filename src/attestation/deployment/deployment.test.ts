// The deployment statement says what the cluster runs, and nothing bent of it is believed.
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { composeReport, Ledger, previewNothing, type FindingDraft, type ReportSubject } from "../../finding/index.ts";
import { measure } from "../../measurement/index.ts";
import { toStatementSchemas } from "../schema.ts";
import { signPayload } from "../signing/bundle.ts";
import { hashBytes } from "../statement/intake.ts";
import { PAYLOAD_TYPE, toCanonicalBytes } from "../statement/statement.ts";
import { pinPublicKey } from "../verification/key-ring.ts";
import { makeSigner } from "../verification/specimen.ts";
import { composeDeployment, signDeployment, type DeploymentEvidence } from "./compose.ts";
import type { DeploymentStatement } from "./predicate.ts";
import { verifyDeployment, type DeploymentInputs } from "./verify.ts";

const now = new Date("2026-05-06T07:08:09.000Z");
const image = hashBytes(Buffer.from("image"));
const digest = `sha256:${image}`;
const signer = makeSigner();
const subject: ReportSubject = { name: "gateway", digest: { sha256: image }, digestKind: "manifest" };
const finding: FindingDraft = {
  ruleId: "rollout-digest-differs", title: "x", severity: "critical", controls: ["6.5.1"], preview: previewNothing("x"), decoded: [], remediation: "x",
  location: { kind: "evidence", file: "pod/a", pointer: "" },
};

function makeEvidence(findings: readonly FindingDraft[] = []): DeploymentEvidence {
  const ledger = new Ledger();
  ledger.examined("checks", 8);
  const tool = { name: "pci-pipeline", version: "0.0.0", rules: { count: 1, sha256: image } } as const;
  const content = composeReport({ check: "rollout", subject, tool, startedAt: now, ledger, findings, gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } }, { failOn: "medium", waivers: [], baseline: new Set(), now });
  const failed = findings.length > 0;
  return {
    subject: { name: "gateway", sha256: image }, signer, now, tool: { version: "0.0.0" }, startedBy: null,
    compliance: { name: "attestation.sigstore.json", bytes: Buffer.from("compliance") },
    report: { content, file: { name: "rollout.json", bytes: Buffer.from(JSON.stringify(content)) } },
    record: {
      cluster: { context: "k3d-x", serverVersion: "v1.36.3" },
      workload: { namespace: "dev", deployment: "gateway", container: "gateway", image: "pci-pipeline.local/gateway" },
      rollout: { outcome: failed ? "failed" : "completed", rolledBack: failed ? "done" : "not-needed", strategy: { type: "RollingUpdate", maxUnavailable: "0", maxSurge: "1" }, replicas: { wanted: 2, updated: 2, ready: 2, available: 2 } },
      measurement: null,
      pods: ["a", "b"].map((name) => ({ name, node: "node-0", imageID: `x/y@${digest}`, digest, ready: true, current: true })),
    },
  };
}

const measurement = measure([{ samples: [], events: [], window: { from: 0, to: 1 }, ledgers: { service: null, effects: null }, digests: new Map() }], { scenario: "update", ratePerSecond: 10, errorBudget: 0 });
const evidence = makeEvidence();
const statement = composeDeployment(evidence);
const inputs = async (bent: unknown = statement): Promise<DeploymentInputs> => ({
  bundle: Buffer.from(await signPayload({ payload: toCanonicalBytes(bent), payloadType: PAYLOAD_TYPE }, signer)),
  compliance: evidence.compliance.bytes, report: evidence.report.file.bytes, keys: [pinPublicKey(signer.publicKeyPem)], image, now,
});
const bend = (change: (copy: DeploymentStatement) => unknown) => {
  const copy = structuredClone(statement);
  change(copy);
  return inputs(copy);
};

describe("the deployment statement", () => {
  it("holds for its own image, bundle and report", async () => {
    const bundle = Buffer.from(await signDeployment(statement, signer));
    expect(verifyDeployment({ ...(await inputs()), bundle })).toEqual({ problems: [], statement });
  });

  it("follows its published schema", () => {
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    expect(ajv.validate(toStatementSchemas()["deployment-v1.schema.json"] ?? {}, statement), JSON.stringify(ajv.errors)).toBe(true);
  });

  it("says of each procedure that hangs on a deployment what it can, and never more than partial", () => {
    const statuses = Object.fromEntries(statement.predicate.controls.map(({ id, status }) => [id, status]));
    expect(statuses).toMatchObject({ "6.5.1.b": "partial", "6.5.2": "partial", "6.5.3.b": "not-covered", "6.5.4.b": "partial" });
    expect(Object.values(statuses)).not.toContain("evidence-supports");
  });

  it("states a failure, which then speaks against what it broke", async () => {
    const failed = composeDeployment(makeEvidence([finding]));
    expect(failed.predicate).toMatchObject({ verdict: "fail", openFindings: [{ ruleId: "rollout-digest-differs", count: 1 }], rollout: { rolledBack: "done" } });
    expect(failed.predicate.controls.find(({ id }) => id === "6.5.1.b")?.status).toBe("evidence-contradicts");
    expect(failed.predicate.controls.find(({ id }) => id === "6.5.2")?.status).toBe("not-covered");
    const { problems } = verifyDeployment({ ...(await inputs(failed)), report: makeEvidence([finding]).report.file.bytes });
    expect(problems).toEqual([]);
  });
});

describe("verifyDeployment", () => {
  it.each<[string, RegExp, () => DeploymentInputs | Promise<DeploymentInputs>]>([
    ["another key", /no pinned key/, async () => ({ ...(await inputs()), keys: [pinPublicKey(makeSigner().publicKeyPem)] })],
    ["an impostor's key", /signature/, async () => ({ ...(await inputs()), keys: [{ ...pinPublicKey(makeSigner().publicKeyPem), hint: signer.hint }] })],
    ["another image", /another image/, async () => ({ ...(await inputs()), image: hashBytes(Buffer.from("other")) })],
    ["another compliance bundle", /compliance bundle/, async () => ({ ...(await inputs()), compliance: Buffer.from("other") })],
    ["another report", /report/, async () => ({ ...(await inputs()), report: Buffer.from("other") })],
    ["a clock that is behind", /times/, async () => ({ ...(await inputs()), now: new Date(now.getTime() - 86_400_000) })],
    ["an edited verdict", /verdict does not follow/, () => bend(({ predicate }) => Object.assign(predicate, { verdict: "fail" }))],
    ["findings left out", /verdict/, async () => inputs({ ...composeDeployment(makeEvidence([finding])), predicate: { ...composeDeployment(makeEvidence([finding])).predicate, openFindings: [] } })],
    ["a pod with another image", /not every listed pod/, () => bend(({ predicate }) => predicate.pods.slice(0, 1).map((pod) => Object.assign(pod, { digest: `sha256:${"b".repeat(64)}` })))],
    ["a pod left out", /not every listed pod/, () => bend(({ predicate }) => predicate.pods.pop())],
    ["a pod that is not ready", /not every listed pod/, () => bend(({ predicate }) => predicate.pods.slice(0, 1).map((pod) => Object.assign(pod, { ready: false })))],
    ["a pass in spite of lost requests", /error budget/, () => bend(({ predicate }) => Object.assign(predicate, { measurement: { ...measurement, failed: 1 } }))],
    ["an edited control", /controls/, () => bend(({ predicate }) => predicate.controls.map((control) => Object.assign(control, { status: "evidence-supports" })))],
    ["an unknown field", /no canonical deployment statement/, () => bend(({ predicate }) => Object.assign(predicate, { approved: true }))],
    ["a compliance statement's type", /no canonical deployment statement/, () => bend((copy) => Object.assign(copy, { predicateType: "https://github.com/yuno/pci-pipeline/compliance/v1" }))],
    ["another signer's name", /another signer/, () => bend(({ predicate }) => Object.assign(predicate.signer, { hint: "x" }))],
    ["a revoked key", /revoked/, async () => ({ ...(await inputs()), keys: [{ ...pinPublicKey(signer.publicKeyPem), revoked: true }] })],
  ])("refuses %s", async (_, problem, bent) => {
    expect(verifyDeployment(await bent()).problems.join("; ")).toMatch(problem);
  });
});
