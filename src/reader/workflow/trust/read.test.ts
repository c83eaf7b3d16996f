// Trust policies in the forms in which their owners print them.
import { describe, expect, it } from "vitest";
import { InputError } from "../../../finding/index.ts";
import { readTrust } from "../index.ts";

const provider = "token.actions.githubusercontent.com";
const statement = { Effect: "Allow", Principal: { Federated: `arn:aws:iam::1:oidc-provider/${provider}` }, Action: "sts:AssumeRoleWithWebIdentity", Condition: { StringLike: { [`${provider}:sub`]: "repo:a/b:*" } } };
const policy = { Version: "2012-10-17", Statement: [statement] };
const subject = { claim: "sub", test: { kind: "like", patterns: ["repo:a/b:*"], single: true }, optional: false };
const read = (document: unknown) => readTrust("policy", JSON.stringify(document));

describe("readTrust", () => {
  it.each([
    ["a policy", policy], ["one statement", { Statement: statement }], ["what the AWS command line prints", { Role: { RoleName: "r", AssumeRolePolicyDocument: policy } }],
    ["a statement without action", { Statement: { ...statement, Action: undefined } }], ["an action with a star", { Statement: { ...statement, Action: ["s3:GetObject", "STS:Assume*"] } }],
  ])("reads %s of AWS", (_, document) => expect(read(document)).toEqual([{ name: "policy", conditions: [subject], limited: false }]));

  it("reads operators", () => {
    const operators = { StringEquals: { [`${provider}:aud`]: ["x"] }, StringNotLike: { [`${provider}:ref`]: "r*" }, "ForAllValues:StringLike": { [`${provider}:actor`]: "a" }, StringEqualsIfExists: { [`${provider}:environment`]: "e" }, Null: { [`${provider}:environment`]: "true" }, NumericEquals: { [`${provider}:run_id`]: 1 }, StringEquals2: { "aws:x": "y" } };
    const [rule] = read({ Statement: { ...statement, Condition: operators } });
    expect(rule?.conditions.map(({ claim, test, optional }) => [claim, test.kind, optional])).toEqual([
      ["aud", "equals", false], ["ref", "differs", false], ["actor", "like", true], ["environment", "equals", true], ["environment", "present", false], ["run_id", "unknown", false], ["x", "unknown", false],
    ]);
  });

  it.each([
    ["other services", { Principal: { Service: "ec2.amazonaws.com" } }], ["other providers", { Principal: { Federated: "cognito-identity.amazonaws.com" } }],
    ["other actions", { Action: "sts:AssumeRole" }], ["refusals", { Effect: "Deny" }],
  ])("has no rule for %s", (_, change) => expect(read({ Statement: { ...statement, ...change } })).toEqual([]));

  it("knows that a refusal beside limits", () => expect(read({ Statement: [statement, { Effect: "Deny" }] })[0]?.limited).toBe(true));

  it.each([
    ["a role", { role_type: "jwt", user_claim: "sub", bound_claims: { "/sub": "repo:a/b:x" } }],
    ["what the OpenBao command line prints", { data: { user_claim: "sub", bound_subject: "repo:a/b:x", bound_claims: null } }],
  ])("reads %s of Vault", (_, document) => expect(read(document)).toEqual([{ name: "policy", conditions: [{ claim: "sub", test: { kind: "equals", values: ["repo:a/b:x"] }, optional: false }], limited: false }]));

  it("reads lists of both", () => expect(read([policy, { user_claim: "sub", bound_audiences: "x" }]).map((rule) => rule.name)).toEqual(["policy (1)", "policy (2)"]));

  it.each([["text", "no"], ["a number", "1"], ["something else", "{}"], ["a list of something else", '[{"a":1}]'], ["a statement without effect", '{"Statement":{}}']])("refuses %s", (_, text) => {
    expect(() => readTrust("policy", text)).toThrow(InputError);
  });
});
