// Keyless bundles before a foreign verifier: cosign takes what we sign, offline, by identity and trusted root, and refuses what we refuse.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nock from "nock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeReport, toReportFile } from "../../src/attestation/verification/specimen.ts";
import { collectFacts, composeStatement, openKeyless, signStatement } from "../../src/attestation/index.ts";
import { claims, IDENTITY, ISSUER, startInstance, startRunner, type Instance } from "../sigstore/instance.ts";
import { requirePeer } from "./peers.ts";

const folder = mkdtempSync(join(tmpdir(), "keyless-"));
const now = new Date();
const sha256 = "a".repeat(64);
const subject = { name: "app", digest: { sha256 }, digestKind: "manifest" } as const;
let instance: Instance;
let foreign: Instance;

beforeAll(async () => { [instance, foreign] = await Promise.all([startInstance(), startInstance()]); });
afterAll(() => {
  nock.restore();
  rmSync(folder, { recursive: true });
});

async function sign(visibility: "public" | "private", edit: (bundle: string) => string = (bundle) => bundle): Promise<string> {
  instance.serve();
  const told = { ...claims, repository_visibility: visibility };
  const runner = await startRunner(told);
  const signer = await openKeyless("auto", { environment: (name) => runner.environment[name], requestIdentity: async () => `x.${Buffer.from(JSON.stringify(told)).toString("base64url")}.y` });
  runner.close();
  if ("absent" in signer) throw new Error(signer.absent);
  const reports = (["image-secret-audit", "log-leak-guard", "isolation-assert"] as const).map((check) => toReportFile(makeReport(check, subject, now)));
  return edit(await signStatement(composeStatement({ subject, reports, facts: collectFacts((name) => runner.environment[name]), signer, tool: { version: "0.0.0" }, now }), signer));
}

function ask(bundle: string, { root = instance.publicRoot, identity = IDENTITY, issuer = ISSUER, extra = [] as readonly string[] } = {}): Promise<{ code: number; output: string }> {
  writeFileSync(join(folder, "bundle.json"), bundle);
  writeFileSync(join(folder, "root.json"), root);
  const args = [
    "verify-blob-attestation", "--bundle", join(folder, "bundle.json"), "--trusted-root", join(folder, "root.json"), "--certificate-identity", identity, "--certificate-oidc-issuer", issuer,
    "--type", "https://github.com/yuno/pci-pipeline/compliance/v1", "--digest", sha256, "--digestAlg", "sha256", ...extra,
  ];
  return new Promise((resolve) => {
    execFile(requirePeer("cosign"), args, { env: { HOME: folder, PATH: "" } }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }));
  });
}

const stamped = ["--use-signed-timestamps", "--insecure-ignore-tlog", "--insecure-ignore-sct"];

describe("cosign and a keyless bundle", () => {
  it("takes one of a public repository, with its log entry", async () => {
    expect(await ask(await sign("public"))).toMatchObject({ code: 0 });
  });

  it("takes one of a private repository, by its timestamp", async () => {
    expect(await ask(await sign("private"), { root: instance.githubRoot, extra: stamped })).toMatchObject({ code: 0 });
  });

  it.each([
    ["another identity", {}, { identity: IDENTITY.replace("/o/r/", "/o/evil/") }],
    ["another issuer", {}, { issuer: "https://gitlab.example" }],
    ["another authority", {}, { foreign: true }],
    ["an edited payload", { edit: (bundle: string) => bundle.replace(/"payload":"(.{40})(.)/, (_, head: string, one: string) => `"payload":"${head}${one === "A" ? "B" : "A"}`) }, {}],
    ["a changed signature", { edit: (bundle: string) => bundle.replace(/"sig":"(.{40})(.)/, (_, head: string, one: string) => `"sig":"${head}${one === "A" ? "B" : "A"}`) }, {}],
    ["no log entry", { edit: (bundle: string) => bundle.replace(/"tlogEntries":\[.*?\}\],?/, "") }, {}],
  ] as const)("refuses %s", async (_, made, options) => {
    const bundle = await sign("public", "edit" in made ? made.edit : undefined);
    const { foreign: byOthers, ...rest } = { foreign: false, ...options };
    expect((await ask(bundle, { ...rest, ...(byOthers && { root: foreign.publicRoot }) })).code).not.toBe(0);
  });
});
