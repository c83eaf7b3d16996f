// The door where there is no cluster: what can't be looked at is a gap, and is signed all the same. Real clusters: test/slow/act.test.ts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract as attestContract } from "../compliance-attest/contract.ts";
import { main as attest } from "../compliance-attest/main.ts";
import { hashBytes, pinPublicKey, readStatement, verifyDeployment } from "../../src/attestation/index.ts";
import { composeReport, InputError, Ledger } from "../../src/finding/index.ts";
import { openWorld, parseInputs } from "../../src/runtime/index.ts";
import { writeFiles, writeImage, writeKey } from "../../test/fixtures/doors.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";

let cwd = "";
const target = { context: "no-such-context", namespace: "dev", kustomization: "k", deployment: "gateway", container: "gateway", image: "registry.example/gateway", "timeout-seconds": 5 };
const world = () => ({ ...openWorld(new AbortController().signal, () => undefined), cwd });
const run = (inputs: Record<string, string> = {}) =>
  main(parseInputs(contract, new Map(Object.entries({ image: "image", bundle: "bundle.json", target: "target.yml", key: "key.pem", ...inputs })), (name) => name), world());

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "rollout-door-"));
  await writeImage(join(cwd, "image"));
  writeKey(join(cwd, "key.pem"));
  const ledger = new Ledger();
  ledger.examined("files", 1);
  const now = new Date();
  const report = composeReport({ check: "log-leak-guard", subject: { name: "x", digest: null, digestKind: null }, tool: { name: "pci-pipeline", version: "0", rules: { count: 1, sha256: "" } }, startedAt: now, ledger, findings: [], gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } }, { failOn: "medium", waivers: [], baseline: new Set(), now });
  writeFiles(cwd, { "report.json": JSON.stringify(report), "target.yml": JSON.stringify(target), "k/kustomization.yaml": "resources: []\n" });
  const inputs = parseInputs(attestContract, new Map(Object.entries({ subject: "image", report: "report.json", key: "key.pem", bundle: "bundle.json" })), (name) => name);
  await attest(inputs, world());
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe("attested-rollout", () => {
  it("signs that nothing was deployed where the cluster does not answer", async () => {
    const { verdict, report, outputs } = await run();
    expect([verdict, outputs.outcome, outputs["rolled-back"]]).toEqual(["inconclusive", "not-started", "not-needed"]);
    const read = (name: string) => readFileSync(join(cwd, name));
    expect(outputs["bundle-sha256"]).toBe(hashBytes(read("deployment.sigstore.json")));
    const compliance = read("bundle.json");
    const { problems, statement } = verifyDeployment({
      bundle: read("deployment.sigstore.json"), compliance, report: Buffer.from(`${JSON.stringify(report, undefined, 2)}\n`), now: new Date(),
      keys: [pinPublicKey(read("deployment.pub").toString("utf8"))], image: readStatement(compliance.toString("utf8")).subject[0]?.digest.sha256 ?? "",
    });
    expect(problems.filter((problem) => !problem.includes("report"))).toEqual([]);
    expect(statement?.predicate).toMatchObject({ verdict: "inconclusive", cluster: { context: "no-such-context" } });
  });

  it("takes the context that only the job knows", async () => {
    await run({ context: "k3d-another", import: "k3d", "deployment-bundle": "other/d.json" });
    expect(Buffer.from((JSON.parse(readFileSync(join(cwd, "other/d.json"), "utf8")) as { dsseEnvelope: { payload: string } }).dsseEnvelope.payload, "base64").toString()).toContain('"context":"k3d-another"');
  });

  it.each([
    ["a key that can't sign", { key: "target.yml" }, /signing key/],
    ["a target with a slip", { target: "slip.yml" }, /namespac/],
    ["a target that is no mapping", { target: "list.yml" }, /target list\.yml/],
    ["another file for the bundle", { bundle: "target.yml" }, /./],
  ])("refuses %s before it touches anything", async (_, inputs, message) => {
    writeFileSync(join(cwd, "slip.yml"), JSON.stringify({ ...target, namespac: "dev" }));
    writeFileSync(join(cwd, "list.yml"), "[]");
    await expect(run({ ...inputs, "deployment-bundle": "never.json" })).rejects.toThrow(InputError);
    await expect(run({ ...inputs, "deployment-bundle": "never.json" })).rejects.toThrow(message);
    expect(() => readFileSync(join(cwd, "never.json"))).toThrow();
  });
});
