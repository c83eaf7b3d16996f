// A caller's repository runs the reusable workflows of this checkout through act, from build to a real cluster, green and red.
// Stand-ins: actions/upload-artifact and actions/download-artifact (test/act/standins), since act's artifact server does not speak with
// these versions, and GitHub's API (test/github/standin.ts), which act has none of. Everything else is the product as callers get it,
// bundled from the current sources. Needs Docker, k3d and kubectl; `.ci/engine` and `.ci/cluster` bring them.
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pinPublicKey, readStatement, verifyDeployment } from "../../src/attestation/index.ts";
import { addLeakingJob, addTampering } from "../act/faults.ts";
import { createCluster } from "../act/cluster.ts";
import { writeProduct } from "../act/product.ts";
import { installRegistry, startRegistry } from "../act/registry.ts";
import { readArtifact, readArtifacts, readReports, runAct, type ActRun, type Caller } from "../act/run.ts";
import { acceptChecks } from "../act/routes.ts";
import { example, importBase, makeKey, makeShop, makeTarget } from "../act/shop.ts";
import { makeCredential } from "../fixtures/doors.ts";

const missing = [["docker", "version"], ["k3d", "version"], ["kubectl", "version", "--client"]].find(([tool = "", ...args]) => spawnSync(tool, args).status !== 0)?.[0];

describe.skipIf(missing !== undefined)(`the reusable workflows in act${missing === undefined ? "" : `, ${missing} does not answer`}`, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "act-")));
  const product = join(folder, "product");
  const cluster = `pci-act-${randomBytes(3).toString("hex")}`;
  const kubeconfig = join(folder, "kubeconfig");
  const { key, publicKey } = makeKey();
  const secret = makeCredential(`act ${Date.now()}`);
  let target: Record<string, string> = {};

  const ask = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8", env: { ...process.env, KUBECONFIG: kubeconfig } }).trim();
  const kubectl = (...args: string[]) => ask("kubectl", `--context=k3d-${cluster}`, "--namespace=shop", ...args);
  const run = (caller: Omit<Caller, "event"> & Partial<Pick<Caller, "event">>): Promise<ActRun> => runAct({
    event: "push", variables: { EVIDENCE_PUBLIC_KEY: publicKey }, environment: { KUBECONFIG: kubeconfig }, ...caller,
    secrets: caller.secrets ?? { EVIDENCE_KEY: key, DEPLOYMENT_KEY: key, KUBECONFIG: readFileSync(kubeconfig, "utf8") },
  }, { product, folder });
  const shop = (version: string, name: string, change: (text: string) => string = (text) => text) => ({
    files: { ...makeShop({ version, workflows: { [name]: change(example(name)) } }), ...target }, workflow: name,
  });
  const resultsOf = ({ results }: ActRun) => Object.fromEntries(results);
  const verdictOf = (ran: ActRun, check: string) => (JSON.parse(readArtifact(ran, `compliance-attestation/reports/${check}.json`)) as { verdict: string }).verdict;
  const attestedBy = (ran: ActRun) => readStatement(readArtifact(ran, "compliance-attestation/attestation.sigstore.json")).subject[0]?.digest.sha256 ?? "";
  const running = () => kubectl("get", "pods", "-o", "jsonpath={.items[*].status.containerStatuses[*].imageID}").split(" ").map((id) => id.split("@")[1]);

  beforeAll(async () => {
    installRegistry();
    await Promise.all([writeProduct(product), importBase(folder)]);
    const address = createCluster(cluster, kubeconfig);
    target = makeTarget({ context: `k3d-${cluster}`, namespace: "shop", address });
  });
  afterAll(() => {
    ask("k3d", "cluster", "delete", cluster);
    rmSync(folder, { recursive: true });
  });

  /** Rises with every change of the deployment. */
  const generation = () => kubectl("get", "deployment", "shop", "-o", "jsonpath={.metadata.generation}");
  const onTheRunner = (file: string) => (text: string) => text.replace("deploy/dev.yml", `deploy/${file}`);

  it("brings a first version from its source into the cluster", async () => {
    const ran = await run({ ...shop("1", "on-the-runner.yml", onTheRunner("first.yml")), event: "workflow_dispatch" });
    expect(resultsOf(ran), ran.output).toEqual({ build: "success", "image-secret-audit": "success", "isolation-assert": "success", "log-leak-guard": "success", "compliance-attest": "success", deploy: "success" });
    expect(ran.code).toBe(0);
    expect(running()).toEqual([`sha256:${attestedBy(ran)}`, `sha256:${attestedBy(ran)}`]);
  });

  it("replaces it by the next one under load, loses nothing, and signs both statements", async () => {
    const ran = await run({ ...shop("2", "on-the-runner.yml"), event: "workflow_dispatch" });
    expect(ran.code, ran.output).toBe(0);
    for (const check of ["image-secret-audit", "isolation-assert", "log-leak-guard"]) {
      expect(verdictOf(ran, check)).toBe("pass");
      expect(ran.summaries).toContain(check);
    }
    expect(readArtifacts(ran)).toEqual(expect.arrayContaining(["compliance-attestation/attestation.sigstore.json", "compliance-attestation/sbom.json", "deployment-attestation/deployment.sigstore.json", "deployment-attestation/reports/attested-rollout.json"]));
    expect(ran.logs.get("log-leak-guard")).toMatch(/logs +3, all/);
    const read = (path: string) => Buffer.from(readArtifact(ran, path));
    const { problems, statement } = verifyDeployment({
      bundle: read("deployment-attestation/deployment.sigstore.json"), compliance: read("compliance-attestation/attestation.sigstore.json"),
      report: read("deployment-attestation/reports/attested-rollout.json"), keys: [pinPublicKey(publicKey)], image: attestedBy(ran), now: new Date(),
    });
    expect(problems).toEqual([]);
    expect(statement?.predicate).toMatchObject({ verdict: "pass", rollout: { outcome: "completed", rolledBack: "not-needed" }, measurement: { failed: 0 } });
    expect(statement?.predicate.measurement?.requests).toBeGreaterThan(100);
    expect(new Set(running())).toContain(`sha256:${attestedBy(ran)}`);
  });

  it("stops at a leaky image, a leaking log and a job that enters production, each seen by its own check, and still signs", async () => {
    const before = generation();
    const caller = shop("3", "on-the-runner.yml", (text) => addLeakingJob(text, secret));
    const ran = await run({ ...caller, event: "workflow_dispatch", files: { ...caller.files, Dockerfile: caller.files["Dockerfile"]?.replace("ENV VERSION", `ENV API_KEY=${secret} VERSION`) ?? "" } });
    expect(ran.code).not.toBe(0);
    expect(resultsOf(ran), ran.output).toMatchObject({ build: "success", "image-secret-audit": "failure", "isolation-assert": "failure", "log-leak-guard": "failure", "compliance-attest": "success" });
    expect(ran.results.has("deploy")).toBe(false);
    for (const check of ["image-secret-audit", "isolation-assert", "log-leak-guard"]) expect(verdictOf(ran, check)).toBe("fail");
    expect(readStatement(readArtifact(ran, "compliance-attestation/attestation.sigstore.json")).predicate.verdict).toBe("fail");
    expect(ran.summaries).toMatch(/environment-reached/);
    expect(generation()).toBe(before);
    // The caller printed it; nothing of ours did.
    const ours = [...ran.logs].filter(([job]) => job !== "tests" && job !== "build").map(([, log]) => log).join("\n");
    expect(ours + ran.summaries + readReports(ran)).not.toContain(secret);
  });

  it("deploys with steps of one's own and a kubeconfig, and signs with a key", async () => {
    const ran = await run(shop("2", "build-scan-deploy.yml"));
    expect(ran.code, ran.output).toBe(0);
    expect(ran.results.get("deploy")).toBe("success");
    expect(ran.logs.get("deploy")).toMatch(/✓ PASS {2}compliance-verify[\s\S]*✓ PASS {2}rollout/);
  });

  it.each([
    ["another bundle in the artifact", "sed -i s/payload/playload/ $PCI_ARTIFACTS/compliance-attestation/attestation.sigstore.json", /attestation\.sigstore\.json: FAILED/],
    ["another image in the artifact", "echo x >> $PCI_ARTIFACTS/image/image.tar", /image\.tar: FAILED/],
  ])("refuses %s before anything touches the cluster", async (_, tamper, message) => {
    const before = generation();
    const ran = await run(shop("2", "build-scan-deploy.yml", (text) => addTampering(text, tamper)));
    expect(ran.code).not.toBe(0);
    expect(resultsOf(ran), ran.output).toMatchObject({ tamper: "success", deploy: "failure" });
    expect(ran.output).toMatch(message);
    expect(ran.logs.get("deploy")).not.toContain("rollout");
    expect(generation()).toBe(before);
  });

  it("refuses evidence that another key signed", async () => {
    const ran = await run({ ...shop("2", "build-scan-deploy.yml"), variables: { EVIDENCE_PUBLIC_KEY: makeKey().publicKey } });
    expect(ran.results.get("deploy")).toBe("failure");
    expect(ran.logs.get("deploy")).toMatch(/FAIL {2}compliance-verify/);
  });

  it("publishes and deploys nothing on a runner that gives no identity to sign with", async () => {
    const ran = await run({ ...shop("2", "pipeline.yml"), secrets: {} });
    expect(ran.code).not.toBe(0);
    expect(resultsOf(ran), ran.output).toMatchObject({ "compliance-attest": "success", publish: "failure" });
    expect(ran.results.has("deploy")).toBe(false);
    expect(ran.output).toMatch(/this job has no identity/);
    expect(ran.output).toMatch(/the evidence is not signed keyless/);
  });

  it("pushes the attested manifest, and no other, into a real registry", async () => {
    const { registry, host, certificate } = await startRegistry(folder);
    try {
      const ran = await run({
        ...shop("2", "pipeline.yml", (text) => text.replace("ghcr.io/acme/gateway", `${host}/acme/gateway`).replace("      target: deploy/prod.yml\n", "      trust: deploy/trust.json\n      signing: key\n      evidence-public-key: ${{ vars.EVIDENCE_PUBLIC_KEY }}\n").replace("    secrets:\n", "    secrets:\n      EVIDENCE_KEY: ${{ secrets.EVIDENCE_KEY }}\n")),
        environment: { KUBECONFIG: kubeconfig, SSL_CERT_FILE: certificate },
      });
      expect(resultsOf(ran), ran.output).toMatchObject({ "compliance-attest": "success", publish: "success" });
      expect(ran.results.has("deploy")).toBe(false);
      const held = ask("curl", "--silent", "--fail", "--head", "--cacert", certificate, "--header", "accept: application/vnd.oci.image.manifest.v1+json", `https://${host}/v2/acme/gateway/manifests/sha256:${attestedBy(ran)}`);
      expect(held.toLowerCase()).toContain(`docker-content-digest: sha256:${attestedBy(ran)}`);
    } finally {
      registry.kill();
    }
  });

  it("checks a pull request, and says it in one comment and a check each", async () => {
    const head = "c".repeat(40);
    const { files, workflow } = shop("2", "checks-only.yml");
    const posted: Record<string, unknown>[] = [];
    const ran = await run({
      files: { ...files, ".github/workflows/pipeline.yml": example("pipeline.yml") }, workflow, event: "pull_request", payload: { pull_request: { number: 7, head: { sha: head, ref: "x" }, base: { ref: "main" } } },
      routes: acceptChecks(posted),
    });
    expect(ran.code, ran.output).toBe(0);
    expect(posted.map(({ name, conclusion, head_sha: sha }) => [name, conclusion, sha])).toEqual(["image-secret-audit", "isolation-assert", "log-leak-guard"].map((check) => [`pci-pipeline/${check}`, "success", head]));
  });

  it("runs as a step of one's own job, as it is or red", async () => {
    const green = await run(shop("2", "own-steps.yml"));
    expect(green.code, green.output).toBe(0);
    expect(green.logs.get("build")).toMatch(/image pass, isolation pass/);
    const caller = shop("2", "own-steps.yml");
    const red = await run({ ...caller, files: { ...caller.files, Dockerfile: `${caller.files["Dockerfile"]}LABEL key=${secret}\n` } });
    expect(red.results.get("build")).toBe("failure");
    expect(red.summaries).toMatch(/fail[\s\S]*isolation-assert/);
  });

  it("reads the logs of earlier jobs, and tells their leak", async () => {
    const caller = shop("2", "log-later-job.yml");
    const ran = await run({ ...caller, files: { ...caller.files, Makefile: `build:\n\techo connecting with ${secret}\n` } });
    expect(resultsOf(ran), ran.output).toEqual({ build: "success", logs: "failure" });
    expect(ran.logs.get("logs")).toMatch(/FAIL {2}log-leak-guard/);
    expect(ran.logs.get("logs")).not.toContain(secret);
  });

  it("reads a whole run after its end", async () => {
    const ran = await run({ ...shop("2", "log-whole-run.yml"), event: "workflow_run", payload: { workflow_run: { id: 1, conclusion: "success" } } });
    // The stand-in knows one run, this one: its only job is the guard's own, so that nothing is left to examine.
    expect(resultsOf(ran), ran.output).toEqual({ logs: "failure" });
    expect(ran.logs.get("logs")).toMatch(/INCONCLUSIVE {2}log-leak-guard/);
  });

  it("runs every example", () => {
    const text = readFileSync(import.meta.filename, "utf8");
    expect(readdirSync(join(import.meta.dirname, "../../reusable/examples")).filter((name) => name.endsWith(".yml") && !text.includes(`"${name}"`))).toEqual([]);
  });

  it("leaves no stand-in unused", () => expect(readdirSync(join(import.meta.dirname, "../act/standins")).sort()).toEqual(["download-artifact", "upload-artifact"]));
});
