// The gateway itself into the cluster, without the pipeline: for tests of the service and of the measurement. What users run is
// `bin/pci-pipeline run`, which deploys nothing but an attested image.
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { openKubectl } from "./command.ts";
import { importImage, type Image } from "./images.ts";
import { listNodes, type environments } from "./trust.ts";
import { applyWithImages, waitForRollout } from "./workloads.ts";

export type Environment = (typeof environments)[number];

/** As k3d/overlays give them. */
export const gatewayPorts: { readonly [E in Environment]: number } = { dev: 30_443, staging: 30_453, prod: 30_463 };

const POLL_MS = 250;
const POLLS = 240;

/** Resolves when the rollout is through and every node leads to it. */
export async function deployGateway(cluster: string, { image, environment }: { image: Image; environment: Environment }): Promise<void> {
  await importImage(listNodes(cluster).map(({ name }) => name), image);
  applyWithImages(openKubectl(cluster), `overlays/${environment}`, [image]);
  waitForRollout(cluster, { namespace: environment, workload: "deployment/gateway", seconds: 120 });
  await waitForGateway(cluster, environment);
}

/**
 * Resolves when every node takes connections for the gateway: a rollout is through when its pods are ready, and the proxy of a node
 * refuses connections until it has heard of them, a moment later. Throws what it met after a minute without.
 */
export async function waitForGateway(cluster: string, environment: Environment): Promise<void> {
  const port = gatewayPorts[environment];
  await Promise.all(listNodes(cluster).map(async ({ name, address }) => {
    for (let poll = 1; ; poll++) {
      const why = await tryConnection(address, port);
      if (why === undefined) return;
      if (poll === POLLS) throw new Error(`${name} takes no connection for the gateway in ${environment}: ${why}`);
      await sleep(POLL_MS);
    }
  }));
}

function tryConnection(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (why?: string): void => {
      socket.destroy();
      resolve(why);
    };
    socket.on("connect", () => end()).on("timeout", () => end("no answer")).on("error", ({ message }) => end(message));
  });
}
