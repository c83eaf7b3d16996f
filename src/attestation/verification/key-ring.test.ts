import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeSigner } from "./specimen.ts";
import { keyRingSchema, pinKeys, pinPublicKey } from "./key-ring.ts";

const ring = (...keys: object[]) => pinKeys(keyRingSchema.parse({ schema: "pci-pipeline/key-ring/v1", keys }));

describe("pinKeys", () => {
  it("names each key by the hint that signers write", () => {
    const [a, b] = [makeSigner(), makeSigner()];
    const pinned = ring({ id: "old", pem: a.publicKeyPem, validUntil: "2026-01-01T00:00:00Z" }, { id: "new", pem: b.publicKeyPem });
    expect(pinned.map((key) => key.hint)).toEqual([a.hint, b.hint]);
    expect(pinPublicKey(a.publicKeyPem).hint).toBe(a.hint);
  });

  it("refuses a key that is listed twice", () => {
    const { publicKeyPem: pem } = makeSigner();
    expect(() => ring({ id: "a", pem, validUntil: "2026-01-01T00:00:00Z" }, { id: "b", pem })).toThrow(/lists a key twice/);
  });

  it.each([
    ["a private key", () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(), /private key; verifying takes the public one/],
    ["another curve", () => generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({ type: "spki", format: "pem" }).toString(), /another kind than P-256/],
    ["no key", () => "nonsense", /no public key in PEM/],
  ])("refuses %s and shows nothing of it", (_, make, message) => {
    const pem = make();
    expect(() => pinPublicKey(pem)).toThrow(message);
    try {
      pinPublicKey(pem);
    } catch (error) {
      expect((error as Error).message).not.toContain(pem.split("\n")[1] ?? pem);
      expect((error as Error).cause).toBeUndefined();
    }
  });

  it("refuses an empty ring and unknown fields", () => {
    expect(() => ring()).toThrow();
    expect(() => ring({ id: "a", pem: makeSigner().publicKeyPem, expires: "2026" })).toThrow();
  });
});
