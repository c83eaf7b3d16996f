// Every way we know of to bend evidence, refused, and for the right reason.
import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Waiver } from "../../finding/index.ts";
import { PAYLOAD_TYPE, toCanonicalBytes, type Statement } from "../statement/statement.ts";
import { encodePreAuthentication } from "./envelope.ts";
import { pinPublicKey } from "./key-ring.ts";
import type { StepId } from "./rule.ts";
import { editBundle, flipBit, type BundleDocument } from "./self-test.ts";
import { makeReport, makeSigner, makeSpecimen, toReportFile, type Specimen } from "./specimen.ts";
import { isRefused } from "./step.ts";
import { verifyEvidence, type EvidenceInputs } from "./verify.ts";

const now = new Date("2026-05-06T07:08:09.000Z");
const specimen = await makeSpecimen(now);

type Row = readonly [name: string, breaks: StepId, bend: (specimen: Specimen) => EvidenceInputs | Promise<EvidenceInputs>];

const bundle = (edit: (document: BundleDocument) => unknown) => (one: Specimen) => editBundle(one, edit);
const envelope = (edit: (envelope: BundleDocument["dsseEnvelope"]) => unknown) => bundle((document) => edit(document.dsseEnvelope));
const signature = (edit: (sig: string) => string) => envelope(({ signatures }) => { for (const one of signatures) one.sig = edit(one.sig); });
const resigned = (edit: (predicate: Statement["predicate"], statement: Statement) => unknown) => (one: Specimen) => one.resign((copy) => edit(copy.predicate, copy));
const given = (more: Partial<EvidenceInputs>) => ({ inputs }: Specimen) => ({ ...inputs, ...more });
const check = (edit: (check: Extract<Statement["predicate"]["checks"][number], { presence: "reported" }>) => unknown) => resigned(({ checks }) => {
  if (checks[0]?.presence === "reported") edit(checks[0]);
});
const waiver: Waiver = { rule: "aws-access-key", path: "KEY", owner: "team", reason: "revoked", until: "2026-05-01" };
const day = 86_400_000;
const text = (statement: Statement) => Buffer.from(toCanonicalBytes(statement)).toString("utf8");
const rawJson = (edit: (json: string) => string) => ({ statement, signBytes }: Specimen) => signBytes(Buffer.from(edit(text(statement))));

const rows: readonly Row[] = [
  ["a bit of the payload flipped", "signature", envelope((one) => { one.payload = flipBit(one.payload); })],
  ["a bit of the signature flipped", "signature", signature(flipBit)],
  ["the signature cut short", "signature", signature((sig) => Buffer.from(sig, "base64").subarray(0, 40).toString("base64"))],
  ["a signature of nothing but zeros", "signature", signature(() => Buffer.alloc(70).toString("base64"))],
  ["a signature of raw r and s instead of DER", "signature", (one) => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const key = { ...pinPublicKey(publicKey.export({ type: "spki", format: "pem" }).toString()), hint: one.signer.hint };
    const raw = sign("sha256", encodePreAuthentication({ payload: toCanonicalBytes(one.statement), payloadType: PAYLOAD_TYPE }), { key: privateKey, dsaEncoding: "ieee-p1363" });
    return { ...signature(() => raw.toString("base64"))(one), keys: [key] };
  }],
  ["an edited verdict, signature kept", "signature", envelope((one) => {
    one.payload = Buffer.from(Buffer.from(one.payload, "base64").toString("utf8").replace('"verdict":"pass"', '"verdict":"fail"')).toString("base64");
  })],
  ["signed by a stranger under the pinned hint", "signature", async (one) => {
    const stranger = makeSigner();
    const sig = Buffer.from(await stranger.sign(encodePreAuthentication({ payload: toCanonicalBytes(one.statement), payloadType: PAYLOAD_TYPE })));
    return signature(() => sig.toString("base64"))(one);
  }],
  ["signed by a stranger under its own hint", "key-known", async () => {
    const other = await makeSpecimen(now);
    return { ...other.inputs, keys: specimen.inputs.keys };
  }],
  ["a hint that was changed", "key-known", bundle((document) => { document.verificationMaterial.publicKey.hint = "AAAA"; })],
  ["the payload type downgraded", "payload-type", envelope((one) => { one.payloadType = "text/plain"; })],
  ["the payload type of a predicate", "payload-type", ({ statement, signBytes }) => signBytes(toCanonicalBytes(statement), "application/vnd.in-toto.compliance+json")],
  ["the bundle downgraded to v0.1", "bundle-form", bundle((document) => { document.mediaType = "application/vnd.dev.sigstore.bundle+json;version=0.1"; })],
  ["a second signature", "bundle-form", envelope((one) => { one.signatures.push({ sig: one.signatures[0]?.sig ?? "" }); })],
  ["no signature", "bundle-form", envelope((one) => { one.signatures.length = 0; })],
  ["a key id in the envelope", "bundle-form", envelope((one) => { for (const each of one.signatures) each.keyid = "k"; })],
  ["a certificate beside the key", "bundle-form", bundle((document) => { document.verificationMaterial["certificate"] = { rawBytes: "AAAA" }; })],
  ["an unknown field in the bundle", "bundle-form", bundle((document) => { document["extra"] = 1; })],
  ["sloppy base64", "bundle-form", envelope((one) => { one.payload = `${one.payload.slice(0, 8)}\n${one.payload.slice(8)}`; })],
  ["a doubled field in the payload", "canonical-form", rawJson((json) => json.replace('"verdict":"pass","waivers"', '"verdict":"fail","verdict":"pass","waivers"'))],
  ["a byte order mark", "canonical-form", rawJson((json) => `\ufeff${json}`)],
  ["fields out of order", "canonical-form", ({ statement, signBytes }) => signBytes(Buffer.from(JSON.stringify(statement)))],
  ["a payload that is no JSON", "canonical-form", ({ signBytes }) => signBytes(Buffer.from("verdict: pass"))],
  ["a payload that is a list", "canonical-form", ({ signBytes }) => signBytes(Buffer.from("[]"))],
  ["an older statement type", "statement-type", ({ statement, signBytes }) => signBytes(toCanonicalBytes({ ...statement, _type: "https://in-toto.io/Statement/v0.1" }))],
  ["another predicate type", "predicate-type", ({ statement, signBytes }) => signBytes(toCanonicalBytes({ ...statement, predicateType: "https://slsa.dev/provenance/v1" }))],
  ["another version of our predicate", "predicate-type", ({ statement, signBytes }) => signBytes(toCanonicalBytes({ ...statement, predicateType: statement.predicateType.replace("/v1", "/v0") }))],
  ["an unknown field in the statement", "schema", resigned((_, statement) => Object.assign(statement, { note: 1 }))],
  ["an unknown field deep in the predicate", "schema", check((one) => Object.assign(one.selfTest, { trusted: true }))],
  ["a field named __proto__", "schema", rawJson((json) => json.replace('{"_type"', '{"__proto__":{"a":1},"_type"'))],
  ["a second subject", "schema", resigned((_, statement) => statement.subject.push({ name: "other", digest: { sha256: "0".repeat(64) } }))],
  ["a second digest", "schema", resigned((_, statement) => Object.assign(statement.subject[0]?.digest ?? {}, { sha512: "00" }))],
  ["a field left out", "schema", resigned((predicate) => Reflect.deleteProperty(predicate, "blindSpots"))],
  ["a word that no status has", "schema", resigned((predicate) => Object.assign(predicate.controls[0] ?? {}, { status: "compliant" }))],
  ["a foreign subject, signed", "consistency", resigned((_, statement) => { if (statement.subject[0]) statement.subject[0].digest.sha256 = "0".repeat(64); })],
  ["an overall verdict that was edited", "consistency", resigned((predicate) => { predicate.verdict = "inconclusive"; })],
  ["a check's verdict that was edited", "consistency", check((one) => { one.findings.push({ severity: "high", disposition: "open", count: 1 }); })],
  ["open findings called below the threshold", "consistency", check((one) => { one.findings.push({ severity: "high", disposition: "below-threshold", count: 3 }); })],
  ["a gap called waived without a waiver", "consistency", check((one) => { one.gaps.push({ reason: "truncated", disposition: "waived", count: 1 }); })],
  ["a waiver for nothing", "consistency", resigned((predicate) => { predicate.waivers.push({ check: "image-secret-audit", waiver, covers: 1 }); })],
  ["a self-test that missed a canary", "consistency", check((one) => { one.selfTest.detected = 0; })],
  ["a self-test that does not add up", "consistency", check((one) => { one.selfTest.missed.push("canary"); })],
  ["a check left out", "consistency", resigned((predicate) => { predicate.checks.splice(0, 1); })],
  ["a check listed twice", "consistency", resigned((predicate) => { if (predicate.checks[0]) predicate.checks.push(predicate.checks[0]); })],
  ["a control that was raised", "consistency", resigned((predicate) => { if (predicate.controls[0]) predicate.controls[0].status = "evidence-supports"; })],
  ["a control that was left out", "consistency", resigned((predicate) => { predicate.controls.splice(3, 1); })],
  ["a control of another catalogue on no evidence", "consistency", resigned((predicate) => {
    predicate.catalogue.sha256 = "0".repeat(64);
    for (const control of predicate.controls) if (control.evidence.length === 0) control.status = "evidence-supports";
  })],
  ["a key of the bundle that stands twice", "bundle-form", ({ inputs }) => ({ ...inputs, bundle: Buffer.from(Buffer.from(inputs.bundle).toString("utf8").replace('"payloadType":', '"payloadType":"x","payloadType":')) })],
  ["a key of the bundle that stands twice, once escaped", "bundle-form", ({ inputs }) => ({ ...inputs, bundle: Buffer.from(Buffer.from(inputs.bundle).toString("utf8").replace('"payload":', '"p\\u0061yload":"eA==","payload":')) })],
  ["something else that runs", "running", given({ running: ["0".repeat(64)] })],
  ["one of two that runs", "running", ({ inputs }) => ({ ...inputs, running: [inputs.image?.digest?.sha256 ?? "", "0".repeat(64)] })],
  ["a certificate in the place of the key", "certificate", bundle(({ verificationMaterial }) => { Reflect.deleteProperty(verificationMaterial, "publicKey"); verificationMaterial["certificate"] = { rawBytes: "AAAA" }; })],
  ["neither key nor certificate", "bundle-form", bundle(({ verificationMaterial }) => { Reflect.deleteProperty(verificationMaterial, "publicKey"); })],
  ["a key that calls itself keyless", "consistency", resigned((predicate) => { predicate.signer = { kind: "keyless", hint: null }; })],
  ["another key named in the statement", "consistency", resigned((predicate) => { predicate.signer.hint = "AAAA"; })],
  ["a replay for another image", "subject", given({ image: { name: "other", digest: { sha256: "1".repeat(64) }, digestKind: "manifest" } })],
  ["a key that had ended", "key-valid", ({ inputs }) => ({ ...inputs, keys: inputs.keys.map((key) => ({ ...key, validUntil: "2026-05-06T07:08:08Z" })) })],
  ["a key that was not valid yet", "key-valid", ({ inputs }) => ({ ...inputs, keys: inputs.keys.map((key) => ({ ...key, validFrom: "2026-05-06T07:08:10Z" })) })],
  ["a key that was revoked", "key-valid", ({ inputs }) => ({ ...inputs, keys: inputs.keys.map((key) => ({ ...key, revoked: true })) })],
  ["signed in the future", "signed-time", given({ now: new Date(now.getTime() - day) })],
  ["signed before the checks ended", "signed-time", resigned((predicate) => { predicate.issuedAt = new Date(now.getTime() - day).toISOString(); })],
  ["a swapped report", "reports", given({ reports: [toReportFile(makeReport("log-leak-guard", { name: "x", digest: null, digestKind: null }, new Date(now.getTime() - 1)))] })],
  ["an absent check", "required-checks", resigned((predicate) => { predicate.checks[1] = { presence: "absent", check: "log-leak-guard", reason: "x" }; })],
  ["a milder threshold", "required-checks", check((one) => { one.failOn = "critical"; })],
];

describe("verifyEvidence", () => {
  it("accepts what nobody touched, every step taken", () => {
    const { steps, unverifiable, notAsked, statement } = verifyEvidence(specimen.inputs);
    expect(steps.filter((step) => !step.ok)).toEqual([]);
    expect(steps).toHaveLength(20);
    expect(new Set(steps.map((step) => step.id)).size).toBe(20);
    expect({ unverifiable, notAsked }).toEqual({ unverifiable: [], notAsked: [] });
    expect(statement).toEqual(specimen.statement);
  });

  it("has more than enough ways to be wrong", () => expect(rows.length).toBeGreaterThanOrEqual(50));

  it.each(rows)("refuses %s (%s)", async (_, breaks, bend) => {
    const verification = verifyEvidence(await bend(specimen));
    expect(isRefused(verification)).toBe(true);
    expect(verification.steps.filter((step) => !step.ok).map((step) => step.id)).toContain(breaks);
  });

  it("refuses a waiver that ended after signing", async () => {
    const inputs = await specimen.resign(({ predicate }) => {
      predicate.waivers.push({ check: "image-secret-audit", waiver, covers: 1 });
      if (predicate.checks[0]?.presence === "reported") predicate.checks[0].findings.push({ severity: "high", disposition: "waived", count: 1 });
    });
    expect(verifyEvidence(inputs).steps.filter((step) => !step.ok).map((step) => step.id)).toEqual(["waivers"]);
  });

  it("reads nothing of a payload whose signature does not hold", async () => {
    const { statement, steps, notAsked } = verifyEvidence(envelope((one) => { one.payload = flipBit(one.payload); })(specimen));
    expect(statement).toBeUndefined();
    expect(steps.map((step) => step.id)).toEqual(["bundle-form", "payload-type", "key-known", "signature"]);
    expect(notAsked[0]?.name).toBe("statement");
  });

  it("repeats no text of the bundle", async () => {
    const marker = "marker-of-a-hostile-bundle";
    const bent = [bundle((document) => { document[marker] = marker; })(specimen), await specimen.resign((copy) => Object.assign(copy.predicate, { [marker]: marker }))];
    for (const inputs of bent) expect(JSON.stringify(verifyEvidence(inputs).steps)).not.toContain(marker);
  });
});

describe("a check with two subjects", () => {
  const twice = (edit: (second: Extract<Statement["predicate"]["checks"][number], { presence: "reported" }>) => unknown) => specimen.resign(({ predicate }) => {
    const first = predicate.checks[2];
    if (first?.presence !== "reported") return;
    const second = structuredClone({ ...first, subject: { ...first.subject, name: "second" } });
    edit(second);
    predicate.checks.push(second);
  });
  const refusals = async (inputs: Promise<EvidenceInputs>) => verifyEvidence(await inputs).steps.filter((step) => !step.ok).map((step) => step.id);

  it("is accepted when both hold", async () => expect(await refusals(twice(() => undefined))).toEqual([]));
  it("is refused when the second was judged too mildly", async () => {
    expect(await refusals(twice((second) => { second.failOn = "critical"; }))).toEqual(["required-checks"]);
  });
});
