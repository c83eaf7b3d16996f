// A bundle rests beside its image in a real registry, Debian's, which has no referrers API: it is found by the fallback tag, by us and by cosign.
import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract as attestContract } from "../../actions/compliance-attest/contract.ts";
import { main as attest } from "../../actions/compliance-attest/main.ts";
import { contract as verifyContract } from "../../actions/compliance-verify/contract.ts";
import { main as verify } from "../../actions/compliance-verify/main.ts";
import { makeReport } from "../../src/attestation/verification/specimen.ts";
import { BUNDLE_TYPE } from "../../src/evidence-store/index.ts";
import { attachArtifactToImage } from "@sigstore/oci";
import { openWorld, parseInputs } from "../../src/runtime/index.ts";
import { buildImage, ociLayout } from "../fixtures/builders/index.ts";
import { installDebian, requirePeer } from "./peers.ts";
import { findPort } from "../fixtures/free-port.ts";

const folder = mkdtempSync(join(tmpdir(), "referrer-"));
const image = buildImage({ layers: [{ files: { "app/server.js": "listen()" } }] });
const { digest } = image.descriptor;
let registry: ChildProcess;
let host = "";
let now = new Date();
const world = () => ({ ...openWorld(new AbortController().signal, () => undefined), cwd: folder, now: () => now, environment: () => undefined });

const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

beforeAll(async () => {
  for (const [name, binary] of [["docker-registry", "/usr/bin/docker-registry"], ["skopeo", "/usr/bin/skopeo"]] as const) if (!existsSync(binary)) installDebian(name);
  const port = await findPort();
  host = `localhost:${port}`;
  write("config.yml", `version: 0.1\nlog: { level: error, accesslog: { disabled: true } }\nstorage: { filesystem: { rootdirectory: ${join(folder, "registry")} } }\nhttp: { addr: "localhost:${port}" }\n`);
  registry = spawn("docker-registry", ["serve", join(folder, "config.yml")], { stdio: "ignore" });
  for (let tries = 0; !(await fetch(`http://${host}/v2/`).then((answer) => answer.ok).catch(() => false)); tries++) {
    if (tries > 100) throw new Error("the registry did not start");
    await setTimeout(100);
  }
  for (const [path, bytes] of ociLayout([image])) write(`image/${path}`, bytes);
  execFileSync("skopeo", ["copy", "--quiet", "--dest-tls-verify=false", `oci:${join(folder, "image")}`, `docker://${host}/team/app:1`]);
  for (const check of ["image-secret-audit", "log-leak-guard", "isolation-assert"] as const) {
    write(`${check}.json`, JSON.stringify(makeReport(check, { name: "image", digest: { sha256: digest.slice(7) }, digestKind: "manifest" }, now)));
  }
});
afterAll(() => {
  registry?.kill();
  rmSync(folder, { recursive: true });
});

const REPORTS = ["image-secret-audit.json", "log-leak-guard.json", "isolation-assert.json"];

function sign(raw: Record<string, string> = {}) {
  const given = { subject: "image", report: REPORTS.join("\n"), bundle: "a.sigstore.json", attach: `docker://${host}/team/app:1`, ...raw };
  return attest(parseInputs(attestContract, new Map(Object.entries(given)), (name) => name), world());
}

async function gate(raw: Record<string, string> = {}) {
  const given = { bundle: `docker://${host}/team/app@${digest}`, key: "evidence.pub", ...raw };
  const { report } = await verify(parseInputs(verifyContract, new Map(Object.entries(given)), (name) => name), world());
  return { verdict: report?.verdict, rules: report?.findings.map(({ ruleId }) => ruleId), left: report?.outOfScope.map(({ name }) => name) };
}

const listed = async () => ((await (await fetch(`http://${host}/v2/team/app/manifests/${digest.replace(":", "-")}`, { headers: { accept: "application/vnd.oci.image.index.v1+json" } })).json()) as { manifests: { artifactType: string }[] }).manifests;

describe("a bundle in a registry", () => {
  it("is none before it is attached", async () => {
    write("evidence.pub", execFileSync("openssl", ["ec", "-pubout"], { input: execFileSync("openssl", ["ecparam", "-name", "prime256v1", "-genkey", "-noout"]), stdio: ["pipe", "pipe", "ignore"] }));
    await expect(gate()).rejects.toThrow(/no bundle is attached/);
  });

  it("is attached under the fallback tag, once however often it is tried", async () => {
    const { message } = await sign();
    expect(message).toContain(`attached to docker://${host}/team/app:1 as referrer of ${digest}`);
    expect((await fetch(`http://${host}/v2/team/app/referrers/${digest}`)).status).toBe(404);
    expect((await listed()).map(({ artifactType }) => artifactType)).toEqual([BUNDLE_TYPE]);
  });

  it("is found and judged against that very image, by tag and by digest", async () => {
    expect(await gate()).toEqual({ verdict: "pass", rules: [], left: ["reports"] });
    expect((await gate({ bundle: `docker://${host}/team/app:1` })).verdict).toBe("pass");
  });

  it("is found by cosign", async () => {
    const cosign = requirePeer("cosign");
    const args = ["verify-attestation", "--key", join(folder, "evidence.pub"), "--type", "https://github.com/yuno/pci-pipeline/compliance/v1", "--insecure-ignore-tlog", "--allow-http-registry", `${host}/team/app@${digest}`];
    const result = await new Promise<{ code: number; output: string }>((resolve) => {
      execFile(cosign, args, { env: { HOME: folder, PATH: "" }, maxBuffer: 1 << 24 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: stdout + stderr }));
    });
    expect(result).toMatchObject({ code: 0 });
  });

  it("counts when it is the newest: an old pass hides no later failure", async () => {
    now = new Date(now.getTime() + 60_000);
    await sign({ report: "image-secret-audit.json", bundle: "b.sigstore.json" });
    expect(await listed()).toHaveLength(2);
    expect((await gate()).verdict).toBe("inconclusive");
    now = new Date(now.getTime() + 60_000);
    await sign({ bundle: "c.sigstore.json" });
    expect((await gate()).verdict).toBe("pass");
  });

  it("is not hidden by what strangers attach", async () => {
    const attachForeign = (artifact: Buffer) => attachArtifactToImage({ imageName: `${host}/team/app`, imageDigest: digest, artifact, mediaType: BUNDLE_TYPE, credentials: undefined as never });
    await attachForeign(Buffer.from("rubbish"));
    now = new Date(now.getTime() + 60_000);
    await sign({ "development-key": "stranger.pem", bundle: "d.sigstore.json", "public-key": "stranger.pub" });
    expect(await listed()).toHaveLength(5);
    expect((await gate()).verdict).toBe("pass");
    expect(await gate({ key: "stranger.pub" })).toMatchObject({ verdict: "pass" });
  });

  it("is refused for another image", async () => {
    expect(await gate({ bundle: "a.sigstore.json", image: `docker://${host}/team/app:1` })).toMatchObject({ verdict: "pass" });
    const other = buildImage({ layers: [{ files: { "app/server.js": "steal()" } }] });
    for (const [path, bytes] of ociLayout([other])) write(`other/${path}`, bytes);
    expect(await gate({ image: "other" })).toMatchObject({ verdict: "fail", rules: ["evidence-subject-mismatch"] });
  });

  it.each([
    ["an image that is not there", () => sign({ attach: `docker://${host}/team/none`, bundle: "x.sigstore.json" }), /no such image by this digest/],
    ["a registry that is not there", () => sign({ attach: "docker://localhost:9/team/app", bundle: "x.sigstore.json" }), /cannot be reached/],
    ["a name that is none", () => sign({ attach: "oci:image", bundle: "x.sigstore.json" }), /attach takes docker:\/\//],
  ])("is not attached to %s", async (_, act, message) => expect(act()).rejects.toThrow(message));
});
