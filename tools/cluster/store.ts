// OpenBao in the cluster: initialised once, unsealed whenever it is sealed, set up as the files in k3d/openbao say. The root token
// lives for the first set-up only; later ones log in as the operator's service account.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openKubectlRaw, type Tunnel } from "../../src/rotation/index.ts";
import type { Kubectl } from "./command.ts";
import { readState, writeState } from "./state.ts";
import { environments } from "./trust.ts";
import { callTunnel, NotAsked, type Answer } from "./tunnel.ts";

/** On the operator's machine. `rootToken` is there only while the first set-up is not done. */
type Keys = { readonly unsealKeys: readonly string[]; readonly rootToken?: string };
export type Store = { call(method: string, path: string, options?: { token?: string; body?: object }): Promise<Answer>; close(): void };

const folder = join(import.meta.dirname, "../../k3d/openbao");
const STARTING_POLLS = 120;

/**
 * The pod, sealed or not; to the pod and not to the Service, since a sealed store is not ready, and so behind no Service.
 * Where no connection comes about the tunnel is opened anew, for as long as a pod may take to start.
 */
export async function openStore(cluster: string, ca: string): Promise<Store> {
  const { open } = openKubectlRaw(`k3d-${cluster}`);
  let tunnel: Tunnel | undefined;
  const close = (): void => {
    tunnel?.close();
    tunnel = undefined;
  };
  const call: Store["call"] = async (method, path, options = {}) => {
    for (let poll = 0; ; poll++) {
      try {
        tunnel ??= await open({ namespace: "openbao", target: "pod/openbao-0", port: 8200 }).catch((error: unknown) => { throw new NotAsked(String(error)); });
        return await callTunnel(tunnel.port, { ca, serverName: "openbao.openbao.svc", method, path: `/v1/${path}`, ...options });
      } catch (error) {
        close();
        if (!(error instanceof NotAsked) || poll === STARTING_POLLS) throw error;
        await sleep(500);
      }
    }
  };
  await call("GET", "sys/seal-status");
  return { call, close };
}

/** Throws where the store was initialised from another machine. Does nothing to a store that is open. */
export async function unsealStore(cluster: string, store: Store): Promise<void> {
  const { initialized, sealed } = expectOk(await store.call("GET", "sys/seal-status"), "seal-status").body as { initialized: boolean; sealed: boolean };
  if (!initialized) await initialise(cluster, store);
  if (initialized && !sealed) return;
  const keys = readState<Keys>(cluster, "openbao");
  if (keys === undefined) throw new Error("the keys that unseal the store are not on this machine; run npm run cluster:down and then cluster:up for a new one");
  for (const key of keys.unsealKeys) expectOk(await store.call("POST", "sys/unseal", { body: { key } }), "unseal");
  for (let poll = 0; (await store.call("GET", "sys/health")).status !== 200; poll++) {
    if (poll === STARTING_POLLS) throw new Error("the store does not become active");
    await sleep(250);
  }
}

async function initialise(cluster: string, store: Store): Promise<void> {
  const { body } = expectOk(await store.call("POST", "sys/init", { body: { secret_shares: 1, secret_threshold: 1 } }), "init");
  const { keys_base64: unsealKeys, root_token: rootToken } = body as { keys_base64: string[]; root_token: string };
  writeState(cluster, "openbao", { unsealKeys, rootToken } satisfies Keys);
}

/** As often as one likes: what is there already is written again as the files have it now. */
export async function setUpStore(cluster: string, { kubectl, store }: { kubectl: Kubectl; store: Store }): Promise<void> {
  const keys = readState<Keys>(cluster, "openbao");
  const token = keys?.rootToken ?? (await logIn(store, { kubectl, namespace: "openbao", account: "store-operator", role: "operator" }));
  const write = async (path: string, body: object): Promise<void> => void expectOk(await store.call("POST", path, { token, body }), path);
  const [methods, mounts] = [await listPaths(store, "sys/auth", token), await listPaths(store, "sys/mounts", token)];
  if (!methods.includes("kubernetes/")) await write("sys/auth/kubernetes", { type: "kubernetes" });
  await write("auth/kubernetes/config", { kubernetes_host: "https://kubernetes.default.svc" });
  for (const environment of environments) {
    if (!mounts.includes(`${environment}/`)) await write(`sys/mounts/${environment}`, { type: "kv", options: { version: "2" }, description: `credentials of ${environment}` });
    // a write that does not say which version it follows is refused
    await setUpMount(write, environment);
  }
  for (const file of readdirSync(join(folder, "policies"))) await write(`sys/policies/acl/${file.replace(/\.hcl$/, "")}`, { policy: readFileSync(join(folder, "policies", file), "utf8") });
  for (const file of readdirSync(join(folder, "roles"))) await write(`auth/kubernetes/role/${file.replace(/\.json$/, "")}`, JSON.parse(readFileSync(join(folder, "roles", file), "utf8")) as object);
  await store.call("POST", "auth/token/revoke-self", { token, body: {} });
  if (keys?.rootToken !== undefined) writeState(cluster, "openbao", { unsealKeys: keys.unsealKeys } satisfies Keys);
}

/** A new KV v2 mount says "upgrading" for a moment. */
async function setUpMount(write: (path: string, body: object) => Promise<void>, environment: string): Promise<void> {
  for (let poll = 0; ; poll++) {
    try {
      return await write(`${environment}/config`, { cas_required: true, max_versions: 20 });
    } catch (error) {
      if (poll === 20) throw error;
      await sleep(250);
    }
  }
}

async function listPaths(store: Store, path: string, token: string): Promise<string[]> {
  const { body } = expectOk(await store.call("GET", path, { token }), path);
  return Object.keys((body as { data: object }).data);
}

/** A short token of the store for a service account, as its pods would get it. */
export async function logIn(store: Store, { kubectl, namespace, account, role }: { kubectl: Kubectl; namespace: string; account: string; role: string }): Promise<string> {
  const jwt = kubectl([`--namespace=${namespace}`, "create", "token", account, "--audience=openbao", "--duration=10m"]);
  const { body } = expectOk(await store.call("POST", "auth/kubernetes/login", { body: { role, jwt } }), `login as ${role}`);
  return (body as { auth: { client_token: string } }).auth.client_token;
}

function expectOk(answer: Answer, what: string): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`the store answers ${answer.status} to ${what}`);
}
