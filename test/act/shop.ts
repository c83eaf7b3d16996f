// A caller: a small service with a Dockerfile, its manifests, and one of the examples as its workflow.
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packService } from "../../src/packer/index.ts";
import { root } from "../guards/sources.ts";

/** Registered in the engine as the base of every caller's image: this machine's Node, and nothing of the network. */
export const BASE = "pci-pipeline.test/base:act";

export async function importBase(folder: string): Promise<void> {
  const service = join(folder, "base");
  mkdirSync(service);
  writeFileSync(join(service, "package.json"), JSON.stringify({ name: "base", version: "1.0.0", main: "index.js" }));
  writeFileSync(join(service, "package-lock.json"), JSON.stringify({ name: "base", version: "1.0.0", lockfileVersion: 3, packages: { "": { name: "base", version: "1.0.0" } } }));
  writeFileSync(join(service, "index.js"), "");
  await packService({ context: service, root: service, out: join(folder, "base-image"), compression: "none" });
  execFileSync("skopeo", ["copy", "--quiet", `oci:${join(folder, "base-image")}`, `docker-archive:${join(folder, "base.tar")}:${BASE}`]);
  execFileSync("docker", ["load", "--quiet", "--input", join(folder, "base.tar")], { stdio: "ignore" });
}

/** Serves until it is told to end, then finishes what it has begun: an update costs no request. */
const server = `
const http = require("node:http");
let ready = true;
const server = http.createServer((request, response) => {
  const found = request.url === "/readyz" && !ready ? 503 : 200;
  response.writeHead(found, { "content-type": "text/plain", ...(!ready && { connection: "close" }) });
  response.end(process.env.VERSION + "\\n");
  const requestId = request.headers["x-request-id"];
  if (requestId) console.log(JSON.stringify({ requestId, status: found }));
});
server.listen(8080);
process.on("SIGTERM", () => {
  ready = false;
  setTimeout(() => server.close(() => process.exit(0)), 6000);
  setTimeout(() => server.closeIdleConnections(), 5000);
});
`;

export const example = (name: string): string => readFileSync(join(root, "reusable/examples", name), "utf8");

/** Signs the evidence in the examples that use a key. */
export function makeKey(): { key: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), publicKey: publicKey.export({ type: "spki", format: "pem" }).toString() };
}

type Shop = { readonly version: string; readonly workflows: Readonly<Record<string, string>>; readonly dockerfile?: string; readonly more?: Readonly<Record<string, string>> };

export function makeShop({ version, workflows, dockerfile = "", more = {} }: Shop): Record<string, string> {
  return {
    Dockerfile: `FROM ${BASE}\nCOPY server.cjs /app/server.cjs\nENV VERSION=${version}\n${dockerfile}CMD ["/app/server.cjs"]\n`,
    "server.cjs": server,
    "package-lock.json": JSON.stringify({ name: "shop", version: "1.0.0", lockfileVersion: 3, packages: { "": { name: "shop", version: "1.0.0" } } }),
    "package.json": JSON.stringify({ name: "shop", version: "1.0.0" }),
    ".dockerignore": ".git\n",
    ...Object.fromEntries(Object.entries(workflows).map(([name, text]) => [`.github/workflows/${name}`, text])),
    ...more,
  };
}

const NODE_PORT = 30080;

/** Production trusts what carries the environment, and nothing else. */
const issuer = "token.actions.githubusercontent.com";
const trust = {
  Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
  Condition: { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: "repo:acme/shop:environment:prod" } },
};

/** Manifests, and where they go. `address` is a node's, for the load. */
export function makeTarget({ context, namespace, address }: { context: string; namespace: string; address: string }): Record<string, string> {
  const labels = { app: "shop" };
  const probe = { httpGet: { path: "/readyz", port: 8080 }, periodSeconds: 1 };
  const container = { name: "shop", image: "pci-pipeline.test/shop", ports: [{ containerPort: 8080 }], readinessProbe: probe, securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false } };
  const deployment = {
    apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "shop" },
    spec: {
      replicas: 2, revisionHistoryLimit: 5, progressDeadlineSeconds: 40, strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } }, selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { terminationGracePeriodSeconds: 20, containers: [container] } },
    },
  };
  const service = { apiVersion: "v1", kind: "Service", metadata: { name: "shop" }, spec: { type: "NodePort", selector: labels, ports: [{ port: 80, targetPort: 8080, nodePort: NODE_PORT }] } };
  const load = { url: `http://${address}:${NODE_PORT}`, rate: 40, connections: 4, "settle-seconds": 2, requests: [{ path: "/" }] };
  const target = (over: object) => JSON.stringify({ context, namespace, kustomization: "base", deployment: "shop", container: "shop", image: "pci-pipeline.test/shop", import: "k3d", "timeout-seconds": 90, ...over });
  return {
    "deploy/base/kustomization.yaml": JSON.stringify({ resources: ["deployment.yaml", "service.yaml"], namespace }),
    "deploy/base/deployment.yaml": JSON.stringify(deployment),
    "deploy/base/service.yaml": JSON.stringify(service),
    "deploy/first.yml": target({}),
    "deploy/dev.yml": target({ load }),
    "deploy/prod.yml": target({ import: "none" }),
    "deploy/trust.json": JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
    "make-cluster": `#!/bin/sh\nkubectl --context ${context} create namespace ${namespace} --dry-run=client -o yaml | kubectl --context ${context} apply -f -\n`,
  };
}
