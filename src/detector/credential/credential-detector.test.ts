import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { createSampler } from "../sampler.ts";
import { createCredentialDetector } from "./credential-detector.ts";
import { credentialRules } from "./rules.generated.ts";

const detector = createCredentialDetector(credentialRules);
const sampler = createSampler("detector");
const find = (text: string) => detector.find(Buffer.from(text, "latin1"));

describe("createCredentialDetector", () => {
  it("confirms by a checksum that holds, and says less where it does not", () => {
    const body = sampler.expand("{alnum:30}");
    const right = createSampler("x").expand(`ghp_${body}{crc32-base62:30}`);
    const wrong = right.slice(0, -1) + (right.endsWith("a") ? "b" : "a");
    expect(find(right)).toMatchObject([{ confirmedBy: "checksum", rule: { severity: "critical" } }]);
    expect(find(wrong)).toMatchObject([{ rule: { severity: "medium", title: expect.stringContaining("checksum is wrong") } }]);
    expect(find(wrong)[0]?.confirmedBy).toBeUndefined();
  });

  it("tells an example of the documentation from a key", () => {
    const example = `AKIA${"IOSFODNN7"}${"EXAMPLE"}`;
    expect(find(`key ${example}`)).toMatchObject([{ rule: { id: "aws-access-key-id", severity: "low" } }]);
  });

  it("knows the examples of standards without holding them", () => {
    const example = ["2YotnFZFEjr", "1zCsicMWpAA"].join("");
    expect(find(`access_token = "${example}"`)).toMatchObject([{ rule: { id: "generic-credential", severity: "low" } }]);
  });

  it("finds a value that stands directly behind other text, as in packed records", () => {
    const value = sampler.expand("SG.{base64url:22}.{base64url:43}");
    expect(find(`sendgrid${value}\u0001`).map((match) => match.rule.id)).toEqual(["sendgrid-api-key"]);
  });

  it("goes on after a match that was rejected", () => {
    const good = sampler.expand("sk_live_{alnum:24}");
    expect(find(`sk_live_${"x".repeat(30)} ${good}`)).toHaveLength(1);
  });

  it("says where the context of a value begins", () => {
    const text = `  adyen_hmac_key = "${sampler.expand("{upperhex:64}")}"`;
    const [match] = find(text);
    expect(text.slice(match?.from, match?.start)).toBe('adyen_hmac_key = "');
  });

  it("says what it left out once the budget is used up", () => {
    const { unexamined } = detector.scan(Buffer.from("machine ".repeat(500_000)));
    expect(unexamined).toBeGreaterThan(400_000);
  });
});

it("takes words of manuals with a sign between them for no password of an address", () => {
  expect(find("http://atpass:foo%40bar@127.0.0.1/")).toEqual([]);
  expect(find("http://atpass:foo%40Kd8wq@127.0.0.1/")).toHaveLength(1);
});

it("tells a password that is the user's name as an example at this machine, and as itself anywhere else", () => {
  const name = sampler.expand("{lower:6}");
  expect(find(`mysql://${name}:${name}@localhost:3306`)).toMatchObject([{ rule: { severity: "low" } }]);
  expect(find(`mysql://${name}:${name}@db.internal:3306`)).toMatchObject([{ rule: { severity: "critical" } }]);
});
