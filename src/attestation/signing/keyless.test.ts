// Keyless signing against an instance with real keys and real certificates: what it makes holds, and what is bent of it does not.
import nock from "nock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claims, IDENTITY, ISSUER, startInstance, startRunner, type Instance } from "../../../test/sigstore/instance.ts";
import { composeStatement } from "../statement/compose.ts";
import { collectFacts } from "../statement/fact.ts";
import type { Statement } from "../statement/statement.ts";
import { acceptIdentity, readTrustedRoots } from "../verification/signature/certificate.ts";
import { pinPublicKey } from "../verification/key-ring.ts";
import { defaultPolicy } from "../verification/judgement/policy.ts";
import { makeReport, makeSigner, toReportFile } from "../verification/specimen.ts";
import { isRefused } from "../verification/step.ts";
import { verifyEvidence } from "../verification/verify.ts";
import { signStatement } from "./bundle.ts";
import { openKeyless, type KeylessSigner } from "./keyless.ts";

const now = new Date();
const image = { name: "app", digest: { sha256: "a".repeat(64) }, digestKind: "manifest" } as const;
const reports = (["image-secret-audit", "log-leak-guard", "isolation-assert"] as const).map((check) => toReportFile(makeReport(check, image, now)));
let instance: Instance;
const made = { github: "", open: "", foreign: "" };

function compose(signer: { kind: KeylessSigner["kind"] | "development"; hint: string | null }, environment: Record<string, string> = {}): Statement {
  return composeStatement({ subject: image, reports, facts: collectFacts((name) => environment[name]), signer, tool: { version: "0.0.0" }, now });
}

async function open(told: object, wanted: "auto" | "github" | "public-good" = "auto", more: Record<string, string> = {}) {
  const runner = await startRunner(told);
  try {
    return await openKeyless(wanted, { environment: (name) => ({ ...runner.environment, ...more })[name], requestIdentity: async () => `x.${Buffer.from(JSON.stringify(told)).toString("base64url")}.y` });
  } finally {
    runner.close();
  }
}

async function sign(told: object, from: Instance = instance, edit: (statement: Statement) => unknown = () => undefined): Promise<{ bundle: string; logged: string[] }> {
  const { logged } = from.serve();
  const signer = await open(told);
  if ("absent" in signer) throw new Error(signer.absent);
  const runner = await startRunner(told);
  runner.close();
  const statement = compose(signer, runner.environment);
  edit(statement);
  return { bundle: await signStatement(statement, signer), logged };
}

beforeAll(async () => {
  instance = await startInstance();
  made.github = (await sign(claims)).bundle;
  made.open = (await sign({ ...claims, repository_visibility: "public" })).bundle;
  made.foreign = (await sign(claims, await startInstance())).bundle;
});
afterAll(() => nock.restore());

type Options = { root?: string; identity?: string; issuer?: string; policy?: typeof defaultPolicy };

function verify(bundle: string, { root = `${instance.githubRoot}\n${instance.publicRoot}`, identity = IDENTITY, issuer = ISSUER, policy = defaultPolicy }: Options = {}) {
  return verifyEvidence({ bundle: Buffer.from(bundle), keys: [], certificates: { roots: readTrustedRoots(root), accepted: acceptIdentity(identity, issuer) }, policy, now, image, reports });
}

const broken = (bundle: string, options?: Options) => verify(bundle, options).steps.filter((step) => !step.ok).map((step) => step.id);

describe("a keyless bundle", () => {
  it("of a private repository comes from GitHub's own authority, with a timestamp and no log entry", () => {
    const { verificationMaterial } = JSON.parse(made.github) as { verificationMaterial: { tlogEntries: unknown[]; timestampVerificationData: { rfc3161Timestamps: unknown[] } } };
    expect(verificationMaterial.tlogEntries ?? []).toEqual([]);
    expect(verificationMaterial.timestampVerificationData.rfc3161Timestamps).toHaveLength(1);
    const { steps, proof, statement } = verify(made.github);
    expect(steps.filter((step) => !step.ok)).toEqual([]);
    expect(proof?.certificate).toMatchObject({ identity: IDENTITY, issuer: ISSUER, claims: { commit: claims.sha, repository: "https://github.com/o/r", runner: "github-hosted" } });
    expect(statement?.predicate.signer).toEqual({ kind: "keyless", hint: null });
  });

  it("of a public one stands in the public log, and holds for the public root alone", async () => {
    const { logged } = await sign({ ...claims, repository_visibility: "public" });
    expect(logged).toHaveLength(1);
    expect(broken(made.open)).toEqual([]);
    expect(broken(made.open, { root: instance.publicRoot })).toEqual([]);
    expect(broken(made.open, { root: instance.githubRoot })).not.toEqual([]);
  });

  it("of a private repository sends the public log nothing", async () => {
    expect((await sign(claims)).logged).toEqual([]);
  });

  it("is accepted from tags of one workflow where the identity ends with a star", () => {
    expect(broken(made.github, { identity: IDENTITY.replace(/v1.*/, "v*") })).toEqual([]);
    expect(() => acceptIdentity("https://github.com/o/*", ISSUER)).toThrow(/one \* after its @/);
  });

  const edit = (change: (document: { verificationMaterial: Record<string, unknown>; dsseEnvelope: { payload: string; signatures: { sig: string }[] } }) => unknown) => () => {
    const document = JSON.parse(made.open) as Parameters<typeof change>[0];
    change(document);
    return JSON.stringify(document);
  };
  type Row = readonly [name: string, step: string, bend: () => string | Promise<string>, options?: Options | "public"];
  const rows: readonly Row[] = [
    ["a stranger's identity", "identity", () => made.github, { identity: IDENTITY.replace("/o/r/", "/o/evil/") }],
    ["an identity that only begins like the one asked for", "identity", () => made.github, { identity: IDENTITY.slice(0, -1) }],
    ["the identity as a pattern", "identity", () => made.github, { identity: IDENTITY.replace("github.com", "github.c.m") }],
    ["another issuer", "identity", () => made.github, { issuer: "https://gitlab.example" }],
    ["another authority of the same name", "timestamp", () => made.foreign],
    ["a private bundle where only the public root is trusted", "certificate", () => made.github, "public"],
    ["a log entry that was left out", "timestamp", edit((document) => { document.verificationMaterial["tlogEntries"] = []; })],
    ["an edited payload", "transparency-log", edit(({ dsseEnvelope }) => { dsseEnvelope.payload = Buffer.from(Buffer.from(dsseEnvelope.payload, "base64").toString().replace('"verdict":"pass"', '"verdict":"fail"')).toString("base64"); })],
    ["another key's signature", "transparency-log", edit(({ dsseEnvelope }) => { dsseEnvelope.signatures[0]!.sig = Buffer.alloc(70, 1).toString("base64"); })],
    ["a log entry of another bundle", "transparency-log", async () => {
      const other = JSON.parse((await sign({ ...claims, repository_visibility: "public" })).bundle) as { verificationMaterial: { tlogEntries: never } };
      return edit((document) => { document.verificationMaterial["tlogEntries"] = other.verificationMaterial.tlogEntries; })();
    }],
    ["the certificate of another run", "certificate", async () => {
      const other = JSON.parse((await sign({ ...claims, repository_visibility: "public" }, await startInstance())).bundle) as { verificationMaterial: { certificate: never } };
      return edit((document) => { document.verificationMaterial["certificate"] = other.verificationMaterial.certificate; })();
    }],
    ["a certificate that is none", "certificate", edit((document) => { document.verificationMaterial["certificate"] = { rawBytes: "AAAA" }; })],
    ["key and certificate at once", "bundle-form", edit((document) => { document.verificationMaterial["publicKey"] = { hint: "x" }; })],
    ["a doubled log entry", "timestamp", edit((document) => { const entries = document.verificationMaterial["tlogEntries"] as unknown[]; entries.push(entries[0]); })],
    ["a statement of another commit", "consistency", async () => (await sign({ ...claims, sha: "f".repeat(40) })).bundle],
    ["a statement of another repository", "consistency", async () => (await sign(claims, instance, ({ predicate }) => { predicate.source.repository = "o/other"; })).bundle],
    ["a statement that calls its signer a key", "consistency", async () => (await sign(claims, instance, ({ predicate }) => { predicate.signer = { kind: "key-file", hint: "x" }; })).bundle],
    ["a stated time that the timestamp contradicts", "signed-time", async () => (await sign(claims, instance, ({ predicate }) => { predicate.issuedAt = new Date(now.getTime() - 3_600_000).toISOString(); })).bundle],
    ["a policy that takes keys only", "accepted-signer", () => made.github, { policy: { ...defaultPolicy, signers: ["transit"] } }],
  ];
  it.each(rows.map(([name, step, bend, options]) => ({ name, step, bend, options })))("is refused with $name ($step)", async ({ step, bend, options }) => {
    expect(broken(await bend(), options === "public" ? { root: instance.publicRoot } : options)).toContain(step);
  });

  it("is refused where nothing but keys is pinned", () => {
    const { steps } = verifyEvidence({ bundle: Buffer.from(made.github), keys: [pinPublicKey(makeSigner().publicKeyPem)], policy: defaultPolicy, now });
    expect(steps.filter((step) => !step.ok).map((step) => step.id)).toEqual(["certificate"]);
  });
});

describe("openKeyless", () => {
  it.each([
    ["off GitHub", { GITHUB_ACTIONS: "" }, /this is none/], ["on GitHub Enterprise Server", { GITHUB_SERVER_URL: "https://github.corp.example" }, /Enterprise Server/],
    ["without the permission", { ACTIONS_ID_TOKEN_REQUEST_URL: "" }, /id-token: write/],
  ])("says why there is no identity %s", async (_, more, reason) => expect(await open(claims, "auto", more)).toMatchObject({ absent: expect.stringMatching(reason) as string }));

  it.each([["private", "auto", "github"], ["internal", "auto", "github"], ["public", "auto", "public-good"], ["private", "public-good", "public-good"], ["public", "github", "github"]] as const)(
    "has a %s repository with %s certified by %s", async (visibility, wanted, expected) => expect(await open({ ...claims, repository_visibility: visibility }, wanted)).toMatchObject({ instance: expected }));

  it("repeats no token where the authority refuses", async () => {
    nock.cleanAll();
    nock("https://fulcio.githubapp.com").post(/.*/).times(9).reply(400, (_, body) => JSON.stringify(body));
    const signer = await open(claims);
    if ("absent" in signer) throw new Error(signer.absent);
    const failure = await signStatement(compose(signer), signer).catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ name: "InputError", message: expect.stringMatching(/certificate authority gave no certificate/) as string });
    expect((failure as Error).cause).toBeUndefined();
  });
});

describe("a key's signature with a timestamp", () => {
  const signer = makeSigner();
  const stamp = async () => {
    instance.serve();
    return signStatement(compose({ kind: "development", hint: signer.hint }), { ...signer, timestampServer: "https://timestamp.example" });
  };
  const check = (bundle: string, key: object, certificates = true) => verifyEvidence({
    bundle: Buffer.from(bundle), keys: [{ ...pinPublicKey(signer.publicKeyPem), ...key }], policy: defaultPolicy, now,
    ...(certificates && { certificates: { roots: readTrustedRoots(instance.publicRoot), accepted: null } }),
  });

  it("holds, and its time is a third party's", async () => {
    const verification = check(await stamp(), {});
    expect(isRefused(verification)).toBe(false);
    expect(verification.proof?.times).toHaveLength(1);
  });
  it("holds the key's window against that time", async () => {
    const bundle = await stamp();
    expect(check(bundle, { validUntil: new Date(now.getTime() - 60_000).toISOString() }).steps.filter((step) => !step.ok).map((step) => step.id)).toEqual(["key-valid"]);
  });
  it("is a gap where no root is there to judge the stamp", async () => {
    expect(check(await stamp(), {}, false).unverifiable).toHaveLength(1);
  });
  it("is refused with another signature's stamp", async () => {
    const [one, two] = [JSON.parse(await stamp()) as { verificationMaterial: object }, JSON.parse(await stamp()) as { verificationMaterial: object }];
    expect(check(JSON.stringify({ ...one, verificationMaterial: two.verificationMaterial }), {}).steps.filter((step) => !step.ok).map((step) => step.id)).toEqual(["timestamp"]);
  });
});
