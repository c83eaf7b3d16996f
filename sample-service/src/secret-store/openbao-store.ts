// The store in a cluster: KV v2 of OpenBao or Vault, read only, with the pod's service account. A client of our own, since the
// gateway needs two reads of it; the product's stores can write, which nothing in this image should be able to.
import { OpenbaoSession, pick, type Answer, type Chance, type OpenbaoOptions } from "./openbao-session.ts";
import { SecretUnavailable, type SecretStore, type StoredSecret } from "./store.ts";

const ID = /^[\w.-]{1,64}$/;

/** Entries lie at <mount>/data/<path>/<name> and hold the fields `id` and `value`. */
export function openOpenbaoStore(options: OpenbaoOptions & { readonly mount: string; readonly path: string }, chance: Chance): SecretStore {
  const session = new OpenbaoSession(options, chance);
  const read = async (kind: "data" | "metadata", name: string): Promise<unknown> =>
    toData(await session.read(`${options.mount}/${kind}/${options.path}/${name}`));
  return {
    get: async (name) => toSecret(await read("data", name)),
    latest: async (name) => {
      const version = pick(await read("metadata", name), "current_version");
      if (typeof version !== "number") throw new SecretUnavailable("secret-malformed");
      return version;
    },
  };
}

function toData({ status, body }: Answer): unknown {
  if (status === 403) throw new SecretUnavailable("access-denied");
  if (status === 404) throw new SecretUnavailable("secret-missing");
  if (status !== 200) throw new SecretUnavailable("store-failed");
  return pick(body, "data");
}

function toSecret(data: unknown): StoredSecret {
  const [fields, version] = [pick(data, "data"), pick(pick(data, "metadata"), "version")];
  const [id, value] = [pick(fields, "id"), pick(fields, "value")];
  if (typeof value !== "string" || value === "" || typeof id !== "string" || !ID.test(id) || typeof version !== "number") throw new SecretUnavailable("secret-malformed");
  return { id, value, version };
}
