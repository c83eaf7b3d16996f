// Sees to it that each environment's store holds, for each processor, a credential that the processor accepts. The processor makes it;
// it passes through this process's memory into the store and is shown nowhere.
import type { Kubectl } from "./command.ts";
import { logIn, type Store } from "./store.ts";
import { environments } from "./trust.ts";

export const processors = ["bancosur", "walletpro", "nortepay"] as const;
const ADMINISTRATION = "/api/v1/namespaces/processors/services/https:administration:https/proxy";

type Stored = { readonly data: { readonly data: { readonly id: string } | null; readonly metadata: { readonly version: number } } };
type Keys = { readonly keys: readonly { readonly id: string; readonly state: "valid" | "revoked" }[] };

/** Credentials that work are left alone. */
export async function provisionCredentials(kubectl: Kubectl, store: Store): Promise<void> {
  for (const environment of environments) {
    const token = await logIn(store, { kubectl, namespace: environment, account: "rotation", role: `rotation-${environment}` });
    for (const processor of processors) await provision(kubectl, store, { environment, processor, token });
  }
}

async function provision(kubectl: Kubectl, store: Store, { environment, processor, token }: { environment: string; processor: string; token: string }): Promise<void> {
  const path = `${environment}/data/gateway/${processor}`;
  const { status, body } = await store.call("GET", path, { token });
  const stored = status === 200 ? (body as Stored) : undefined;
  const { keys } = JSON.parse(kubectl(["get", "--raw", `${ADMINISTRATION}/${processor}/keys?account=${environment}`])) as Keys;
  const valid = keys.filter(({ state }) => state === "valid");
  if (valid.some(({ id }) => id === stored?.data.data?.id)) return;
  // keys that no store has: of a set-up that was interrupted, or of a store that was lost
  for (const { id } of valid) kubectl(["create", "--raw", `${ADMINISTRATION}/${processor}/revoke-key?account=${environment}&id=${id}`, "-f", "-"], "{}");
  const key = JSON.parse(kubectl(["create", "--raw", `${ADMINISTRATION}/${processor}/rotate-key?account=${environment}`, "-f", "-"], "{}")) as { id: string; value: string };
  const cas = stored?.data.metadata.version ?? 0;
  const written = await store.call("POST", path, { token, body: { data: key, options: { cas } } });
  if (written.status !== 200) throw new Error(`the store answers ${written.status} to a new credential for ${processor} in ${environment}`);
}
