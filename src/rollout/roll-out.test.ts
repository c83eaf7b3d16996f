// The course of a deployment on a made-up cluster: what comes before what, what stops it, and what it leaves behind.
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { composeReport } from "../finding/index.ts";
import { measure, type Round } from "../measurement/index.ts";
import { explainKubectl, type Ports } from "./cluster/kubectl.ts";
import { toRolloutExamination } from "./examination.ts";
import { expected, foreignDigest } from "./judgement/specimen.ts";
import type { Order } from "./order.ts";
import { rollOut } from "./roll-out.ts";
import { targetSchema } from "./target.ts";
import { FakeCluster } from "./testing/fake-cluster.ts";

const former = `${expected.image}@${foreignDigest}`;
const target = targetSchema.parse({
  context: "k3d-x", namespace: "dev", kustomization: "k", deployment: expected.deployment, container: expected.container, image: expected.image, import: "k3d",
});
const now = new Date("2026-05-06T07:08:09.000Z");
let folder: string;
let order: Order;
let cluster: FakeCluster;
let log: string[];

async function writeBlob(layout: string, content: string): Promise<string> {
  const hex = createHash("sha256").update(content).digest("hex");
  await writeFile(join(layout, "blobs/sha256", hex), content);
  return `sha256:${hex}`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "roll-out-"));
  const layout = join(folder, "layout");
  await mkdir(join(layout, "blobs/sha256"), { recursive: true });
  const [config, layer] = [await writeBlob(layout, "{}"), await writeBlob(layout, "layer")];
  const digest = await writeBlob(layout, JSON.stringify({ config: { digest: config }, layers: [{ digest: layer }] }));
  await writeFile(join(layout, "index.json"), JSON.stringify({ manifests: [{ digest }] }));
  await writeFile(join(layout, "oci-layout"), "{}");
  order = { target, kustomization: folder, layout, digest };
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  cluster = new FakeCluster();
  cluster.digest = order.digest;
  log = [];
});

const ports = (signal = new AbortController().signal): Ports => ({ run: cluster.run, now: () => now, log: (line) => void log.push(line), wait: async () => undefined, signal });
const attested = () => `${expected.image}@${order.digest}`;
const indexOf = (start: RegExp) => cluster.calls.findIndex((line) => start.test(line));
const touched = () => cluster.calls.some((line) => /kubectl (apply(?!.*dry-run)|rollout)/.test(line));
const ids = (rollout: Awaited<ReturnType<typeof rollOut>>) => [...new Set(rollout.findings.map(({ ruleId }) => ruleId))];

describe("rollOut", () => {
  it("imports into every node, applies once, waits, and looks at every pod", async () => {
    const rollout = await rollOut(order, ports());
    expect(rollout).toMatchObject({ outcome: "completed", rolledBack: "not-needed", findings: [], gaps: [], checks: 8, serverVersion: "v1.36.3" });
    expect(rollout.workload?.pods.map(({ digest }) => digest)).toEqual([order.digest, order.digest]);
    expect([...cluster.images.values()].every((held) => held.has(attested()))).toBe(true);
    const course = [/images import/, /dry-run/, /apply -k \S+$/, /rollout status/].map(indexOf);
    expect(course).toEqual(course.toSorted((a, b) => a - b));
    expect(course).not.toContain(-1);
    expect(cluster.calls.filter((line) => /apply -k \S+$/.test(line))).toHaveLength(1);
    expect(indexOf(/undo/)).toBe(-1);
  });

  it("imports again where a node does not list the image, and not where it does", async () => {
    cluster.idleImports = 2;
    expect((await rollOut(order, ports())).outcome).toBe("completed");
    cluster.calls.length = 0;
    expect((await rollOut(order, ports())).outcome).toBe("completed");
    expect(indexOf(/images import/)).toBe(-1);
  });

  it("takes back what does not get ready, while the former version serves on", async () => {
    cluster.revisions = [{ number: 1, image: former }];
    cluster.broken.add(attested());
    const rollout = await rollOut(order, ports());
    expect(rollout).toMatchObject({ outcome: "failed", rolledBack: "done" });
    expect(ids(rollout)).toEqual(["rollout-not-completed", "rollout-pod-not-ready"]);
    expect(rollout.workload?.image).toBe(former);
    expect(rollout.workload?.pods.map(({ digest, ready }) => [digest, ready])).toEqual([[foreignDigest, true], [foreignDigest, true]]);
  });

  it("fails on pods that run another image than the template names", async () => {
    cluster.swapped = foreignDigest;
    const rollout = await rollOut(order, ports());
    expect(rollout).toMatchObject({ outcome: "failed", rolledBack: "nothing-to-return-to" });
    expect(ids(rollout)).toEqual(["rollout-digest-differs"]);
  });

  it("says so when taking back does not work", async () => {
    cluster.revisions = [{ number: 1, image: former }];
    cluster.broken.add(attested());
    cluster.overrides.set("kubectl rollout undo", { kind: "ended", code: 1, stdout: "", stderr: "forbidden" });
    const rollout = await rollOut(order, ports());
    expect(rollout).toMatchObject({ outcome: "failed", rolledBack: "failed" });
    expect(ids(rollout)).toContain("rollout-not-returned");
  });

  it("takes objects without a specification for what they are", async () => {
    cluster.rendered = [{ kind: "ServiceAccount", metadata: { name: "gateway" } }, { kind: "ConfigMap", metadata: { name: "x" }, data: {} }];
    expect((await rollOut(order, ports())).findings).toEqual([]);
  });

  it.each<[string, string, () => void, Partial<Order>?]>([
    ["a node that keeps losing the image", "rollout-image-not-imported", () => { cluster.idleImports = 99; }],
    ["no docker", "rollout-image-not-imported", () => { cluster.overrides.set("docker", { kind: "absent" }); }],
    ["a Secret beside the code", "rollout-manifest-refused", () => { cluster.rendered = [{ kind: "Secret", metadata: { name: "x" } }]; }],
    ["a manifest that the cluster refuses", "rollout-manifest-refused", () => { cluster.overrides.set("kubectl apply", { kind: "ended", code: 1, stdout: "", stderr: "is invalid" }); }],
    ["no folder", "rollout-manifest-refused", () => {}, { kustomization: "/nowhere" }],
    ["another image on disk", "rollout-digest-differs", () => {}, { digest: foreignDigest }],
  ])("changes nothing on %s", async (_, ruleId, arrange, change = {}) => {
    arrange();
    const rollout = await rollOut({ ...order, ...change }, ports());
    expect(rollout.outcome).toBe("not-started");
    expect(ids(rollout)).toEqual([ruleId]);
    expect(cluster.revisions).toEqual([]);
  });

  it.each(["kubectl version", "kubectl get deployments"])("is inconclusive, and touches nothing, where the cluster does not answer %s", async (question) => {
    cluster.overrides.set(question, { kind: "ended", code: 1, stdout: "", stderr: "connection refused" });
    const rollout = await rollOut(order, ports());
    expect(rollout).toMatchObject({ outcome: "not-started", findings: [] });
    expect(rollout.gaps).toHaveLength(1);
    expect(touched()).toBe(false);
    const tool = { name: "pci-pipeline", version: "0", rules: { count: 1, sha256: "" } } as const;
    expect(composeReport(toRolloutExamination({ rollout }, { order, tool }), { failOn: "medium", waivers: [], baseline: new Set(), now }).verdict).toBe("inconclusive");
  });

  it.each([/images import/, /apply -k \S+$/, /rollout status/])("stops at once when it is interrupted at %s", async (at) => {
    const controller = new AbortController();
    cluster.onCall = (line) => {
      if (at.test(line)) controller.abort();
    };
    await expect(rollOut(order, ports(controller.signal))).rejects.toThrow(/abort/i);
    expect(indexOf(/undo/)).toBe(-1);
  });

  it("takes back a rollout that costs more requests than it may, and says so", async () => {
    cluster.revisions = [{ number: 1, image: former }];
    let asked = 0;
    let waits = 0;
    const rollout = await rollOut({ ...order, isBudgetSpent: () => ++asked > 1 }, {
      ...ports(), run: async (program, args, options) => {
        if (args[1] !== "rollout" || args[2] !== "status" || ++waits > 1) return cluster.run(program, args, options);
        await new Promise((resolve) => options?.signal?.addEventListener("abort", resolve));
        throw options?.signal?.reason;
      },
    });
    expect(rollout).toMatchObject({ outcome: "failed", rolledBack: "done" });
    expect(rollout.findings.map(({ title }) => title).join()).toContain("error budget");
    expect(cluster.revisions.at(-1)?.image).toBe(former);
  });

  it("holds lost requests and holes in the count against the rollout", async () => {
    const rollout = await rollOut(order, ports());
    const tool = { name: "pci-pipeline", version: "0", rules: { count: 1, sha256: "" } } as const;
    const round = (kind: "refused" | "answered"): Round => ({
      samples: [{ id: "a", key: null, lane: "kept", intended: 1, sent: 1, ended: 2, answer: kind === "answered" ? { kind, status: 200, pod: null } : { kind } }],
      window: { from: 0, to: 2 }, events: [], digests: new Map(), ledgers: { service: null, effects: null },
    });
    const report = (kind: "refused" | "answered", gaps: string[] = []) => {
      const measurement = measure([round(kind)], { scenario: "update", ratePerSecond: 1, errorBudget: 0 });
      return composeReport(toRolloutExamination({ rollout, counted: { measurement, gaps } }, { order, tool }), { failOn: "medium", waivers: [], baseline: new Set(), now });
    };
    expect(report("answered")).toMatchObject({ verdict: "pass", facts: { measurement: { requests: 1, failed: 0 } } });
    expect(report("answered", ["the ledger is not there"]).verdict).toBe("inconclusive");
    expect(report("refused").findings.map(({ ruleId }) => ruleId)).toEqual(["rollout-requests-failed"]);
  });

  it("lets no word of kubectl's errors out", async () => {
    const planted = "planted-5d1c77";
    for (const question of ["kubectl version", "kubectl get nodes", "kubectl apply", "kubectl rollout status", "kubectl rollout undo"]) {
      cluster.overrides.clear();
      cluster.revisions = [{ number: 1, image: former }];
      cluster.overrides.set(question, { kind: "ended", code: 1, stdout: "", stderr: `error: ${planted}` });
      expect(JSON.stringify([await rollOut(order, ports()), log])).not.toContain(planted);
    }
  });
});

describe("explainKubectl", () => {
  it.each([
    ['error: context "x" does not exist', /no such context/],
    ["The connection to the server 127.0.0.1:1 was refused", /does not answer/],
    ["error: You must be logged in to the server (Unauthorized)", /identity/],
    ['Error from server (Forbidden): deployments is forbidden: User "u"', /may not/],
    ['Error from server (Forbidden): pods violates PodSecurity "restricted"', /admission/],
    ["error: accumulating resources: x", /kustomization/],
    ["anything else", /code 7/],
  ])("%s", (stderr, sentence) => expect(explainKubectl(stderr, { context: "x", code: 7 })).toMatch(sentence));
});
