// Each committed bundle as the runner starts it: one green and one red, with outputs, summary and annotations.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCredential, makeLog, safeWorkflow, sha256, unsafeWorkflow, writeFiles, writeImage, writeKey } from "../fixtures/doors.ts";
import { runBundle, type RunnerResult } from "./runner.ts";

const secret = makeCredential(`doors ${Date.now()}`);
let cwd = "";

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "doors-"));
  await writeImage(join(cwd, "good"));
  await writeImage(join(cwd, "bad"), secret);
  writeFiles(cwd, { "good.log": makeLog(), "bad.log": makeLog(secret), "safe/.github/workflows/ci.yml": safeWorkflow, "unsafe/.github/workflows/ci.yml": unsafeWorkflow });
  writeKey(join(cwd, "key.pem"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

function expectCheck(result: RunnerResult, door: string, verdict: "pass" | "fail"): void {
  expect(result.code, result.log).toBe(verdict === "pass" ? 0 : 1);
  expect(result.outputs.get("verdict")).toBe(verdict);
  const report = readFileSync(join(cwd, "pci-pipeline-reports", `${door}.json`), "utf8");
  expect(result.outputs.get("report-sha256")).toBe(sha256(report));
  expect(JSON.parse(report)).toMatchObject({ schema: "pci-pipeline/report/v1", check: door, verdict });
  expect(JSON.parse(readFileSync(join(cwd, result.outputs.get("sarif-path") ?? ""), "utf8"))).toMatchObject({ version: "2.1.0" });
  expect(result.summary).toContain(door);
  expect(result.log.includes("::error")).toBe(verdict === "fail");
  expect(result.log + result.summary + report).not.toContain(secret);
}

describe.each([
  ["image-secret-audit", { image: "good" }, { image: "bad" }],
  ["log-leak-guard", { log: "good.log" }, { log: "bad.log" }],
  ["isolation-assert", { repo: "safe", environment: "prod", "allow-job": "ci.yml:deploy" }, { repo: "unsafe", environment: "prod", "allow-job": "ci.yml:deploy" }],
] as const)("%s", (door, good, bad) => {
  it("is green on a good input", () => expectCheck(runBundle(door, { cwd, inputs: good }), door, "pass"));
  it("is red on a bad one", () => expectCheck(runBundle(door, { cwd, inputs: bad }), door, "fail"));
  it("refuses a misspelt input with exit code 3", () => {
    const result = runBundle(door, { cwd, inputs: { ...good, "fail-onn": "low" } });
    expect(result.code).toBe(3);
    expect(result.log).toContain("did you mean fail-on?");
  });
});

describe("compliance-attest and compliance-verify", () => {
  const attest = (environment: Readonly<Record<string, string>> = {}) => runBundle("compliance-attest", {
    cwd,
    inputs: { subject: "good", report: ["image-secret-audit", "log-leak-guard", "isolation-assert"].map((name) => `reports/${name}.json`).join("\n"), key: "env://SIGNING_KEY", bundle: "evidence/bundle.json" },
    environment: { SIGNING_KEY: readFileSync(join(cwd, "key.pem"), "utf8"), ...environment },
  });
  const verify = (image: string) => runBundle("compliance-verify", { cwd, inputs: { bundle: "evidence/bundle.json", key: "evidence/evidence.pub", image } });

  beforeAll(() => {
    const folder = { "report-dir": "reports" };
    runBundle("image-secret-audit", { cwd, inputs: { image: "good", ...folder } });
    runBundle("log-leak-guard", { cwd, inputs: { log: "good.log", ...folder } });
    runBundle("isolation-assert", { cwd, inputs: { repo: "safe", environment: "prod", "allow-job": "ci.yml:deploy", ...folder } });
  });

  it("sign, and accept what they signed", () => {
    const signed = attest();
    expect(signed.code, signed.log).toBe(0);
    expect(signed.outputs.get("evidence-verdict")).toBe("pass");
    expect(signed.outputs.get("bundle-sha256")).toBe(sha256(readFileSync(join(cwd, "evidence/bundle.json"))));
    const verified = verify("good");
    expectCheck(verified, "compliance-verify", "pass");
    expect(verified.outputs.get("subject-digest")).toBe(signed.outputs.get("subject-digest"));
  });

  it("refuse another image", () => expectCheck(verify("bad"), "compliance-verify", "fail"));

  it("refuse to sign without the key", () => {
    const result = attest({ SIGNING_KEY: "" });
    expect(result.code).toBe(3);
    expect(result.log).toContain("SIGNING_KEY");
  });
});
