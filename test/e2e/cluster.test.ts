// The gateway in a real cluster with a real store: who may read what, which pods are admitted, and a rotation under traffic. Needs
// Docker, k3d and kubectl; `.ci/engine` and `.ci/cluster` bring them.
import { Buffer } from "node:buffer";
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { Agent, request } from "node:https";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payment } from "../../sample-service/test/gateway.ts";
import { openKubectl, type Kubectl } from "../../tools/cluster/command.ts";
import { deployGateway, gatewayPorts } from "../../tools/cluster/gateway.ts";
import { packGateway, type Image } from "../../tools/cluster/images.ts";
import { openStore, type Store } from "../../tools/cluster/store.ts";
import { listNodes, requireAuthority } from "../../tools/cluster/trust.ts";
import { storeScenarios } from "./store-scenarios.ts";

const root = join(import.meta.dirname, "../..");
const missing = [["docker", "version"], ["k3d", "version"], ["kubectl", "version", "--client"]].find(([tool = "", ...args]) => spawnSync(tool, args).status !== 0)?.[0];
const ADMINISTRATION = "/api/v1/namespaces/processors/services/https:administration:https/proxy";

type Ran = { readonly code: number; readonly output: string };

describe.skipIf(missing !== undefined)(`the gateway in a cluster${missing === undefined ? "" : `, ${missing} does not answer`}`, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cluster-test-")));
  const name = `gw-test-${randomBytes(3).toString("hex")}`;
  const before = process.env["KUBECONFIG"];
  let kubectl: Kubectl;
  let store: Store;
  let ca = "";
  let image: Image;
  let node = "";

  const run = (args: readonly string[]): Promise<Ran> => new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` }));
  });
  const refusal = (args: readonly string[], input?: string): string => {
    try {
      return `accepted: ${kubectl(args, input)}`;
    } catch (error) {
      return String(error);
    }
  };
  const logIn = (role: string, namespace: string, account: string, audience = "openbao") =>
    store.call("POST", "auth/kubernetes/login", { body: { role, jwt: kubectl([`--namespace=${namespace}`, "create", "token", account, `--audience=${audience}`, "--duration=10m"]) } });
  const rotate = (...args: readonly string[]) => run([join(root, "cli/index.ts"), "credential-rotate", "nortepay", "--context", `k3d-${name}`, "--audit", join(folder, "audit.jsonl"), "--output", join(folder, "rotation.json"), ...args]);
  const keys = () => (JSON.parse(kubectl(["get", "--raw", `${ADMINISTRATION}/nortepay/keys?account=dev`])) as { keys: { id: string; state: string }[] }).keys.filter(({ state }) => state === "valid").map(({ id }) => id);
  const ledger = () => kubectl(["get", "--raw", `${ADMINISTRATION}/ledger`]).split("\n").filter(Boolean).map((line) => JSON.parse(line) as { requestId: string; outcome: string; credentialId: string });

  function pay(agent: Agent | false, requestId: string, changes: object = {}): Promise<number> {
    return new Promise((resolve) => {
      const body = JSON.stringify(payment(changes));
      const outgoing = request({
        host: node, port: gatewayPorts.dev, servername: "gateway.dev.svc", ca, agent, method: "POST", path: "/payments",
        headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), "idempotency-key": requestId, "x-request-id": requestId },
      }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      });
      outgoing.on("error", () => resolve(0));
      outgoing.end(body);
    });
  }

  beforeAll(async () => {
    process.env["KUBECONFIG"] = join(folder, "kubeconfig");
    const { code, output } = await run([join(root, "tools/cluster.ts"), "up", "--name", name]);
    expect([code, output.includes("The cluster is up")]).toEqual([0, true]);
    kubectl = openKubectl(name);
    ca = (await requireAuthority(name)).certificate;
    store = await openStore(name, ca);
    node = listNodes(name).find(({ role }) => role === "agent")?.address ?? "";
    image = await packGateway(folder);
    await deployGateway(name, { image, environment: "dev" });
  });
  afterAll(async () => {
    store?.close();
    await run([join(root, "tools/cluster.ts"), "down", "--name", name]);
    if (before === undefined) delete process.env["KUBECONFIG"];
    else process.env["KUBECONFIG"] = before;
    rmSync(folder, { recursive: true });
  });

  it("gives a service account its own role and no other, by TokenReview", async () => {
    const granted = await logIn("gateway-dev", "dev", "gateway");
    expect(granted.status).toBe(200);
    const { client_token: token } = (granted.body as { auth: { client_token: string } }).auth;
    const statusOf = async (path: string, body?: object) => (await store.call(body ? "POST" : "GET", path, { token, ...(body && { body }) })).status;
    expect(await statusOf("dev/data/gateway/bancosur")).toBe(200);
    for (const path of ["dev/data/webhooks/any", "prod/data/gateway/bancosur", "staging/data/gateway/bancosur", "sys/policies/acl/gateway-dev"]) expect([path, await statusOf(path)]).toEqual([path, 403]);
    expect(await statusOf("dev/data/gateway/bancosur", { data: { id: "x", value: "y" }, options: { cas: 1 } })).toBe(403);
    for (const [role, namespace, account, audience] of [["gateway-prod", "dev", "gateway"], ["gateway-prod", "build", "build"], ["gateway-dev", "build", "build"], ["operator", "build", "build"], ["gateway-dev", "dev", "gateway", "other"]] as const) {
      expect([role, account, (await logIn(role, namespace, account, audience)).status]).toEqual([role, account, 403]);
    }
    expect(refusal(["auth", "can-i", "--list", "--as=system:serviceaccount:build:build", "-o", "name"])).not.toMatch(/secrets/);
  });

  it("admits no image without its digest, and no pod that is not restricted", () => {
    const container = { name: "c", image: "pci-pipeline.local/gateway:latest", securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } } };
    const spec = { securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } }, containers: [container] };
    const pod = (changes: object) => JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "try", namespace: "prod" }, spec: { ...spec, ...changes } });
    const create = ["create", "--dry-run=server", "-f", "-"];
    const byDigest = { ...container, image: `pci-pipeline.local/gateway@${image.digest}` };
    expect(refusal(create, pod({}))).toMatch(/every image is named by its digest/);
    expect(refusal(create, pod({ containers: [byDigest], initContainers: [{ ...container, name: "i" }] }))).toMatch(/every image is named by its digest/);
    expect(refusal(create, pod({ containers: [byDigest] }))).toMatch(/^accepted/);
    expect(refusal(create, pod({ containers: [byDigest], hostNetwork: true }))).toMatch(/violates PodSecurity/);
    expect(refusal(["apply", "--dry-run=server", "-k", join(root, "k3d/overlays/prod")])).toMatch(/every image is named by its digest/);
  });

  it("takes payments by TLS at a node's address, charges once for a key through any pod, and shows which pod answered", async () => {
    const id = randomUUID();
    expect(await Promise.all(Array.from({ length: 6 }, () => pay(false, id)))).toEqual([201, 201, 201, 201, 201, 201]);
    expect(ledger().filter(({ requestId }) => requestId === id).map(({ outcome }) => outcome).filter((outcome) => outcome === "charged")).toEqual(["charged"]);
  });

  it("rotates under traffic without losing a payment, and the audit log knows who read what", async () => {
    const [old] = keys();
    const agent = new Agent({ keepAlive: true });
    const answers = new Map<string, number>();
    let going = true;
    const traffic = Promise.all(([false, agent, agent] as (Agent | false)[]).map(async (one) => {
      while (going) {
        const id = randomUUID();
        answers.set(id, await pay(one, id));
      }
    }));
    const { code, output } = await rotate();
    going = false;
    await traffic;
    agent.destroy();
    expect(output).toMatch(/nortepay: dev-\S+ replaces dev-\S+, used by 2 of 2 instances; the old one is refused/);
    expect(code).toBe(0);
    expect(answers.size).toBeGreaterThan(20);
    expect([...answers.values()].filter((status) => status !== 201)).toEqual([]);
    const charged = ledger().filter(({ requestId }) => answers.has(requestId));
    expect(charged.filter(({ outcome }) => outcome === "charged").length).toBe(answers.size);
    const used = [...new Set(charged.map(({ credentialId }) => credentialId))];
    expect([used.length, used[0]]).toEqual([2, old]);
    expect(keys()).toEqual([used[1]]);
    const report = JSON.parse(readFileSync(join(folder, "rotation.json"), "utf8")) as { acknowledgements: { instance: string }[]; negativeTest: string };
    expect([report.acknowledgements.length, report.negativeTest]).toEqual([2, "refused"]);
    // values as the mock processors make them: prefix and 48 hex digits
    const pods = kubectl(["--namespace=dev", "logs", "--selector=app.kubernetes.io/name=gateway", "--tail=-1"]);
    const audit = kubectl(["--namespace=openbao", "logs", "openbao-0", "--tail=-1"]);
    expect([output, pods, audit, readFileSync(join(folder, "audit.jsonl"), "utf8"), JSON.stringify(report)].filter((text) => /npay_[0-9a-f]{48}/.test(text))).toEqual([]);
    expect(audit).toMatch(/"path":"dev\/data\/gateway\/nortepay"/);
    expect(audit).toMatch(/"service_account_name":"gateway"/);
  });

  it.each(["acknowledge", "revoke"])("made to fail at %s, everything is as before", async (step) => {
    const before = keys();
    const { code, output } = await rotate("--force-fail", step);
    expect(output).toMatch(new RegExp(`taken back, ${before[0]} is in use as before \\(${step}: made to fail\\)`));
    expect([code, keys()]).toEqual([1, before]);
    expect(await pay(false, randomUUID())).toBe(201);
  });

  it.each(storeScenarios)("$name: $expected", async ({ run: breakAndLook, outcome }) => {
    expect(await breakAndLook({ cluster: name, kubectl, ca, pay: (processor) => pay(false, randomUUID(), processor === "walletpro" ? { amount: 100 } : {}) })).toEqual(outcome);
  });

  it("rotates after all that", async () => {
    expect((await rotate()).code).toBe(0);
  });

  it("has printed no credential on any node and in any pod, which the log guard says who knows their values by fingerprints", async () => {
    const { client_token: token } = ((await logIn("gateway-dev", "dev", "gateway")).body as { auth: { client_token: string } }).auth;
    const valueOf = async (processor: string) => ((await store.call("GET", `dev/data/gateway/${processor}`, { token })).body as { data: { data: { value: string } } }).data.data.value;
    const values = Object.fromEntries(await Promise.all(["bancosur", "walletpro", "nortepay"].map(async (processor) => [processor, await valueOf(processor)])));
    const [logs, key, known, output] = ["logs", "key", "known.json", "guard.json"].map((file) => join(folder, file)) as [string, string, string, string];
    writeFileSync(key, randomBytes(32).toString("hex"));
    execFileSync(process.execPath, [join(root, "cli/index.ts"), "credential-fingerprint", "--key-file", key, "--output", known], { input: JSON.stringify(values) });
    const guard = () => run([join(root, "cli/index.ts"), "log-leak-guard", logs, "--known", known, "--key-file", key, "--format", "json", "--output", output]);
    const report = () => JSON.parse(readFileSync(output, "utf8")) as { coverage: { gaps: object[] }; findings: { ruleId: string; title: string; location: { file: string } }[] };
    for (const node of listNodes(name)) {
      mkdirSync(join(logs, node.name), { recursive: true });
      execFileSync("docker", ["cp", "--quiet", `${node.name}:/var/log/pods`, join(logs, node.name)]);
      const printed = spawnSync("docker", ["logs", node.name], { maxBuffer: 1 << 28 });
      writeFileSync(join(logs, node.name, "node.log"), Buffer.concat([printed.stdout, printed.stderr]));
    }
    expect([(await guard()).code, report().findings, report().coverage.gaps]).toEqual([0, [], []]);
    const pods = listNodes(name).flatMap((node) => readdirSync(join(logs, node.name, "pods"))).join();
    for (const pod of ["dev_gateway-", "openbao_openbao-0", "processors_"]) expect(pods).toContain(pod);
    writeFileSync(join(logs, "debug.log"), `authorization: Basic ${Buffer.from(`gateway:${values["bancosur"]}`).toString("base64")}\n`);
    expect((await guard()).code).toBe(1);
    expect(report().findings.map(({ ruleId, location }) => [ruleId, location.file])).toContainEqual(["known-value", "debug.log"]);
  });

  it("denies what network policies deny, where the cluster enforces them", ({ skip }) => {
    // a cluster without a controller lets it through: then nothing is proved, and that is said
    const probe = "const s=require('net').connect({host:process.argv[1],port:9444,timeout:4000});s.on('connect',()=>{console.log('open');process.exit()});s.on('timeout',()=>{console.log('closed');process.exit()});s.on('error',()=>{console.log('closed');process.exit()})";
    const [pod] = kubectl(["--namespace=dev", "get", "pods", "--selector=app.kubernetes.io/name=gateway", "-o", "name"]).split("\n");
    const address = kubectl(["--namespace=processors", "get", "pods", "-o", "jsonpath={.items[0].status.podIP}"]);
    const answer = kubectl(["--namespace=dev", "exec", pod ?? "", "--", "/usr/local/bin/node", "-e", probe, address]);
    skip(answer === "open", "this cluster accepts network policies and does not enforce them: denial is not covered here");
    expect(answer).toBe("closed");
  });
});
