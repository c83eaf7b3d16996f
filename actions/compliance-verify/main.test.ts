import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { collectFacts, composeDeployment, composeStatement, openSigner, signDeployment, signStatement, type EvidenceFile } from "../../src/attestation/index.ts";
import { composeReport, Ledger, previewNothing, reportSchema, type Check, type FindingDraft } from "../../src/finding/index.ts";
import { parseInputs, type World } from "../../src/runtime/index.ts";
import { archiveOf, buildImage, legacyArchive, ociLayout } from "../../test/fixtures/builders/index.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";

const now = new Date("2026-05-06T07:08:09.000Z");
const image = buildImage({ layers: [{ files: { "app/server.js": "listen()" } }] });
const other = buildImage({ layers: [{ files: { "app/server.js": "steal()" } }] });
const manifest = image.descriptor.digest.slice("sha256:".length);
const sign = (made: string[]) => openSigner({ reference: undefined, developmentKey: "key" }, {
  read: async () => Buffer.alloc(0), environment: () => undefined, connect: () => async () => ({ status: 404, body: "" }), keep: async (_, make) => { made.push(make()); return made.at(-1) ?? ""; },
});
let cwd = "";

const write = async (path: string, content: string | Uint8Array) => {
  await mkdir(dirname(join(cwd, path)), { recursive: true });
  await writeFile(join(cwd, path), content);
};

function report(check: Check, findings: readonly FindingDraft[] = []): EvidenceFile {
  const ledger = new Ledger();
  ledger.examined("files", 1);
  const subject = check === "image-secret-audit" ? { name: "image", digest: { sha256: manifest }, digestKind: "manifest" as const } : { name: check, digest: null, digestKind: null };
  const tool = { name: "pci-pipeline", version: "0.0.0", rules: { count: 1, sha256: "0" } } as const;
  const made = composeReport({ check, subject, tool, startedAt: now, ledger, findings, gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } },
    { failOn: "medium", waivers: [], baseline: new Set(), now });
  return { name: `${check}.json`, bytes: Buffer.from(JSON.stringify(made)) };
}

async function attest(reports: readonly EvidenceFile[], signer: Awaited<ReturnType<typeof sign>>): Promise<string> {
  const subject = { name: "image", digest: { sha256: manifest }, digestKind: "manifest" } as const;
  return signStatement(composeStatement({ subject, reports, facts: collectFacts(() => undefined), signer, tool: { version: "0.0.0" }, now }), signer);
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "verify-"));
  for (const [path, bytes] of ociLayout([image])) await write(`image/${path}`, bytes);
  for (const [path, bytes] of ociLayout([other])) await write(`other/${path}`, bytes);
  await write("legacy.tar", archiveOf(legacyArchive([image])));
  const [signer, stranger] = [await sign([]), await sign([])];
  const reports = (["image-secret-audit", "log-leak-guard", "isolation-assert"] as const).map((check) => report(check));
  for (const { name, bytes } of reports) await write(`reports/${name}`, bytes);
  const bundle = await attest(reports, signer);
  await write("good.json", bundle);
  const leak: FindingDraft = {
    ruleId: "x", title: "x", severity: "high", controls: ["8.6.2"], preview: previewNothing("x"), decoded: [], remediation: "x", location: { kind: "log", file: "job.txt" },
  };
  await write("failed.json", await attest([report("log-leak-guard", [leak]), ...reports.filter((one) => one.name !== "log-leak-guard.json")], signer));
  await write("partial.json", await attest(reports.slice(0, 2), signer));
  await write("stranger.json", await attest(reports, stranger));
  const rollout = report("rollout");
  await write("rollout.json", rollout.bytes);
  await write("deployment.json", await signDeployment(composeDeployment({
    subject: { name: "image", sha256: manifest }, compliance: { name: "good.json", bytes: Buffer.from(bundle) }, signer, startedBy: null, tool: { version: "0.0.0" }, now,
    report: { file: rollout, content: reportSchema.parse(JSON.parse(Buffer.from(rollout.bytes).toString())) },
    record: {
      cluster: { context: "k3d-x", serverVersion: null }, workload: { namespace: "dev", deployment: "app", container: "app", image: "app" }, measurement: null,
      rollout: { outcome: "completed", rolledBack: "not-needed", strategy: null, replicas: { wanted: 1, updated: 1, ready: 1, available: 1 } },
      pods: [{ name: "app-1", node: null, imageID: null, digest: `sha256:${manifest}`, ready: true, current: true }],
    },
  }), signer));
  await write("flipped.json", bundle.replace(/"sig":"(.{40})(.)/, (_, head: string, one: string) => `"sig":"${head}${one === "A" ? "B" : "A"}`));
  await write("pinned.pub", signer.publicKeyPem);
  const ring = (more: object) => JSON.stringify({ schema: "pci-pipeline/key-ring/v1", keys: [{ id: "first", pem: stranger.publicKeyPem }, { id: "second", pem: signer.publicKeyPem, ...more }] });
  await write("ring.json", ring({ validUntil: "2026-12-31T00:00:00Z" }));
  await write("ended.json", ring({ validUntil: "2026-01-31T00:00:00Z" }));
  await write("lenient.yml", "schema: pci-pipeline/policy/v1\nverdicts: [pass, inconclusive]\nchecks: [image-secret-audit]\n");
  await write("strict.yml", "schema: pci-pipeline/policy/v1\nsigners: [key-file]\nmaxAgeHours: 1\n");
  await write("broken.yml", "schema: pci-pipeline/policy/v1\nmaxAge: 1\n");
});

function run(raw: Record<string, string>) {
  const world: World = { cwd, now: () => now, progress: () => undefined, signal: new AbortController().signal, stdin: (async function* () {})(), environment: () => undefined };
  return main(parseInputs(contract, new Map(Object.entries({ bundle: "good.json", key: "pinned.pub", ...raw })), (name) => name), world);
}

describe("compliance-verify", () => {
  it("passes good evidence, having proved itself", async () => {
    const reports = "reports/image-secret-audit.json\nreports/log-leak-guard.json\nreports/isolation-assert.json";
    const { report: made, outputs } = await run({ image: "image", report: reports });
    expect(reportSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({ check: "compliance-verify", verdict: "pass", findings: [], outOfScope: [], selfTest: { planted: 20, detected: 20 } });
    expect(outputs).toEqual({ "subject-digest": `sha256:${manifest}`, "evidence-verdict": "pass", "signer-kind": "development" });
  });

  it("says what it was not asked to compare", async () => {
    expect((await run({})).report?.outOfScope.map((one) => one.name)).toEqual(["subject", "reports"]);
  });

  it.each([
    ["a broken signature", { bundle: "flipped.json" }, "fail", "evidence-signature-invalid"],
    ["a stranger's signature", { bundle: "stranger.json" }, "fail", "evidence-key-unknown"],
    ["another image", { image: "other" }, "fail", "evidence-subject-mismatch"],
    ["a check that failed", { bundle: "failed.json" }, "fail", "evidence-check-not-accepted"],
    ["a policy that asks for more", { policy: "strict.yml" }, "fail", "evidence-signer-not-accepted"],
    ["a key that has ended", { key: "ended.json" }, "fail", "evidence-key-not-valid"],
    ["a swapped report", { report: "ring.json" }, "fail", "evidence-report-mismatch"],
  ])("fails %s", async (_, raw, verdict, rule) => {
    const { report: made } = await run(raw);
    expect(made?.verdict).toBe(verdict);
    expect(made?.findings.map((finding) => finding.ruleId)).toContain(rule);
    expect(made?.findings.every((finding) => finding.disposition === "open")).toBe(true);
  });

  it("is inconclusive about evidence that does not show what was asked for", async () => {
    const { report: made } = await run({ bundle: "partial.json" });
    expect(made).toMatchObject({ verdict: "inconclusive", findings: [] });
    expect(made?.coverage.gaps.map((gap) => gap.detail)).toEqual(["isolation-assert was not reported", "the verdict is inconclusive"]);
  });

  it("is inconclusive about an image that shows another kind of digest", async () => {
    expect((await run({ image: "legacy.tar" })).verdict).toBe("inconclusive");
  });

  it("takes a key ring, and a policy that asks for less", async () => {
    expect((await run({ key: "ring.json" })).verdict).toBe("pass");
    expect((await run({ bundle: "partial.json", policy: "lenient.yml" })).verdict).toBe("pass");
  });

  it("compares what runs, as pods name it", async () => {
    expect((await run({ running: `docker.io/team/app@sha256:${manifest}\nsha256:${manifest}` })).verdict).toBe("pass");
    const { report: made } = await run({ running: `docker.io/team/app@sha256:${manifest}\nx@sha256:${"0".repeat(64)}` });
    expect(made?.findings.map(({ ruleId, title }) => [ruleId, title])).toEqual([["evidence-running-mismatch", expect.stringMatching(/1 of 2 running images are not the subject/)]]);
  });

  it("takes a deployment bundle, with what it names", async () => {
    const raw = { bundle: "deployment.json", compliance: "good.json", report: "rollout.json", image: "image" };
    expect((await run({ ...raw, running: `x@sha256:${manifest}` })).report).toMatchObject({ verdict: "pass", findings: [], facts: { statement: { verdict: "pass" } } });
    expect((await run({ ...raw, compliance: "failed.json" })).report?.findings.map(({ ruleId }) => ruleId)).toEqual(["evidence-deployment-invalid"]);
    expect((await run({ ...raw, key: "ended.json" })).verdict).toBe("fail");
    await expect(run({ ...raw, compliance: "" })).rejects.toThrow(/give --compliance and the rollout's --report/);
    await expect(run({ ...raw, image: "" })).rejects.toThrow(/against an image by its manifest/);
  });

  it("gives no outputs of a statement that it cannot believe", async () => {
    expect((await run({ bundle: "flipped.json" })).outputs).toEqual({ "subject-digest": "", "evidence-verdict": "", "signer-kind": "" });
  });

  it.each([
    ["a bundle that is not there", { bundle: "nowhere.json" }, /bundle nowhere\.json does not exist/],
    ["a bundle that is none", { bundle: "ring.json" }, /is not a Sigstore bundle/],
    ["a bundle that is no JSON", { bundle: "lenient.yml" }, /is not JSON/],
    ["a key that is none", { key: "lenient.yml" }, /key ring is not valid/],
    ["a policy with an unknown field", { policy: "broken.yml" }, /policy broken\.yml is not valid/],
    ["an image that is not there", { image: "nowhere" }, /nowhere/],
    ["nothing that is pinned", { key: "" }, /nothing is pinned/],
    ["an identity without its issuer", { key: "", "trusted-root": "root.json", identity: "x" }, /identity and issuer go together/],
    ["an identity without a root", { key: "", identity: "x", issuer: "y" }, /give trusted-root/],
    ["a trusted root that is none", { "trusted-root": "ring.json" }, /is not a Sigstore trusted root/],
    ["what runs, without a digest", { running: "gateway:1" }, /1 of 1 entries name no digest/],
    ["reports that are not there", { report: "a.json\nb.json" }, /a\.json does not exist.*b\.json does not exist/],
  ])("refuses %s", async (_, raw, message) => expect(run(raw)).rejects.toThrow(message));

  it("needs nothing but what lies on disk", async () => {
    const before = await readFile(join(cwd, "good.json"));
    await run({ image: "image" });
    expect((await readFile(join(cwd, "good.json"))).equals(before)).toBe(true);
  });
});
