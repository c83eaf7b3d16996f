import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSampler } from "../sampler.ts";
import { createCredentialDetector } from "./credential-detector.ts";
import { BEHIND, Excerpts } from "./excerpt.ts";
import { credentialRules } from "./rules.generated.ts";

describe("excerpts of a window", () => {
  it("have what stands around an offset, whatever was asked for before", () => {
    const bytes = Uint8Array.from({ length: 400_000 }, (_, at) => (at * 2654435761) >>> 24);
    const whole = Buffer.from(bytes).toString("latin1");
    const offsets = fc.array(fc.nat(bytes.length - 1), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(offsets, fc.integer({ min: 1, max: bytes.length }), (ats, length) => {
      const excerpts = new Excerpts(bytes.subarray(0, length), () => whole.slice(0, length));
      for (const at of ats.filter((offset) => offset < length)) {
        const { text, start, isCut } = excerpts.around(at);
        const end = start + text.length;
        expect(text === whole.slice(start, end) && isCut === end < length).toBe(true);
        expect(start <= Math.max(0, at - 1000) && end >= Math.min(length, at + BEHIND)).toBe(true);
      }
    }), { numRuns: 60 });
  });

  it("change nothing of what is found in a large window, wherever it stands", () => {
    const detector = createCredentialDetector(credentialRules);
    const sampler = createSampler("excerpts");
    const kinds = ["SG.{base64url:22}.{base64url:43}", "-----BEGIN PRIVATE KEY-----\n{base64:6000}\n-----END PRIVATE KEY-----", "client_secret = \"{alnum:32}\"", "sk_live_{alnum:24}"];
    const values = kinds.map((kind) => `${sampler.expand(kind)}\n`);
    const bytes = Buffer.alloc(300_000, "a line of text that holds nothing.\n");
    const around = [1_000, 103_000, 110_000, 118_500, 119_500, 120_500, 227_000, 290_000];
    const alone = new Set<string>();
    around.forEach((at, index) => {
      const value = values[index % values.length] ?? "";
      bytes.write(value, at, "latin1");
      for (const { rule, start, end } of detector.find(Buffer.from(`\n${value}`, "latin1"))) alone.add(`${rule.id} ${start - 1 + at} ${end - 1 + at}`);
    });
    expect(new Set(detector.find(bytes).map(({ rule, start, end }) => `${rule.id} ${start} ${end}`))).toEqual(alone);
  });
});
