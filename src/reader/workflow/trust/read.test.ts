// Trust policies in the forms in which their owners print them.
import fc from "fast-check";
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

  it("knows issuers of GitHub from others, and takes an unknown one for possible", () => {
    const of = (issuer: string, key = issuer) => read({ Statement: { ...statement, Principal: { Federated: `arn:aws:iam::1:oidc-provider/${issuer}` }, Condition: { StringEquals: { [`${key}:sub`]: "x" } } } });
    expect(of(`${provider}/acme`)[0]).toMatchObject({ limited: false, conditions: [{ claim: "sub", test: { kind: "equals" } }] });
    expect(of("ghes.acme.example/_services/token")[0]).toMatchObject({ limited: false, conditions: [{ test: { kind: "equals" } }] });
    expect(of("oidc.acme.example")[0]).toMatchObject({ limited: true, conditions: [{ test: { kind: "unknown" } }] });
    for (const other of ["accounts.google.com", "gitlab.com", "oidc.eks.eu-west-1.amazonaws.com/id/X"]) expect(of(other)).toEqual([]);
  });

  it("follows no variable, and no list without values", () => {
    const tests = read({ Statement: { ...statement, Condition: { StringLike: { [`${provider}:sub`]: "repo:${aws:PrincipalTag/repo}:*" }, StringEquals: { [`${provider}:ref`]: [] } } } })[0]?.conditions;
    expect(tests?.map(({ test }) => test.kind)).toEqual(["unknown", "unknown"]);
  });

  it("takes NotAction and addresses for what may still refuse", () => {
    expect(read({ Statement: { ...statement, Action: undefined, NotAction: "s3:*" } })[0]?.limited).toBe(true);
    expect(read({ user_claim: "sub", bound_subject: "x", token_bound_cidrs: ["10.0.0.0/8"] })[0]?.limited).toBe(true);
  });

  it("knows that a role's user claim must be there", () => {
    expect(read({ user_claim: "environment", bound_claims: { repository: "a/b" } })[0]?.conditions[0]).toEqual({ claim: "environment", test: { kind: "present", wanted: true }, optional: false });
  });

  it.each<[string, string, unknown[]]>([
    ["equality", "assertion.repository == 'a/b'", [["repository", "equals"]]], ["a conjunction", "assertion.repository=='a/b' && (assertion.environment == \"prod\")", [["repository", "equals"], ["environment", "equals"]]],
    ["a mapped attribute", "attribute.repo != 'a/b'", [["repository", "differs"]]], ["a prefix", "assertion.sub.startsWith('repo:a/')", [["sub", "like"]]], ["a list", "assertion.ref in ['x', 'y']", [["ref", "equals"]]],
    ["a choice", "assertion.ref == 'x' || true", [["sub", "unknown"]]], ["a negation", "!assertion.sub.startsWith('x')", [["sub", "unknown"]]], ["a function", "assertion.sub.matches('x')", [["sub", "unknown"]]], ["nothing", "", []],
    ["an operator in quotes", "assertion.ref == 'a||b'", [["ref", "equals"]]], ["an unmapped attribute", "attribute.other == 'x'", [["sub", "unknown"]]],
  ])("reads %s in a condition of Google", (_, attributeCondition, expected) => {
    const [rule] = read({ name: "projects/1/locations/global/workloadIdentityPools/p/providers/q", attributeMapping: { "google.subject": "assertion.sub", "attribute.repo": "assertion.repository" }, attributeCondition, oidc: { issuerUri: `https://${provider}` } });
    expect([rule?.limited, rule?.conditions.map(({ claim, test }) => [claim, test.kind])]).toEqual([true, expected]);
  });

  it("reads credentials of Azure", () => {
    const credential = { name: "x", issuer: `https://${provider}`, audiences: ["api://AzureADTokenExchange"] };
    expect(read([{ ...credential, subject: "repo:a/b:environment:prod" }])[0]?.conditions).toEqual([{ claim: "sub", test: { kind: "equals", values: ["repo:a/b:environment:prod"] }, optional: false }]);
    const flexible = read({ properties: { ...credential, claimsMatchingExpression: { languageVersion: 1, value: "claims['sub'] matches 'repo:a/*' and claims['job_workflow_ref'] eq 'x' and odd" } } });
    expect(flexible[0]?.conditions.map(({ claim, test }) => [claim, test.kind])).toEqual([["sub", "like"], ["job_workflow_ref", "equals"], ["sub", "unknown"]]);
    expect(read({ ...credential, issuer: "https://gitlab.com", subject: "x" })).toEqual([]);
  });

  it("reads policies that are kept as text, plain and percent-encoded", () => {
    for (const text of [JSON.stringify(policy), encodeURIComponent(JSON.stringify(policy))]) expect(read({ Role: { AssumeRolePolicyDocument: text } })[0]?.conditions).toEqual([subject]);
  });

  it.each([
    ["a key twice", `{"Statement":[],"Statement":[${JSON.stringify(statement)}]}`], ["a key twice by escapes", '{"user_claim":"sub","bound_subject":"x","bound_\\u0073ubject":"y"}'], ["depth", `${"[".repeat(5000)}${"]".repeat(5000)}`],
    ["depth of wrappers", `${'{"data":'.repeat(200)}{}${"}".repeat(200)}`], ["size", `"${"x".repeat(2 << 20)}"`], ["a wrong type", '{"user_claim":["sub"],"bound_subject":7}'], ["broken encoding", '{"Role":{"AssumeRolePolicyDocument":"%7B%"}}'], ["null", "null"], ["a prototype", '{"__proto__":{"user_claim":"sub"}}'],
  ])("refuses %s", (_, text) => expect(() => readTrust("policy", text)).toThrow(InputError));

  it("finds keys in any JSON as often as they are there", () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
      const text = JSON.stringify({ user_claim: "sub", bound_subject: "x", rest: value });
      expect(readTrust("policy", text)).toHaveLength(1);
    }), { numRuns: 100 });
  });
});
