// What holds for all inputs, and what is neither accepted nor refused.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../finding/index.ts";
import { editBundle } from "./self-test.ts";
import { makeSpecimen } from "./specimen.ts";
import { isRefused } from "./step.ts";
import { verifyEvidence, type EvidenceInputs } from "./verify.ts";

const specimen = await makeSpecimen(new Date("2026-05-06T07:08:09.000Z"));
const given = (more: Partial<EvidenceInputs>) => ({ ...specimen.inputs, ...more });

describe("verifyEvidence on anything", () => {
  it("refuses any change of a single byte of the file", () => {
    const { bundle: file } = specimen.inputs;
    fc.assert(fc.property(fc.nat(file.length - 2), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const bent = Buffer.from(file);
      bent.writeUInt8(bent.readUInt8(at) ^ mask, at);
      try {
        return isRefused(verifyEvidence({ ...specimen.inputs, bundle: bent }));
      } catch (error) {
        return error instanceof InputError;
      }
    }), { numRuns: 300 });
  });

  it("never fails on hostile bytes but by refusing them", () => {
    fc.assert(fc.property(fc.oneof(fc.uint8Array(), fc.json().map((json) => Buffer.from(json))), (hostile) => {
      expect(() => verifyEvidence({ ...specimen.inputs, bundle: hostile })).toThrow(InputError);
    }), { numRuns: 200 });
  });

  it("refuses any signed payload that is not the statement's form", async () => {
    await fc.assert(fc.asyncProperty(fc.json(), async (json) => isRefused(verifyEvidence(await specimen.signBytes(Buffer.from(json))))), { numRuns: 100 });
  });
});

describe("what cannot be verified", () => {
  it("is a gap: an image that shows another kind of digest", () => {
    const { unverifiable, steps } = verifyEvidence(given({ image: { name: "x", digest: { sha256: "1".repeat(64) }, digestKind: "config" } }));
    expect(unverifiable).toHaveLength(1);
    expect(steps.some((step) => step.id === "subject")).toBe(false);
  });
  it("is a gap: an image without a digest", () => {
    expect(verifyEvidence(given({ image: { name: "x", digest: null, digestKind: null } })).unverifiable).toHaveLength(1);
  });
  it("is a gap: proofs that no trusted root is there to judge", () => {
    const stamped = editBundle(specimen, (document) => { document.verificationMaterial["timestampVerificationData"] = { rfc3161Timestamps: [{ signedTimestamp: "AAAA" }] }; });
    expect(verifyEvidence(stamped).unverifiable).toHaveLength(1);
  });
  it("is said: no image and no reports handed in", () => {
    const { image: _, reports: __, ...inputs } = specimen.inputs;
    expect(verifyEvidence(inputs).notAsked.map((one) => one.name)).toEqual(["subject", "reports"]);
  });
  it.each([["no JSON", "{"], ["something else", "{}"], ["a list", "[]"], ["a message signature", '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","messageSignature":{}}']])(
    "is the user's mistake: %s", (_, content) => expect(() => verifyEvidence({ ...specimen.inputs, bundle: Buffer.from(content) })).toThrow(InputError));
});
