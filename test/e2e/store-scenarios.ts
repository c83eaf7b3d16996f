// What must happen in the cluster when the store or a credential fails, each as a function that breaks something, looks, and repairs it.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Kubectl } from "../../tools/cluster/command.ts";
import { provisionCredentials } from "../../tools/cluster/provision.ts";
import { logIn, openStore, type Store } from "../../tools/cluster/store.ts";
import { unseal } from "../../tools/cluster/up.ts";

export type Scene = {
  readonly cluster: string;
  readonly kubectl: Kubectl;
  /** PEM text of the local CA. */
  readonly ca: string;
  /** One payment over a connection of its own, routed to the processor; gives the status, 0 where there was no answer. */
  pay(processor: "walletpro" | "nortepay"): Promise<number>;
};
type Scenario = { readonly name: string; readonly expected: string; run(scene: Scene): Promise<Record<string, unknown>>; readonly outcome: Record<string, unknown> };

const ADMINISTRATION = "/api/v1/namespaces/processors/services/https:administration:https/proxy";
type Described = { readonly current: { readonly id: string; readonly version: number } | null; readonly rejected: { readonly version: number; readonly reason: string } | null };

/** Statuses of `count` payments, each once. */
async function payMany(scene: Scene, processor: "walletpro" | "nortepay", count = 20): Promise<number[]> {
  const statuses = await Promise.all(Array.from({ length: count }, () => scene.pay(processor)));
  return [...new Set(statuses)].sort();
}

/** Names of those that run and are not about to end, sorted. */
function listPods({ kubectl }: Scene): string[] {
  const listed = JSON.parse(kubectl(["--namespace=dev", "get", "pods", "--selector=app.kubernetes.io/name=gateway", "--field-selector=status.phase=Running", "-o", "json"])) as {
    items: { metadata: { name: string; deletionTimestamp?: string } }[];
  };
  return listed.items.filter(({ metadata }) => metadata.deletionTimestamp === undefined).map(({ metadata }) => metadata.name).sort();
}

/** What each pod says of a processor's credential; told to look first. */
function reload(scene: Scene, processor: string): Described[] {
  return listPods(scene).map((pod) => {
    const answer = scene.kubectl(["create", "--raw", `/api/v1/namespaces/dev/pods/https:${pod}:8081/proxy/reload-credentials`, "-f", "-"], "{}");
    return (JSON.parse(answer) as { credentials: Record<string, Described> }).credentials[processor] ?? { current: null, rejected: null };
  });
}

async function withStore<T>({ cluster, ca }: Scene, act: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(cluster, ca);
  return act(store).finally(() => store.close());
}

/** A new one for whatever the processor does not accept any more. */
function repairCredentials(scene: Scene): Promise<void> {
  return withStore(scene, (store) => provisionCredentials(scene.kubectl, store));
}

const rolledOut = ({ kubectl }: Scene, seconds: number): boolean => {
  try {
    kubectl(["--namespace=dev", "rollout", "status", "deployment/gateway", `--timeout=${seconds}s`]);
    return true;
  } catch {
    return false;
  }
};

const storeDownAtStart: Scenario = {
  name: "store down at start",
  expected: "new pods get no traffic and the update waits; the old pods serve on; it completes by itself once the store is there",
  outcome: { completedWithout: false, payments: [201], completedWith: true },
  run: async (scene) => {
    scene.kubectl(["--namespace=openbao", "scale", "statefulset/openbao", "--replicas=0"]);
    scene.kubectl(["--namespace=openbao", "wait", "--for=delete", "pod/openbao-0", "--timeout=60s"]);
    scene.kubectl(["--namespace=dev", "rollout", "restart", "deployment/gateway"]);
    const completedWithout = rolledOut(scene, 15);
    const payments = await payMany(scene, "nortepay");
    scene.kubectl(["--namespace=openbao", "scale", "statefulset/openbao", "--replicas=1"]);
    await unseal(scene.cluster);
    return { completedWithout, payments, completedWith: rolledOut(scene, 180) };
  },
};

const storeDownAtRun: Scenario = {
  name: "store down at run",
  expected: "the pods serve on with what they have, stay ready, and take the next version once the store is back",
  outcome: { payments: [201], ready: true, reached: true },
  run: async (scene) => {
    scene.kubectl(["--namespace=openbao", "delete", "pod", "openbao-0", "--wait=true"]);
    reload(scene, "nortepay");
    const payments = await payMany(scene, "nortepay");
    const ready = scene.kubectl(["--namespace=dev", "get", "deployment", "gateway", "-o", "jsonpath={.status.unavailableReplicas}"]) === "";
    await unseal(scene.cluster);
    scene.kubectl(["--namespace=openbao", "rollout", "status", "statefulset/openbao", "--timeout=60s"]);
    return { payments, ready, reached: await until(() => reload(scene, "nortepay").every(({ current }) => current !== null)) };
  },
};

const credentialExpired: Scenario = {
  name: "credential expired",
  expected: "its payments are refused and nothing is charged, the other processors' go through; a new version is taken without a restart",
  outcome: { expired: [502], others: [201], repaired: [201], restarted: false },
  run: async (scene) => {
    const before = listPods(scene).join();
    const { keys } = JSON.parse(scene.kubectl(["get", "--raw", `${ADMINISTRATION}/walletpro/keys?account=dev`])) as { keys: { id: string; state: string }[] };
    for (const { id } of keys) scene.kubectl(["create", "--raw", `${ADMINISTRATION}/walletpro/revoke-key?account=dev&id=${id}`, "-f", "-"], "{}");
    const [expired, others] = [await payMany(scene, "walletpro"), await payMany(scene, "nortepay")];
    await repairCredentials(scene);
    reload(scene, "walletpro");
    return { expired, others, repaired: await payMany(scene, "walletpro"), restarted: listPods(scene).join() !== before };
  },
};

const badCredential: Scenario = {
  name: "bad credential published",
  expected: "no pod takes it, each says so, payments go on; the repaired version is taken",
  outcome: { rejected: ["refused-by-processor"], payments: [201], repaired: true },
  run: async (scene) => {
    const formerVersion = reload(scene, "nortepay")[0]?.current?.version ?? 0;
    const path = "dev/data/gateway/nortepay";
    await withStore(scene, async (store) => {
      const token = await logIn(store, { kubectl: scene.kubectl, namespace: "dev", account: "rotation", role: "rotation-dev" });
      const bad = { id: "dev-bad", value: randomBytes(24).toString("hex") };
      await store.call("POST", path, { token, body: { data: bad, options: { cas: formerVersion } } });
    });
    const rejected = [...new Set(reload(scene, "nortepay").map((described) => described.rejected?.reason))];
    const payments = await payMany(scene, "nortepay");
    await repairCredentials(scene);
    return { rejected, payments, repaired: await until(() => reload(scene, "nortepay").every(({ current }) => (current?.version ?? 0) > formerVersion + 1)) };
  },
};

async function until(done: () => boolean): Promise<boolean> {
  for (let poll = 0; poll < 60; poll++) {
    if (done()) return true;
    await sleep(500);
  }
  return false;
}

/** `run` gives what was seen, which should equal `outcome`; `expected` says the same in words. */
export const storeScenarios: readonly Scenario[] = [storeDownAtStart, storeDownAtRun, credentialExpired, badCredential];
