// The reading half of the OCI Distribution API (distribution-spec 1.1, "Pulling"), with token authentication.
import { setTimeout } from "node:timers/promises";
import { InputError } from "../../finding/index.ts";
import { findCredentials, type Credentials } from "./credentials.ts";
import type { ImageName } from "./image-name.ts";

export type Fetch = (url: string, init: { headers: Record<string, string>; redirect: "manual"; method?: "POST"; body?: string }) => Promise<Response>;

/** What reaches the registry; all of it by default the real thing. */
export type Access = {
  readonly fetch?: Fetch;
  readonly credentials?: () => Promise<Credentials | undefined>;
  /** Variables of the environment: DOCKER_CONFIG names the folder of the logins. */
  readonly environment?: (name: string) => string | undefined;
  /** Waits before the next try; `failures` counts those in a row. */
  readonly pause?: (failures: number) => Promise<void>;
};

const INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
const MANIFEST_TYPES = [
  INDEX_TYPE, "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json", "application/vnd.docker.distribution.manifest.v2+json",
];
/** Tries in a row that bring not a byte. */
const MOST_FAILURES = 4;
const MOST_REDIRECTS = 5;

export class RegistryClient {
  readonly #name: ImageName;
  readonly #access: Required<Omit<Access, "environment">>;
  #authorization: string | undefined;

  constructor(name: ImageName, access: Access) {
    this.#name = name;
    this.#access = {
      fetch: access.fetch ?? fetch,
      credentials: access.credentials ?? (() => findCredentials(name.host, access)),
      pause: access.pause ?? ((failures) => setTimeout(250 * 2 ** failures)),
    };
  }

  /** A manifest or index by tag or digest. */
  manifest(reference: string): Promise<Response> {
    return this.#get(`manifests/${reference}`, { accept: MANIFEST_TYPES.join(", ") });
  }

  /** Bytes of a blob; a connection that breaks off is taken up again where it broke. */
  async *blob(digest: string): AsyncGenerator<Uint8Array> {
    let received = 0;
    for (let failures = 0; ;) {
      const before = received;
      const response = await this.#get(`blobs/${digest}`, received > 0 ? { range: `bytes=${received}-` } : {});
      // A server that doesn't know ranges begins again.
      try {
        for await (const fresh of skipBytes(response.body ?? [], response.status === 206 ? 0 : received)) {
          received += fresh.length;
          yield fresh;
        }
        return;
      } catch (error) {
        failures = received > before ? 1 : failures + 1;
        if (failures === MOST_FAILURES) throw error;
        await this.#access.pause(failures);
      }
    }
  }

  /** The index of manifests that name this one as their subject: by the referrers API or, where a registry has none, its fallback tag. */
  async referrers(digest: string): Promise<Response | undefined> {
    for (const path of [`referrers/${digest}`, `manifests/${digest.replace(":", "-")}`]) {
      const response = await this.#ask(path, { accept: INDEX_TYPE });
      if (response.ok && response.headers.get("content-type")?.split(";")[0] === INDEX_TYPE) return response;
      await response.body?.cancel();
      if (!response.ok && ![400, 404, 405, 501].includes(response.status)) throw new InputError(this.#explain(response.status, path));
    }
    return undefined;
  }

  async #get(path: string, headers: Record<string, string>): Promise<Response> {
    const response = await this.#ask(path, headers);
    if (response.ok) return response;
    await response.body?.cancel();
    throw new InputError(this.#explain(response.status, path));
  }

  async #ask(path: string, headers: Record<string, string>): Promise<Response> {
    const url = `${this.#name.origin}/v2/${this.#name.repository}/${path}`;
    let response = await this.#request(url, headers);
    if (response.status === 401) {
      await this.#authorize(response.headers.get("www-authenticate") ?? "");
      response = await this.#request(url, headers);
    }
    return response;
  }

  /** Redirects are followed by hand: the authorization is for the registry alone, never for where it stores its blobs. */
  async #request(url: string, headers: Record<string, string>): Promise<Response> {
    let at = url;
    for (let steps = 0; steps <= MOST_REDIRECTS; steps++) {
      const isRegistry = new URL(at).origin === this.#name.origin;
      const own = isRegistry && this.#authorization !== undefined ? { authorization: this.#authorization } : {};
      const response = await this.#send(at, { ...headers, ...own });
      const location = response.headers.get("location");
      if (response.status < 300 || response.status >= 400 || location === null) return response;
      await response.body?.cancel();
      const next = new URL(location, at);
      if (next.protocol !== "https:" && next.protocol !== new URL(this.#name.origin).protocol) break;
      at = next.href;
    }
    throw new InputError(`the registry ${this.#name.host} redirects without end or to an insecure place; try again or pull the image by hand`);
  }

  async #send(url: string, headers: Record<string, string>, body?: string): Promise<Response> {
    try {
      return await this.#access.fetch(url, { headers, redirect: "manual", ...(body !== undefined && { method: "POST", body }) });
    } catch {
      throw new InputError(`${new URL(url).host} cannot be reached; check the name and the network`);
    }
  }

  /** Answers the registry's challenge (RFC 6750 and 7617; "Token Authentication" of the distribution documentation). */
  async #authorize(challenge: string): Promise<void> {
    const credentials = await this.#access.credentials();
    if (/^basic/i.test(challenge)) {
      this.#authorization = credentials && toBasic(credentials);
      return;
    }
    const parameters = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
    const realm = URL.parse(parameters.get("realm") ?? "");
    // The token service may stand elsewhere: the registry names it, and it gets what is meant for the registry, but never in the clear.
    const isSafe = realm && (realm.protocol === "https:" || realm.origin === this.#name.origin);
    if (!isSafe) throw new InputError(`the registry ${this.#name.host} asks for a login of an unknown kind; pull the image by hand`);
    const query = new URLSearchParams({ scope: parameters.get("scope") ?? `repository:${this.#name.repository}:pull` });
    const service = parameters.get("service");
    if (service !== undefined) query.set("service", service);
    const response = await this.#askToken(realm, query, credentials);
    if (!response.ok) throw new InputError(this.#explain(response.status, ""));
    const body = (await response.json().catch(() => undefined)) as { token?: unknown; access_token?: unknown } | undefined;
    const token = body?.token ?? body?.access_token;
    if (typeof token !== "string") throw new InputError(`the registry ${this.#name.host} gives no token; try again or pull the image by hand`);
    this.#authorization = `Bearer ${token}`;
  }

  /** An identity token goes into the body of a POST ("Docker Registry v2 authentication using OAuth2"), a password into the header of a GET. */
  #askToken(realm: URL, query: URLSearchParams, credentials: Credentials | undefined): Promise<Response> {
    if (credentials && "identityToken" in credentials) {
      const form = new URLSearchParams([...query, ["grant_type", "refresh_token"], ["client_id", "pci-pipeline"], ["refresh_token", credentials.identityToken]]);
      return this.#send(realm.href, { "content-type": "application/x-www-form-urlencoded" }, form.toString());
    }
    const url = new URL(realm);
    for (const [name, value] of query) url.searchParams.set(name, value);
    const basic = credentials && toBasic(credentials);
    return this.#send(url.href, basic === undefined ? {} : { authorization: basic });
  }

  #explain(status: number, path: string): string {
    const { host, repository } = this.#name;
    if (status === 401 || status === 403) return `the registry ${host} refuses access to ${repository}; run "docker login ${host}" with an account that may read it`;
    if (status === 404) return `the registry ${host} has no ${repository} ${path.replace("/", " ")}; check name and tag`;
    if (status === 429) return `the registry ${host} has had too many requests; log in or try again later`;
    return `the registry ${host} answers with status ${status}; try again later`;
  }
}

/** What comes after the first `count` bytes. */
async function* skipBytes(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    const fresh = chunk.subarray(Math.min(left, chunk.length));
    left -= chunk.length - fresh.length;
    if (fresh.length > 0) yield fresh;
  }
}

function toBasic(credentials: Credentials): string | undefined {
  return "user" in credentials ? `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString("base64")}` : undefined;
}
