// Changes of the gateway under load, request by request: none is lost in an update, a rotation or a drain, and a gateway without drain is caught.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findMeasurementGaps, type Measurement } from "../../src/measurement/index.ts";
import type { Load } from "../../src/rollout/index.ts";
import { unseal } from "../../tools/cluster/up.ts";
import { openGatewayLoad } from "../../tools/load/gateway-load.ts";
import { deployRelease, packBrokenRelease, requireRelease } from "../../tools/load/release.ts";
import { repeatUnderLoad, type Rounds } from "../../tools/load/rounds.ts";
import { kubectlAside, openClusterWorld, type ClusterWorld } from "./world.ts";

const RATE = 100;
const REQUESTS = 10_000;
const dev = { overlay: "dev", namespace: "dev" };
let world: ClusterWorld;
let load: Load;
let served = 0;

beforeAll(async () => {
  world = await openClusterWorld();
  load = await openGatewayLoad({ cluster: world.cluster, rate: RATE });
});
afterAll(() => world?.close());

/** The other release than the one that serves. */
function update(overlay = "dev"): Promise<void> {
  served = 1 - served;
  return requireRelease(world.releases[served] ?? world.releases[0], { cluster: world.cluster, overlay, namespace: "dev" });
}

const once = (scenario: string, change: () => Promise<unknown>) => repeatUnderLoad(scenario, load, { change, isEnough: () => true });

/** What was counted is whole: every answer is in a pod's log, every effect is somebody's. */
function expectWhole({ measurement, gaps }: Rounds): Measurement {
  expect([...gaps, ...findMeasurementGaps(measurement)]).toEqual([]);
  expect(measurement.ledgers.effects?.entries).toBeGreaterThan(0);
  return measurement;
}

const expectNothingLost = (rounds: Rounds) => expect(expectWhole(rounds)).toMatchObject({ failed: 0, failures: {}, outside: { failed: 0 } });

describe("under load", () => {
  it("updates without losing a request, and bounds what that proves", async () => {
    const rounds = await repeatUnderLoad("update", load, { change: () => update(), isEnough: (requests) => requests >= REQUESTS });
    expectNothingLost(rounds);
    const { measurement } = rounds;
    expect(measurement.requests).toBeGreaterThanOrEqual(REQUESTS);
    expect(measurement.bound.perRequest).toBeLessThanOrEqual(3 / REQUESTS);
    expect(measurement.versions.map(({ digest }) => digest).sort()).toEqual(world.releases.map(({ digest }) => digest).sort());
    expect(measurement.repeated).toBeGreaterThan(0);
  });

  it("takes back a release that never gets ready, and nobody notices", async () => {
    const broken = await packBrokenRelease(world.folder);
    expectNothingLost(await once("rollback", async () => {
      const { rollout } = await deployRelease(broken, { cluster: world.cluster, ...dev, "timeout-seconds": 30 });
      expect(rollout).toMatchObject({ outcome: "failed", rolledBack: "done" });
    }));
  });

  it("rotates credentials without losing a request", async () => {
    const processors = ["bancosur", "walletpro", "nortepay"];
    const rounds = await repeatUnderLoad("rotation", load, {
      isEnough: (requests) => requests >= REQUESTS,
      change: async (round) => {
        const { code, output } = await world.pipeline("credential-rotate", processors[round % 3] ?? "", "--context", `k3d-${world.cluster}`, "--audit", join(world.folder, "audit.jsonl"));
        expect([code, output]).toEqual([0, expect.stringContaining("the old one is refused")]);
      },
    });
    expectNothingLost(rounds);
    expect(rounds.measurement.requests).toBeGreaterThanOrEqual(REQUESTS);
  });

  it("loses nothing when a node is drained", async () => {
    const node = `k3d-${world.cluster}-agent-0`;
    expectNothingLost(await once("node-drain", async () => {
      const { code, output } = await kubectlAside(world.cluster, ["drain", node, "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=120s"]);
      expect([code, output]).toEqual([0, expect.stringContaining("drained")]);
    }));
    world.kubectl(["uncordon", node]);
  });

  it("loses nothing when a pod is ended", async () => {
    expectNothingLost(await once("pod-end", async () => {
      const pod = world.kubectl(["--namespace=dev", "get", "pods", "--selector=app.kubernetes.io/name=gateway", "-o", "jsonpath={.items[0].metadata.name}"]);
      await kubectlAside(world.cluster, ["--namespace=dev", "delete", "pod", pod]);
      await kubectlAside(world.cluster, ["--namespace=dev", "rollout", "status", "deployment/gateway", "--timeout=120s"]);
    }));
  });

  it("loses nothing while the secrets manager restarts sealed", async () => {
    expectNothingLost(await once("store-restart", async () => {
      await kubectlAside(world.cluster, ["--namespace=openbao", "delete", "pod", "openbao-0"]);
      await unseal(world.cluster);
    }));
  });

  it("charges nobody twice when a pod is killed, and counts what that cost", async () => {
    // its last log lines die with it, so the service's own ledger is incomplete here
    const { measurement } = await once("pod-kill", async () => {
      const pod = world.kubectl(["--namespace=dev", "get", "pods", "--selector=app.kubernetes.io/name=gateway", "-o", "jsonpath={.items[0].metadata.name}"]);
      await kubectlAside(world.cluster, ["--namespace=dev", "delete", "pod", pod, "--grace-period=0", "--force"]);
      await kubectlAside(world.cluster, ["--namespace=dev", "rollout", "status", "deployment/gateway", "--timeout=120s"]);
    });
    expect(measurement.requests + measurement.outside.requests).toBeGreaterThan(RATE);
    expect(measurement.failures).not.toHaveProperty("duplicate-effect");
    expect(measurement.failures).not.toHaveProperty("missing-effect");
  });

  it("catches a gateway that ends without draining", async () => {
    // the first round still ends pods that drain
    const { measurement } = await repeatUnderLoad("without-drain", load, { change: () => update("dev-without-drain"), isEnough: (_, rounds) => rounds === 3 });
    expect(measurement.failed).toBeGreaterThan(0);
    expect(measurement.bound.perRequest).toBeNull();
    await update();
  });
});
