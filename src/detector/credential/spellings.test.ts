// Values that a careless reading would lose: keys with runs of zeros, passwords with ampersands, secrets behind short neighbours.
import { Buffer } from "node:buffer";
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createInspector } from "../inspector.ts";
import { createSampler } from "../sampler.ts";
import { createCredentialDetector } from "./credential-detector.ts";
import { credentialRules } from "./rules.generated.ts";

const detector = createCredentialDetector(credentialRules);
const sampler = createSampler("spellings");

function rulesIn(content: string | Uint8Array): string[] {
  return detector.scan(typeof content === "string" ? Buffer.from(content, "latin1") : content).matches.map((match) => match.rule.id);
}

describe("keys", () => {
  it("finds a key whose body holds runs of one character, as those of OpenSSH do", () => {
    const head = Buffer.concat([Buffer.from("openssh-key-v1\0\0\0\0\u0004none\0\0\0\u0004none\0\0\0\0\0\0\0\u0001\0\0\0\u0033", "latin1"), Buffer.from(sampler.expand("{alnum:180}"))]);
    const lines = head.toString("base64").match(/.{1,70}/g) ?? [];
    const label = ["OPENSSH", "PRIVATE", "KEY"].join(" ");
    expect(rulesIn(["-----BEGIN ", label, "-----\n", lines.join("\n"), "\n-----END ", label, "-----\n"].join(""))).toEqual(["private-key"]);
  });

  it.each([
    ["RSA", generateKeyPairSync("rsa", { modulusLength: 2048 })], ["EC", generateKeyPairSync("ec", { namedCurve: "P-256" })],
  ])("finds an %s key in binary form, and no public one", (_, { privateKey, publicKey }) => {
    expect(rulesIn(privateKey.export({ format: "der", type: "pkcs8" }))).toEqual(["der-private-key"]);
    if (privateKey.asymmetricKeyType === "rsa") expect(rulesIn(privateKey.export({ format: "der", type: "pkcs1" }))).toEqual(["der-private-key"]);
    expect(rulesIn(publicKey.export({ format: "der", type: "spki" }))).toEqual([]);
  });
});

it("finds a value whose checksum fits where compiled code puts a letter behind it, and no longer word", () => {
  const rule = credentialRules.find(({ id }) => id === "github-personal-access-token");
  const value = sampler.expand(rule?.samples.hit[0] ?? "");
  expect(rulesIn(`(${value}z\u0010`)).toEqual(["github-personal-access-token"]);
  expect(rulesIn(`(${value.slice(0, -6)}${"Z".repeat(6)}z\u0010`)).toEqual([]);
});

it("tells a key in text form once, not again as what its base64 stands for", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const bytes = Buffer.from(privateKey.export({ format: "pem", type: "pkcs8" }));
  const found = createInspector().inspect({ kind: "fragment", place: { kind: "log", file: "a" }, bytes, start: 0, line: 1, owned: bytes.length });
  expect(found.map((finding) => finding.ruleId)).toEqual(["private-key"]);
});

it("takes the name of a distribution in a manual for no password", () => {
  expect(rulesIn("machine example.org login apt password debian")).toEqual([]);
});

describe("values", () => {
  const halves = [sampler.expand("{alpha:5}"), sampler.expand("{alnum:9}7")] as const;

  it("keeps an ampersand inside a setting, and ends a parameter at one", () => {
    const text = `DB_PASSWORD=${halves.join("&")}\r\n`;
    expect(detector.scan(Buffer.from(text)).matches.map(({ start, end }) => text.slice(start, end))).toEqual([halves.join("&")]);
    const token = sampler.expand("{alnum:32}");
    const address = `https://x.example/?access_token=${token}&b=1&c=2`;
    expect(detector.scan(Buffer.from(address)).matches.map(({ start, end }) => address.slice(start, end))).toEqual([token]);
  });

  it("reads JSON within JSON within JSON", () => {
    const nested = [1, 2, 3].reduce((text) => JSON.stringify({ c: text }), JSON.stringify({ password: halves.join("#") }));
    expect(rulesIn(nested)).toEqual(["generic-credential"]);
  });

  it("takes a capitalised name in a connection string", () => {
    expect(rulesIn(`Server=db;User Id=sa;Password=${sampler.expand("{upper:3}{digit:3}{lower:6}")}Q;`)).toEqual(["generic-credential"]);
  });
});
