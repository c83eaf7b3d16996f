// DESIGN.md's failures of cluster and image, each with the outcome that it promises. Those of store and credentials: store-scenarios.ts.
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Load } from "../../src/rollout/index.ts";
import { openGatewayLoad } from "../../tools/load/gateway-load.ts";
import { deployRelease, packBrokenRelease, packRelease } from "../../tools/load/release.ts";
import { repeatUnderLoad } from "../../tools/load/rounds.ts";
import { kubectlAside, openClusterWorld, type ClusterWorld } from "./world.ts";

let world: ClusterWorld;
let load: Load;
const dev = () => ({ cluster: world.cluster, overlay: "dev", namespace: "dev" });

beforeAll(async () => {
  world = await openClusterWorld();
  load = await openGatewayLoad({ cluster: world.cluster, rate: 20 });
});
afterAll(() => world?.close());

/** Digests that ready pods run. */
function listServing(): string[] {
  const { items } = JSON.parse(world.kubectl(["--namespace=dev", "get", "pods", "--selector=app.kubernetes.io/name=gateway", "-o", "json"])) as { items: { metadata: { deletionTimestamp?: string }; status: { containerStatuses?: { imageID: string; ready: boolean }[] } }[] };
  return items.flatMap(({ status: { containerStatuses = [] } }) => containerStatuses.filter(({ ready }) => ready).map(({ imageID }) => imageID.split("@")[1] ?? ""));
}

describe("when things fail", () => {
  it("an image that never gets ready: taken back, the former version serves", async () => {
    const { rollout } = await deployRelease(await packBrokenRelease(world.folder), { ...dev(), "timeout-seconds": 30 });
    expect(rollout).toMatchObject({ outcome: "failed", rolledBack: "done" });
    expect(new Set(listServing())).toEqual(new Set([world.releases[0].digest]));
  });

  it("a registry that is gone: taken back, the former version serves", async () => {
    const { rollout } = await deployRelease(await packRelease(world.folder, "nowhere"), { ...dev(), import: "none", "timeout-seconds": 30 });
    expect(rollout).toMatchObject({ outcome: "failed", rolledBack: "done" });
    expect(rollout.findings.map(({ title }) => title).join()).toMatch(/ImagePullBackOff|ErrImagePull|time ran out/);
    expect(new Set(listServing())).toEqual(new Set([world.releases[0].digest]));
  });

  it("a node that is lost: the other one answers, nobody is charged twice, and the count says what it cost", async () => {
    const node = `k3d-${world.cluster}-agent-1`;
    const { measurement } = await repeatUnderLoad("node-lost", load, {
      isEnough: () => true,
      change: async () => {
        world.docker("pause", node);
        // the control plane gives a silent node 40 to 50 seconds before it takes its pods' addresses away
        await kubectlAside(world.cluster, ["wait", "--for=condition=Ready=Unknown", `node/${node}`, "--timeout=120s"]);
        await pause(15_000);
      },
    });
    world.docker("unpause", node);
    const last = measurement.timeline.slice(-5, -1);
    expect(last.map(({ failed }) => failed)).toEqual(last.map(() => 0));
    expect(measurement.failures).not.toHaveProperty("duplicate-effect");
    expect(measurement.failures).not.toHaveProperty("missing-effect");
  });
});
