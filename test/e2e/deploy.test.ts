// The whole pipeline into a real cluster: the attested image comes to serve, a broken one is taken back, a red gate touches nothing.
// Needs Docker, k3d and kubectl; `.ci/engine` and `.ci/cluster` bring them.
import { execFile, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pinPublicKey, readStatement, verifyDeployment } from "../../src/attestation/index.ts";
import { explainAbsence, requirePeer } from "../slow/peers.ts";

const root = join(import.meta.dirname, "../..");
const missing = [["docker", "version"], ["k3d", "version"], ["kubectl", "version", "--client"]].find(([tool = "", ...args]) => spawnSync(tool, args).status !== 0)?.[0];

type Ran = { readonly code: number; readonly output: string };
type Document = { readonly [key: string]: unknown };

describe.skipIf(missing !== undefined)(`the main job with a cluster${missing === undefined ? "" : `, ${missing} does not answer`}`, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "deploy-")));
  const name = `pci-test-${randomBytes(3).toString("hex")}`;
  const environment = { ...process.env, KUBECONFIG: join(folder, "kubeconfig") };
  let attested = "";

  const run = (program: string, args: readonly string[]): Promise<Ran> => new Promise((resolve) => {
    execFile(program, args, { cwd: root, env: environment, maxBuffer: 1 << 26 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` }));
  });
  const kubectl = async (...args: readonly string[]): Promise<string> => {
    const { code, output } = await run("kubectl", [`--context=k3d-${name}`, "--namespace=dev", ...args]);
    if (code !== 0) throw new Error(output);
    return output;
  };
  /** By the API server's way to the Service's ready endpoints. */
  const throughService = (path: string) => kubectl("get", "--raw", `/api/v1/namespaces/dev/services/https:gateway:https/proxy${path}`);
  const pipeline = (out: string, ...args: readonly string[]) => run(process.execPath, [join(root, "cli/index.ts"), "run", "--out", join(folder, out), ...args]);

  /** This repository's own config with absolute paths, another service where one is given, and the cluster. */
  function writeConfig(file: string, context: string): string {
    const config = load(readFileSync(join(root, "pci-pipeline.yml"), "utf8")) as { build: Document; isolation: (Document & { repo: string; repositories?: string[] })[] } & Document;
    const absolute = (path: unknown) => join(root, String(path));
    const document = {
      ...config,
      ...("waivers" in config && { waivers: absolute(config["waivers"]) }),
      build: { ...config.build, context },
      isolation: config.isolation.map((target) => ({
        ...target, repo: absolute(target.repo), name: target["name"] ?? target.repo,
        repositories: target.repositories?.map((entry) => entry.replace(/=(.*)$/, (_, path: string) => `=${absolute(path)}`)) ?? [],
      })),
      deploy: { required: true, cluster: { context: `k3d-${name}`, namespace: "dev", kustomization: "overlay", deployment: "gateway", container: "gateway", image: "pci-pipeline.local/gateway", import: "k3d", "timeout-seconds": 90 } },
    };
    writeFileSync(join(folder, file), JSON.stringify(document));
    return join(folder, file);
  }

  /** The overlay for development, with a deadline that a test can wait for. */
  function writeOverlay(): void {
    mkdirSync(join(folder, "overlay"));
    const patch = JSON.stringify([{ op: "replace", path: "/spec/progressDeadlineSeconds", value: 20 }]);
    const document = { resources: [relative(join(folder, "overlay"), join(root, "k3d/overlays/dev"))], patches: [{ target: { kind: "Deployment", name: "gateway" }, patch }] };
    writeFileSync(join(folder, "overlay/kustomization.yaml"), JSON.stringify(document));
  }

  /** The same service, of which readiness never turns green. */
  function writeBrokenService(): string {
    const workspace = join(folder, "workspace");
    mkdirSync(workspace);
    for (const file of ["package.json", "package-lock.json", "sample-service"]) cpSync(join(root, file), join(workspace, file), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(workspace, "node_modules"));
    const file = join(workspace, "sample-service/src/routes/health.ts");
    const text = readFileSync(file, "utf8");
    const broken = text.replace('return { status: "ready" }', 'return reply.code(503).send({ status: "never" })');
    if (broken === text) throw new Error("the sample service's readiness has another form than this test knows");
    writeFileSync(file, broken);
    return join(workspace, "sample-service");
  }

  const read = (out: string, file: string) => readFileSync(join(folder, out, file));
  const attestedIn = (out: string) => readStatement(read(out, "attestation.sigstore.json").toString("utf8")).subject[0]?.digest.sha256 ?? "";
  const verify = (out: string) => verifyDeployment({
    bundle: read(out, "deployment.sigstore.json"), compliance: read(out, "attestation.sigstore.json"), report: read(out, "reports/rollout.json"),
    keys: [pinPublicKey(read(out, "evidence.pub").toString("utf8"))], image: attestedIn(out), now: new Date(),
  });
  /** Digests that pods run which are not ending. */
  async function listRunning(): Promise<string[]> {
    const { items } = JSON.parse(await kubectl("get", "pods", "-o", "json")) as { items: { metadata: { deletionTimestamp?: string }; status: { containerStatuses: { imageID: string; ready: boolean }[] } }[] };
    return items.filter(({ metadata }) => metadata.deletionTimestamp === undefined).flatMap(({ status }) => status.containerStatuses.filter(({ ready }) => ready).map(({ imageID }) => imageID.split("@")[1] ?? ""));
  }

  beforeAll(async () => {
    const { code, output } = await run(process.execPath, [join(root, "tools/cluster.ts"), "up", "--name", name]);
    expect(output).toMatch(/The cluster is up/);
    expect(code).toBe(0);
    writeOverlay();
  });
  afterAll(async () => {
    await run(process.execPath, [join(root, "tools/cluster.ts"), "down", "--name", name]);
    rmSync(folder, { recursive: true });
  });

  it("brings the cluster up again without harm, its credentials unchanged and unseen", async () => {
    const certificate = () => kubectl("get", "secret", "gateway-tls", "-o", "jsonpath={.data.tls\\.crt}");
    const keys = () => kubectl("get", "--raw", "/api/v1/namespaces/processors/services/https:administration:https/proxy/bancosur/keys?account=dev");
    const before = [await certificate(), await keys()];
    const { code, output } = await run(process.execPath, [join(root, "tools/cluster.ts"), "up", "--name", name]);
    expect(code).toBe(0);
    expect([await certificate(), await keys()]).toEqual(before);
    // how the mock processors mark what they give out
    expect(output, "a credential was printed").not.toMatch(/(bsur|wpro|npay)_[0-9a-f]/);
  });

  it("deploys exactly the attested image and signs what runs", async () => {
    const { code, output } = await pipeline("good", "--config", writeConfig("good.yml", join(root, "sample-service")));
    expect(output).toMatch(/✓ deploy .*2 pods on 2 nodes run the attested image/);
    expect(code).toBe(0);
    attested = `sha256:${attestedIn("good")}`;
    expect(await listRunning()).toEqual([attested, attested]);
    expect(JSON.parse(await throughService("/healthz"))).toEqual({ status: "live" });
    expect(JSON.parse(await throughService("/readyz"))).toEqual({ status: "ready" });
    const { problems, statement } = verify("good");
    expect(problems).toEqual([]);
    expect(statement?.predicate).toMatchObject({ verdict: "pass", rollout: { outcome: "completed", rolledBack: "not-needed", replicas: { wanted: 2 } }, cluster: { context: `k3d-${name}` }, approval: { approvedBy: null } });
    expect(statement?.predicate.pods.map(({ digest, ready }) => [digest, ready])).toEqual([[attested, true], [attested, true]]);
    const first = await run(process.execPath, [join(root, "cli/index.ts"), "compliance-verify", join(folder, "good/attestation.sigstore.json"), "--key", join(folder, "good/evidence.pub"), "--image", join(folder, "good/image")]);
    expect(first.code).toBe(0);
  });

  it("signs what cosign accepts, and refuses for another image", async ({ skip }) => {
    skip(explainAbsence("cosign") !== undefined, "cosign cannot be had here");
    const ask = (digest: string) => run(requirePeer("cosign"), [
      "verify-blob-attestation", "--key", join(folder, "good/evidence.pub"), "--bundle", join(folder, "good/deployment.sigstore.json"),
      "--type", "https://github.com/yuno/pci-pipeline/deployment/v1", "--insecure-ignore-tlog", "--digest", digest, "--digestAlg", "sha256",
    ]);
    expect((await ask(attestedIn("good"))).code).toBe(0);
    expect((await ask("0".repeat(64))).code).not.toBe(0);
  });

  it("takes a broken image back while the former one serves on, and signs that too", async () => {
    const answers: boolean[] = [];
    let running = true;
    const asking = (async () => {
      while (running) answers.push(await throughService("/readyz").then(() => true, () => false));
    })();
    const { code, output } = await pipeline("broken", "--config", writeConfig("broken.yml", writeBrokenService()));
    running = false;
    await asking;
    expect(output).toMatch(/✗ deploy .*taken back, the former version serves/);
    expect(code).toBe(1);
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter((ok) => !ok)).toEqual([]);
    expect(await listRunning()).toEqual([attested, attested]);
    expect(`sha256:${attestedIn("broken")}`).not.toBe(attested);
    const { problems, statement } = verify("broken");
    expect(problems).toEqual([]);
    expect(statement?.predicate).toMatchObject({ verdict: "fail", rollout: { outcome: "failed", rolledBack: "done" } });
    expect(statement?.predicate.openFindings.map(({ ruleId }) => ruleId)).toEqual(["rollout-not-completed", "rollout-pod-not-ready"]);
    expect(statement?.predicate.pods.map(({ digest, ready }) => [digest, ready])).toEqual([[attested, true], [attested, true]]);
  });

  it("touches nothing after a red gate", async () => {
    const generation = () => kubectl("get", "deployment", "gateway", "-o", "jsonpath={.metadata.generation} {.metadata.annotations}");
    const before = await generation();
    const { code, output } = await pipeline("leaky", "--config", join(folder, "good.yml"), "--sample", "leaky");
    expect(output).toMatch(/[?–] deploy .*the gate says fail, so nothing was deployed/);
    expect(code).toBe(1);
    expect(await generation()).toBe(before);
  });
});
