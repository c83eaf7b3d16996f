// The ports of a rotation for one environment of a cluster, with what was opened for them closed at the end.
import { logInToOpenbao, openOpenbaoBackend, openSecretStore, type AuditEvent, type Connect } from "../../secret-store/index.ts";
import type { RotationConfig } from "../config.ts";
import type { Ports } from "../ports.ts";
import { openKubernetesConsumers } from "./consumers.ts";
import { openKubectlRaw, type KubectlRaw, type Tunnel } from "./kubectl-raw.ts";
import { openProcessorPortal } from "./processor-portal.ts";

type World = Pick<Ports, "now" | "wait" | "nonce" | "log"> & { record(event: AuditEvent): Promise<void>; connect(ca: string): Connect; readonly signal?: AbortSignal };
export type OpenedCluster = { readonly ports: Ports; close(): void };

/** Rejects with a sentence where something cannot be reached. */
export async function openCluster(config: RotationConfig, processor: string, world: World): Promise<OpenedCluster> {
  const kubectl = openKubectlRaw(config.context, world.signal);
  const { namespace, authority, processors } = config;
  const path = authority.key.replaceAll(".", "\\.");
  const ca = await kubectl.ask([`--namespace=${namespace}`, "get", "configmap", authority.configmap, "-o", `jsonpath={.data.${path}}`]);
  const tunnels: Tunnel[] = [];
  const open = async (place: { namespace: string; target: string; port: number }): Promise<number> => {
    const tunnel = await kubectl.open(place);
    tunnels.push(tunnel);
    return tunnel.port;
  };
  const close = (): void => tunnels.forEach((tunnel) => tunnel.close());
  try {
    const backend = await openBackend(config, kubectl, { connect: world.connect(ca), port: await open(config.store), now: world.now });
    const port = await open({ ...processors, target: `service/${processor}` });
    const portalPort = await open({ namespace: processors.namespace, target: processors.portal, port: processors["portal-port"] });
    const actor = `system:serviceaccount:${namespace}:${config.store["service-account"]}`;
    const ports: Ports = {
      ...world,
      store: openSecretStore(backend, { actor, now: world.now, record: world.record }),
      processor: openProcessorPortal({ processor, account: processors.account, port, portalPort, ca, now: world.now }),
      consumers: openKubernetesConsumers(kubectl, { namespace, selector: config.selector, internalPort: config["internal-port"], processor }),
    };
    return { ports, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** A token lives shorter than a slow rotation: a new one is asked for when half of its time is over. */
async function openBackend(config: RotationConfig, kubectl: KubectlRaw, { connect, port, now }: { connect: Connect; port: number; now: () => Date }): Promise<ReturnType<typeof openOpenbaoBackend>> {
  const { store, namespace } = config;
  const url = `https://127.0.0.1:${port}`;
  let grant: { token: string; until: number } | undefined;
  const token = async (): Promise<string> => {
    if (grant === undefined || now().getTime() > grant.until) {
      const jwt = await kubectl.ask([`--namespace=${namespace}`, "create", "token", store["service-account"], `--audience=${store.audience}`, "--duration=10m"]);
      const login = await logInToOpenbao({ url, connect, authPath: store["auth-path"], role: store.role, jwt: jwt.trim() });
      grant = { token: login.token, until: now().getTime() + login.seconds * 500 };
    }
    return grant.token;
  };
  await token();
  return openOpenbaoBackend({ url, mount: store.mount, connect, token });
}
