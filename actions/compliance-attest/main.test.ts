import { generateKeyPairSync } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { composeReport, Ledger, type Check, type Report, type ReportSubject } from "../../src/finding/index.ts";
import { parseInputs, type World } from "../../src/runtime/index.ts";
import { archiveOf, buildImage, dockerArchive, legacyArchive, ociLayout } from "../../test/fixtures/builders/index.ts";
import nock from "nock";
import { claims, startInstance, startRunner } from "../../test/sigstore/instance.ts";
import { refuse, startGithub, type Routes } from "../../test/github/standin.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";

const now = new Date("2026-05-06T07:08:09.000Z");
const image = buildImage({ layers: [{ files: { "app/server.js": "listen()" } }], compression: "none" });
const manifest = image.descriptor.digest.slice("sha256:".length);
let cwd = "";

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "attest-"));
  for (const [path, bytes] of ociLayout([image])) {
    await mkdir(join(cwd, "layout", dirname(path)), { recursive: true });
    await writeFile(join(cwd, "layout", path), bytes);
  }
  await writeFile(join(cwd, "image.tar"), archiveOf(dockerArchive([image])));
  await writeFile(join(cwd, "legacy.tar"), archiveOf(legacyArchive([image])));
  for (const check of ["image-secret-audit", "log-leak-guard", "isolation-assert"] as const) await writeReport(`${check}.json`, report(check));
});

function report(check: Check, sha256 = manifest): Report {
  const ledger = new Ledger();
  ledger.examined("files", 1);
  const subject: ReportSubject = check === "image-secret-audit" ? { name: "layout", digest: { sha256 }, digestKind: "manifest" } : { name: check, digest: null, digestKind: null };
  const tool = { name: "pci-pipeline", version: "0.0.0", rules: { count: 1, sha256: "0" } } as const;
  return composeReport({ check, subject, tool, startedAt: now, ledger, findings: [], gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } },
    { failOn: "medium", waivers: [], baseline: new Set(), now });
}

const writeReport = (name: string, value: Report) => writeFile(join(cwd, name), JSON.stringify(value));

function run(raw: Record<string, string>, environment: Record<string, string> = {}) {
  const world: World = {
    cwd, now: () => now, progress: () => undefined, signal: new AbortController().signal,
    stdin: (async function* () {})(), environment: (name) => environment[name],
  };
  const given = { subject: "layout", report: "image-secret-audit.json\nlog-leak-guard.json\nisolation-assert.json", bundle: "evidence/a.json", ...raw };
  return main(parseInputs(contract, new Map(Object.entries(given)), (name) => name), world);
}

async function readPredicate(path: string) {
  const { dsseEnvelope } = JSON.parse(await readFile(join(cwd, path), "utf8")) as { dsseEnvelope: { payload: string } };
  return JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString("utf8")) as { subject: unknown; predicate: Record<string, never> & { checks: { presence: string }[] } };
}

describe("compliance-attest", () => {
  it("signs with a development key, keeps it private, and says so", async () => {
    const { outputs, message, verdict } = await run({});
    expect(verdict).toBe("pass");
    expect(outputs).toMatchObject({ "evidence-verdict": "pass", "signer-kind": "development", "subject-digest": `sha256:${manifest}`, "public-key-path": "evidence/evidence.pub" });
    expect(message).toMatch(/development key/);
    expect((await stat(join(cwd, ".pci-pipeline/development-key.pem"))).mode & 0o777).toBe(0o600);
    expect((await readdir(join(cwd, "evidence"))).sort()).toEqual(["a.json", "evidence.pub"]);
    expect((await readPredicate("evidence/a.json")).subject).toEqual([{ name: "layout", digest: { sha256: manifest } }]);
  });

  it("signs the same statement twice, with the same development key", async () => {
    await run({ bundle: "one.json", "public-key": "one.pub" });
    await run({ bundle: "two.json", "public-key": "two.pub" });
    expect(await readPredicate("one.json")).toEqual(await readPredicate("two.json"));
    expect(await readFile(join(cwd, "one.pub"), "utf8")).toBe(await readFile(join(cwd, "two.pub"), "utf8"));
  });

  it("takes its key from the environment, and leaves it nowhere", async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const pem = privateKey.export({ type: "sec1", format: "pem" }).toString();
    const scalar = Buffer.from(privateKey.export({ format: "jwk" }).d ?? "", "base64url");
    const { outputs, message } = await run({ key: "env://EVIDENCE_KEY", bundle: "env/a.json" }, { EVIDENCE_KEY: pem });
    expect(outputs["signer-kind"]).toBe("environment");
    const written = await readFile(join(cwd, "env/a.json"), "utf8") + await readFile(join(cwd, "env/evidence.pub"), "utf8") + (message ?? "");
    const forms = [...(["hex", "base64", "base64url"] as const).map((form) => scalar.toString(form).slice(0, 40)), pem.split("\n")[1] ?? ""];
    expect(forms.filter((form) => written.includes(form))).toEqual([]);
  });

  it("signs what is missing as missing", async () => {
    const { outputs } = await run({ report: "image-secret-audit.json", bundle: "partial/a.json" });
    expect(outputs["evidence-verdict"]).toBe("inconclusive");
    expect((await readPredicate("partial/a.json")).predicate.checks.map((check) => check.presence)).toEqual(["reported", "absent", "absent"]);
  });

  it("takes the same image as an archive", async () => {
    expect((await run({ subject: "image.tar", bundle: "archive/a.json" })).outputs["subject-digest"]).toBe(`sha256:${manifest}`);
  });

  it("states facts from a file and from the runner", async () => {
    await writeFile(join(cwd, "facts.yml"), `schema: pci-pipeline/facts/v1\nsource: { commit: ${"a1".repeat(20)} }\n`);
    await run({ facts: "facts.yml", bundle: "facts/a.json" }, { GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "o/r" });
    const { predicate } = await readPredicate("facts/a.json");
    expect(predicate["source"]).toEqual({ repository: "o/r", commit: "a1".repeat(20), ref: null });
    expect(predicate["factsFrom"]).toEqual(["environment", "file"]);
  });
});

describe("a bill of materials", () => {
  it("is stated by its own bytes, whatever the runner says", async () => {
    await writeFile(join(cwd, "sbom.cdx.json"), "{}");
    await run({ sbom: "sbom.cdx.json", bundle: "sbom/a.json" }, { GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "o/r" });
    const { predicate } = await readPredicate("sbom/a.json");
    expect(predicate["build"]).toMatchObject({ sbom: { name: "sbom.cdx.json", sha256: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" } });
    expect(predicate["factsFrom"]).toEqual(["environment"]);
  });
});

describe("what compliance-attest refuses", () => {
  it.each([
    ["an image that shows another kind of digest", { subject: "legacy.tar", report: "image-secret-audit.json" }, /by its manifest, the subject is named by its config/],
    ["no such image", { subject: "nowhere" }, /nowhere/],
    ["reports that are not there, all at once", { report: "x.json\ny.json" }, /x\.json does not exist.*y\.json does not exist/],
    ["a bundle in the place of a report", { bundle: "image-secret-audit.json" }, /paths of their own/],
    ["a bundle in the place of its public key", { bundle: "evidence.pub", "public-key": "evidence.pub" }, /paths of their own/],
    ["a facts file of another form", { facts: "image-secret-audit.json" }, /facts file .* is not valid/],
    ["a bill of materials that is not there", { sbom: "nowhere.json" }, /bill of materials nowhere\.json does not exist/],
    ["a key that is not there", { key: "nowhere.pem" }, /signing key nowhere\.pem does not exist/],
  ])("%s", async (_, raw, message) => {
    await expect(run({ "public-key": "refused.pub", bundle: "refused.json", ...raw })).rejects.toThrow(message);
    expect(await readdir(cwd)).not.toContain("refused.json");
  });

  it("reports of another image", async () => {
    await writeReport("foreign.json", report("image-secret-audit", "0".repeat(64)));
    await expect(run({ report: "foreign.json" })).rejects.toThrow(/foreign\.json is of another image than the subject/);
  });
});

describe("keyless", () => {
  afterAll(() => nock.restore());

  /** As a job on GitHub, with a certificate authority, a timestamp authority and an attestation store of this process. */
  async function runKeyless(raw: Record<string, string>, { store = { status: 201, body: { id: 7 } } as ReturnType<typeof refuse>, more = {} as Record<string, string> } = {}) {
    const instance = await startInstance();
    const { logged } = instance.serve();
    const runner = await startRunner(claims);
    const routes: Routes = { "POST /repos/{owner}/{repo}/attestations": () => store };
    const github = await startGithub(routes);
    vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_URL", runner.environment["ACTIONS_ID_TOKEN_REQUEST_URL"]);
    vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "request");
    const output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    try {
      const result = await run({ key: "keyless", bundle: "keyless/a.json", "development-key": "keyless.pem", ...raw }, { ...runner.environment, GITHUB_API_URL: github.apiUrl, ...more });
      return { ...result, logged, requests: [...github.requests] };
    } finally {
      output.mockRestore();
      vi.unstubAllEnvs();
      runner.close();
      await github.close();
    }
  }

  it("signs by the workflow's identity, writes no key, and puts the bundle into the store", async () => {
    const { outputs, message, logged, requests } = await runKeyless({ token: "t" });
    expect(outputs).toMatchObject({ "signer-kind": "keyless", "public-key-path": "", "attestation-id": "7" });
    expect(await readdir(join(cwd, "keyless"))).toEqual(["a.json"]);
    expect(logged).toEqual([]);
    expect(requests.map(({ path }) => path)).toEqual([{ owner: "o", repo: "r" }]);
    expect((requests[0]!.body as { bundle: unknown }).bundle).toEqual(JSON.parse(await readFile(join(cwd, "keyless/a.json"), "utf8")));
    expect(message).toMatch(/gh attestation verify .*--repo o\/r .*--predicate-type https:\/\/github\.com\/yuno\/pci-pipeline\/compliance\/v1/);
  });

  it("stores nothing without a token", async () => {
    const { outputs, requests } = await runKeyless({ bundle: "keyless/b.json" });
    expect([outputs["attestation-id"], requests]).toEqual(["", []]);
  });

  it("keeps the bundle and says so where the plan has no store", async () => {
    const { outputs, message } = await runKeyless({ token: "t", bundle: "keyless/c.json" }, { store: refuse(404, "Not Found") });
    expect(outputs).toMatchObject({ "signer-kind": "keyless", "attestation-id": "" });
    expect(message).toMatch(/note: the repository's attestation store did not take the bundle \(.*404.*\).*hand the bundle over as a file/);
  });

  it("falls back to the key that was named for it, and says why", async () => {
    const pem = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "sec1", format: "pem" }).toString();
    const { outputs, message } = await runKeyless({ token: "t", "fallback-key": "env://KEY", bundle: "fallback/d.json" }, { store: refuse(403), more: { KEY: pem } });
    expect(outputs).toMatchObject({ "signer-kind": "environment", "public-key-path": "fallback/evidence.pub" });
    expect(message).toMatch(/note: not keyless, but with the fallback key: .*403/);
    const server = await runKeyless({ "fallback-key": "env://KEY", bundle: "fallback/e.json" }, { more: { KEY: pem, GITHUB_SERVER_URL: "https://github.corp.example" } });
    expect(server.message).toMatch(/note: not keyless.*GitHub Enterprise Server/);
  });

  it.each([
    ["on a server without an authority", { more: { GITHUB_SERVER_URL: "https://github.corp.example" } }, {}, /Enterprise Server.*or give fallback-key/],
    ["with a timestamp server", {}, { "timestamp-server": "https://timestamp.example" }, /has an authority of its own/],
  ])("is refused %s", async (_, options, raw, message) => {
    await expect(runKeyless({ bundle: "refused.json", ...raw }, options)).rejects.toThrow(message);
  });

  it("is not mixed up with keys", async () => {
    await expect(run({ sigstore: "github", bundle: "refused.json", "public-key": "refused.pub" })).rejects.toThrow(/sigstore says who certifies/);
  });
});
