// The detectors as one: whatever encodes a value and wherever a window ends, it is told once, at its place, and never shown.
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ledger, type FindingDraft, type Place } from "../finding/index.ts";
import { toFragments, WINDOW_BYTES, type Reading } from "../reader/index.ts";
import { makeCardNumber } from "./cardholder/index.ts";
import { inspectAll } from "./inspect-all.ts";
import { createInspector } from "./inspector.ts";
import { createSampler } from "./sampler.ts";

const inspector = createInspector();
const place: Place = { kind: "log", file: "a.log" };
const templates = ["ghp_{alnum:30}{crc32-base62:30}", "sk_live_{alnum:32}", "bsur_{alnum:24}", "SG.{base64url:22}.{base64url:43}"];

function inspect(content: string | Uint8Array): FindingDraft[] {
  const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  return inspector.inspect({ kind: "fragment", place, bytes, start: 0, line: 1, owned: bytes.length });
}

const perCharacter = (encode: (hex: string) => string) => (text: string) => Buffer.from(text, "latin1").toString("hex").replace(/../g, encode);
const encodings: { readonly [name: string]: (text: string) => string } = {
  base64: (text) => Buffer.from(text, "latin1").toString("base64"),
  base64url: (text) => Buffer.from(text, "latin1").toString("base64url"),
  wrapped: (text) => Buffer.from(text, "latin1").toString("base64").replace(/.{40}/g, "$&\n"),
  padded: (text) => `${Buffer.from(text, "latin1").toString("base64").replace(/=+$/, "")}====`,
  hex: (text) => Buffer.from(text, "latin1").toString("hex"),
  HEX: (text) => Buffer.from(text, "latin1").toString("hex").toUpperCase(),
  percent: perCharacter((pair) => `%${pair}`),
  unicode: perCharacter((pair) => `\\u00${pair}`),
  bytes: perCharacter((pair) => `\\x${pair}`),
  "utf-16le": (text) => Buffer.from(text, "utf16le").toString("latin1"),
  "utf-16be": (text) => Buffer.from(text, "utf16le").swap16().toString("latin1"),
  gzip: (text) => gzipSync(Buffer.from(text, "latin1")).toString("base64"),
};
const names = Object.keys(encodings);

describe("a value under any two encodings", () => {
  it("is told once, with its line", () => {
    fc.assert(fc.property(fc.constantFrom(...names), fc.constantFrom("", ...names), fc.constantFrom(...templates), fc.integer(), fc.integer({ min: 0, max: 3 }), (outer, inner, template, seed, lines) => {
      fc.pre(!(outer.startsWith("utf") && inner.startsWith("utf")));
      const value = createSampler(String(seed)).expand(template);
      const text = `note: the value is ${value} today`;
      const encoded = encodings[outer]!(inner === "" ? text : encodings[inner]!(text));
      const findings = inspect(`${"x = 1\n".repeat(lines)}data "${encoded}"\n`);
      expect(findings).toHaveLength(1);
      expect(findings[0]?.decoded.length).toBeGreaterThanOrEqual(inner === "" ? 1 : 2);
      if (outer !== "wrapped") expect(findings[0]?.location).toMatchObject({ line: lines + 1 });
    }), { numRuns: 300 });
  });

  it("is found five encodings deep, and said to be too deep beyond", () => {
    const wrap = (depth: number) => Array.from({ length: depth }).reduce<string>((text) => encodings["base64"]!(text), `the value is ${createSampler("deep").expand(templates[0]!)}`);
    expect(inspect(wrap(5))[0]?.decoded).toEqual(["base64", "base64", "base64", "base64", "base64"]);
    const bytes = Buffer.from(wrap(6));
    expect(inspector.examine({ kind: "fragment", place, bytes, start: 0, line: 1, owned: bytes.length }).gaps[0]).toMatchObject({ reason: "depth-limit" });
  });

  it("is told by the narrower rule and the shallower decoding", () => {
    const value = createSampler("narrow").expand(templates[1]!);
    expect(inspect(`api_key = "${value}"`)).toMatchObject([{ ruleId: "stripe-secret-key", decoded: [] }]);
    expect(inspect(`api_key = "${encodings["base64"]!(`stripe ${value}`)}"`)).toMatchObject([{ ruleId: "stripe-secret-key", decoded: ["base64"] }]);
  });
});

async function inspectStream(content: Uint8Array): Promise<FindingDraft[]> {
  return (await inspectAll(toFragments(place, [content]), inspector, new Ledger())).findings;
}

describe("a value at the border of windows", () => {
  it.each([-60, -37, -20, -8, -1, 0, 1, 3, 16_300])("at offset %i is told once, with its line", async (shift) => {
    const sampler = createSampler(`border${shift}`);
    for (const text of [sampler.expand(templates[0]!), `adyen_hmac_key = "${sampler.expand("{upperhex:64}")}"`, `my_api_key = "${sampler.expand("{alnum:32}")}"`, encodings["base64"]!(`the value ${sampler.expand(templates[1]!)}`), makeCardNumber(sampler)]) {
      const content = Buffer.alloc(WINDOW_BYTES * 2 + 50_000, "abc def\n");
      const at = WINDOW_BYTES + shift;
      content.write(`\n${text}\n`, at - 1, "latin1");
      const findings = await inspectStream(content);
      expect(findings).toHaveLength(1);
      expect(findings[0]?.location).toMatchObject({ line: content.subarray(0, at).toString("latin1").split("\n").length });
    }
  });

  it("is found once within a line of base64 that is longer than a window", async () => {
    const value = createSampler("long").expand(templates[0]!);
    const plain = Buffer.alloc(3 * WINDOW_BYTES, "lorem ipsum dolor ");
    for (const at of [100, WINDOW_BYTES * 0.75 - 20, WINDOW_BYTES * 0.75 + 5000, WINDOW_BYTES * 2]) plain.write(`\n${value} `, Math.floor(at), "latin1");
    expect(await inspectStream(Buffer.from(plain.toString("base64")))).toHaveLength(4);
  });
});

describe("a matched value", () => {
  const value = createSampler("leak").expand("sk_live_{alnum:40}");
  const secret = value.slice(8);
  const forms = [secret, ...["base64", "hex"].map((name) => encodings[name]!(secret)), encodings["base64"]!(value), encodings["hex"]!(value)];

  it("appears nowhere in what comes back, though names hold it too", async () => {
    const image: Place = { kind: "image", platform: "linux/amd64", layer: { index: 0, diffId: "sha256:0", createdBy: `RUN curl -H 'x: ${value}' ${"y".repeat(400)}` }, part: "file", path: `app/${value}.txt`, members: [`a-${encodings["base64"]!(value)}.zip`], state: "final" };
    const readings: Reading[] = [...await Array.fromAsync(toFragments(image, [Buffer.from(`key=${value}\n${encodings["base64"]!(`is ${value}`)}`)])), { kind: "gap", gap: { reason: "truncated", location: image, detail: `cannot read ${value}` } }];
    const ledger = new Ledger();
    const result = await inspectAll((async function* () { yield* readings; })(), inspector, ledger);
    expect(result.findings).toHaveLength(2);
    expect(result.gaps).toHaveLength(1);
    const json = JSON.stringify(result);
    for (const form of forms) expect(json).not.toContain(form);
    expect(result.findings[0]?.location).toMatchObject({ layer: { createdBy: expect.stringMatching(/^.{200}$/u) } });
    expect(ledger.counts().examined.bytes).toBeGreaterThan(40);
  });

  it("is scrubbed from any text, other characters beside it kept", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), fc.constantFrom("", "base64", "hex", "percent", "unicode"), (around, encoding) => {
      const hidden = encoding === "" ? value : encodings[encoding]!(`is ${value}`);
      const scrubbed = inspector.scrub(`${around} ${hidden} ${around}`);
      for (const form of forms) expect(scrubbed).not.toContain(form);
      expect(scrubbed).toContain("sk_live_…");
    }), { numRuns: 60 });
    expect(inspector.scrub("usr/lib/node_modules/größe/index.js")).toBe("usr/lib/node_modules/größe/index.js");
  });
});

it("counts what comes too often in one place instead of listing it", async () => {
  const sampler = createSampler("many");
  const lines = Array.from({ length: 250 }, () => sampler.expand("bsur_{alnum:24}")).join("\n");
  const findings = await inspectStream(Buffer.from(lines));
  expect(findings).toHaveLength(100);
  expect(findings.at(-1)?.title).toBe("BancoSur API key, and 150 more in this place");
});

it("names its rules by a digest that changes with them", () => {
  const other = createInspector({ rules: "[[rules]]\nid = 'acme'\nregex = 'acme_[a-z0-9]{20}'\nkeywords = ['acme_']" });
  expect(other.tool.count).toBe(inspector.tool.count + 1);
  expect(other.tool.sha256).not.toBe(inspector.tool.sha256);
  expect(createInspector().tool).toEqual(inspector.tool);
});
