// What the manifests promise, read from the manifests: the numbers fit each other, and no environment is softer than it should be.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../sample-service/src/config/config.ts";

const k3d = join(import.meta.dirname, "../../k3d");
type Manifest = { kind: string; metadata: { name: string; labels?: Record<string, string> }; spec: Record<string, unknown> };
const read = (path: string): Manifest[] => loadAll(readFileSync(join(k3d, path), "utf8")) as Manifest[];
const files = readdirSync(k3d, { recursive: true, encoding: "utf8" }).filter((path) => /\.(ya?ml|hcl|json)$/.test(path));

type Container = { env: { name: string; value?: string }[]; lifecycle: { preStop: { sleep: { seconds: number } } }; readinessProbe: { httpGet: { path: string; port: string } }; securityContext: object };
type Spec = { strategy: { rollingUpdate: object }; template: { spec: { terminationGracePeriodSeconds: number; containers: Container[]; automountServiceAccountToken: boolean } } };
const [deployment] = read("base/deployment.yaml") as unknown as { spec: Spec }[];
const pod = deployment?.spec.template.spec;
const container = pod?.containers[0];

describe("the gateway's deployment", () => {
  it("gives termination more time than preStop and every part of the drain need together", () => {
    const environment = Object.fromEntries(container?.env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])) ?? []);
    const config = parseConfig(environment);
    const seconds = (container?.lifecycle.preStop.sleep.seconds ?? 0) + (config.drainDelayMs + config.drainIdleMs + config.drainDeadlineMs) / 1000;
    expect(seconds).toBe(28);
    expect((pod?.terminationGracePeriodSeconds ?? 0) - seconds).toBeGreaterThanOrEqual(5);
    // a payment that began with the last moment may take as long as its processor may
    expect(config.drainDeadlineMs).toBeGreaterThan(config.processorTimeoutMs);
    // endpoints are forgotten within preStop, and the kubelet's probe turns within the delay
    expect(container?.lifecycle.preStop.sleep.seconds).toBeGreaterThanOrEqual(5);
  });

  it("takes no pod away before another one is ready, and none into traffic without credentials", () => {
    expect(deployment?.spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
    expect(container?.readinessProbe.httpGet).toMatchObject({ path: "/readyz", port: "internal" });
    expect(pod?.automountServiceAccountToken).toBe(false);
  });

  it("holds no value: credentials come from the store, certificates from the cluster", () => {
    const names = container?.env.map(({ name }) => name) ?? [];
    expect(names.filter((name) => /SECRET|PASSWORD|API_KEY|TOKEN$/.test(name))).toEqual([]);
    expect(files.flatMap((path) => (/\.ya?ml$/.test(path) ? read(path) : [])).filter((document) => document?.kind === "Secret")).toEqual([]);
  });
});

describe("environments", () => {
  it.each(["dev", "staging", "prod"])("%s is held to restricted pods and images by digest, and has roles of its own", (environment) => {
    expect(read(`overlays/${environment}/namespace.yaml`)[0]?.metadata.labels).toMatchObject({
      "pod-security.kubernetes.io/enforce": "restricted", "pci-pipeline.local/images": "by-digest", "pci-pipeline.local/environment": environment,
    });
    for (const service of ["gateway", "webhooks", "rotation"]) {
      const role = JSON.parse(readFileSync(join(k3d, `openbao/roles/${service}-${environment}.json`), "utf8")) as Record<string, unknown>;
      expect(role).toMatchObject({ bound_service_account_names: [service], bound_service_account_namespaces: [environment], audience: "openbao", token_policies: [`${service}-${environment}`], token_no_default_policy: true });
      const policy = readFileSync(join(k3d, `openbao/policies/${service}-${environment}.hcl`), "utf8");
      const paths = [...policy.matchAll(/^path "([^"]+)"/gm)].map(([, path = ""]) => path);
      expect(paths.filter((path) => !path.startsWith(`${environment}/`))).toEqual(["auth/token/renew-self"]);
      if (service !== "rotation") expect(policy).not.toMatch(/create|delete|sudo|list|patch/);
    }
  });

  it("no role and no policy is for builds, and only rotation may write credentials", () => {
    const roles = readdirSync(join(k3d, "openbao/roles")).map((file) => readFileSync(join(k3d, "openbao/roles", file), "utf8"));
    expect(roles.length).toBe(10);
    expect(roles.filter((text) => /"build"|"\*"|"default"/.test(text))).toEqual([]);
    const writers = readdirSync(join(k3d, "openbao/policies")).filter((file) => /path "(dev|staging|prod)\/data[^}]*(create|update)/s.test(readFileSync(join(k3d, "openbao/policies", file), "utf8")));
    expect(writers).toEqual(["rotation-dev.hcl", "rotation-prod.hcl", "rotation-staging.hcl"]);
  });

  it("no store is started in its development mode, which is unsealed, in memory and without TLS", () => {
    const all = files.map((path) => readFileSync(join(k3d, path), "utf8"));
    expect(all.length).toBeGreaterThan(30);
    expect(all.filter((text) => /(^|[\s"'[,])-dev\b|dev-root-token|tls_disable|unsafe_allow_api_audit/m.test(text))).toEqual([]);
  });
});
