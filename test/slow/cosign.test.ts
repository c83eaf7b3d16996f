// A foreign verifier takes our bundles and refuses the bent ones, and agrees with our own on both.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeReport, makeSigner, toReportFile } from "../../src/attestation/verification/specimen.ts";
import { signPayload } from "../../src/attestation/signing/bundle.ts";
import { toCanonicalBytes } from "../../src/attestation/statement/statement.ts";
import { collectFacts, composeStatement, defaultPolicy, pinPublicKey, signStatement, verifyEvidence, type Statement } from "../../src/attestation/index.ts";
import { explainAbsence, requirePeer } from "./peers.ts";

const TYPE = "https://github.com/yuno/pci-pipeline/compliance/v1";
const now = new Date("2026-05-06T07:08:09.000Z");
const content = "the subject's bytes\n";
const sha256 = createHash("sha256").update(content).digest("hex");
const subject = { name: "app", digest: { sha256 }, digestKind: "manifest" } as const;
const signer = makeSigner();
const statement = composeStatement({
  subject, signer, now, tool: { version: "0.0.0" }, facts: collectFacts(() => undefined),
  reports: (["image-secret-audit", "log-leak-guard", "isolation-assert"] as const).map((check) => toReportFile(makeReport(check, subject, now))),
});

type Result = { readonly code: number; readonly output: string };
type Question = { bundle: string; file?: string; type?: string; key?: string; extra?: readonly string[] };

const absence = explainAbsence("cosign");

describe.skipIf(absence !== undefined)(`cosign verify-blob-attestation${absence === undefined ? "" : ` (skipped: ${absence})`}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "cosign-"));
  let cosign = "";
  let good = "";
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  beforeAll(async () => {
    cosign = requirePeer("cosign");
    good = await signStatement(statement, signer);
    write("subject", content);
    write("evidence.pub", signer.publicKeyPem);
    write("stranger.pub", makeSigner().publicKeyPem);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** An empty home: nothing of the machine's own trust or cache helps. */
  function ask({ bundle, file = join(folder, "subject"), type = TYPE, key = "evidence.pub", extra = [] }: Question): Promise<Result> {
    const args = ["verify-blob-attestation", "--key", join(folder, key), "--bundle", write("bundle.json", bundle), "--type", type, "--insecure-ignore-tlog", ...extra];
    return new Promise((resolve) => {
      execFile(cosign, [...args, ...(extra.includes("--digest") ? [] : [file])], { env: { HOME: folder, PATH: "" } },
        (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }));
    });
  }

  const byUs = (bundle: string) => verifyEvidence({ bundle: Buffer.from(bundle), keys: [pinPublicKey(signer.publicKeyPem)], policy: defaultPolicy, now, image: subject })
    .steps.filter((step) => !step.ok).map((step) => step.id);

  it("accepts our bundle by the subject's file", async () => {
    const { code, output } = await ask({ bundle: good });
    expect(output).toMatch(/Verified OK/);
    expect(code).toBe(0);
    expect(byUs(good)).toEqual([]);
  });

  it("accepts our bundle by the subject's digest", async () => {
    expect(await ask({ bundle: good, extra: ["--digest", sha256, "--digestAlg", "sha256"] })).toMatchObject({ code: 0 });
  });

  it("accepts a signed failure too: a verdict is not its business", async () => {
    const failed = await signStatement({ ...statement, predicate: { ...statement.predicate, verdict: "fail" } }, signer);
    expect(await ask({ bundle: failed })).toMatchObject({ code: 0 });
    expect(byUs(failed)).toContain("consistency");
  });

  it.each([
    ["a flipped byte in the payload", "signature", (bundle: string) => edit(bundle, (envelope) => { envelope.payload = flip(envelope.payload); })],
    ["a flipped byte in the signature", "signature", (bundle: string) => edit(bundle, (envelope) => { for (const one of envelope.signatures) one.sig = flip(one.sig); })],
    ["another payload type", "payload-type", (bundle: string) => edit(bundle, (envelope) => { envelope.payloadType = "application/json"; })],
    ["two signatures", "bundle-form", (bundle: string) => edit(bundle, (envelope) => { envelope.signatures.push(...envelope.signatures); })],
    ["a signature cut short", "signature", (bundle: string) => edit(bundle, (envelope) => { for (const one of envelope.signatures) one.sig = Buffer.from(one.sig, "base64").subarray(0, 40).toString("base64"); })],
    ["a signature of nothing but zeros", "signature", (bundle: string) => edit(bundle, (envelope) => { for (const one of envelope.signatures) one.sig = Buffer.alloc(70).toString("base64"); })],
    ["a signature with a byte behind it", "signature", (bundle: string) => edit(bundle, (envelope) => { for (const one of envelope.signatures) one.sig = Buffer.concat([Buffer.from(one.sig, "base64"), Buffer.alloc(1)]).toString("base64"); })],
    ["r and s in the place of DER", "signature", (bundle: string) => edit(bundle, (envelope) => { for (const one of envelope.signatures) one.sig = Buffer.alloc(64, 7).toString("base64"); })],
    ["an edited verdict", "signature", (bundle: string) => edit(bundle, (envelope) => { envelope.payload = replace(envelope.payload, '"verdict":"pass"', '"verdict":"fail"'); })],
    ["another subject in the payload", "signature", (bundle: string) => edit(bundle, (envelope) => { envelope.payload = replace(envelope.payload, sha256, "0".repeat(64)); })],
    ["white space in the payload", "signature", (bundle: string) => edit(bundle, (envelope) => { envelope.payload = replace(envelope.payload, "{", "{ "); })],
    ["an empty payload", "bundle-form", (bundle: string) => edit(bundle, (envelope) => { envelope.payload = ""; })],
    ["a payload type with a space behind it", "payload-type", (bundle: string) => edit(bundle, (envelope) => { envelope.payloadType += " "; })],
    ["a media type of another version", "bundle-form", (bundle: string) => bundle.replace("bundle.v0.3+json", "bundle.v0.9+json")],
    ["no verification material", "bundle-form", (bundle: string) => bundle.replace(/"verificationMaterial":\{.*?\}\},?/, "")],
    ["no signature", "bundle-form", (bundle: string) => edit(bundle, (envelope) => { envelope.signatures = []; })],
  ] as const)("refuses %s, as we do", async (_, step, bend) => {
    const bent = bend(good);
    expect((await ask({ bundle: bent })).code).not.toBe(0);
    expect(byUs(bent)).toContain(step);
  });

  it("refuses a foreign subject, as we do", async () => {
    expect((await ask({ bundle: good, file: write("other", "other bytes") })).code).not.toBe(0);
    expect((await ask({ bundle: good, extra: ["--digest", "0".repeat(64), "--digestAlg", "sha256"] })).code).not.toBe(0);
    const image = { name: "other", digest: { sha256: "0".repeat(64) }, digestKind: "manifest" } as const;
    const { steps } = verifyEvidence({ bundle: Buffer.from(good), keys: [pinPublicKey(signer.publicKeyPem)], policy: defaultPolicy, now, image });
    expect(steps.find((step) => step.id === "subject")?.ok).toBe(false);
  });

  it("refuses another predicate type, as we do", async () => {
    expect((await ask({ bundle: good, type: "https://slsa.dev/provenance/v1" })).code).not.toBe(0);
    const foreign = await sign({ ...statement, predicateType: "https://slsa.dev/provenance/v1" });
    expect((await ask({ bundle: foreign })).code).not.toBe(0);
    expect(byUs(foreign)).toContain("predicate-type");
  });

  it("refuses another key, as we do", async () => {
    expect((await ask({ bundle: good, key: "stranger.pub" })).code).not.toBe(0);
    const foreign = await signStatement(statement, makeSigner());
    expect((await ask({ bundle: foreign })).code).not.toBe(0);
    expect(byUs(foreign)).toContain("key-known");
  });
});

const sign = (document: Omit<Statement, "predicateType"> & { predicateType: string }) =>
  signPayload({ payload: toCanonicalBytes(document), payloadType: "application/vnd.in-toto+json" }, signer);

type EnvelopeDocument = { payload: string; payloadType: string; signatures: { sig: string }[] };

function edit(bundle: string, change: (envelope: EnvelopeDocument) => unknown): string {
  const document = JSON.parse(bundle) as { dsseEnvelope: EnvelopeDocument };
  change(document.dsseEnvelope);
  return JSON.stringify(document);
}

const replace = (base64: string, from: string, to: string) => Buffer.from(Buffer.from(base64, "base64").toString("utf8").replace(from, to)).toString("base64");

function flip(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
  return bytes.toString("base64");
}
