// A registry is read like any other container; the registry here is a function, so nothing leaves the process.
import { describe, expect, it } from "vitest";
import { buildImage, collect, multiPlatformLayout, reasonsOf, textAt } from "../../../test/fixtures/builders/index.ts";
import { InputError } from "../../finding/index.ts";
import type { Credentials } from "./credentials.ts";
import { registryContainer } from "./registry-container.ts";
import { parseImageName } from "./image-name.ts";

const image = buildImage({ layers: [{ files: { a: "alpha" } }] });
const arm = buildImage({ layers: [{ files: { b: "beta" } }], platform: "linux/arm64" });
const files = multiPlatformLayout([image, arm]);
const [top] = JSON.parse(String(files.get("index.json"))).manifests;
const password = ["pass", "word"].join("-");

type Request = { readonly url: URL; readonly authorization: string | undefined; readonly range: string | undefined; readonly body: string | undefined };
type Registry = { readonly requests: Request[]; readonly fetch: (url: string, init: { headers: Record<string, string>; body?: string }) => Promise<Response> };

/** A registry with token login whose blobs stand on another host; `breaks` cuts the first answer for a blob short. */
function serve({ breaks = false, always = false, step = 5, statuses = {} as Record<string, number> } = {}): Registry {
  const requests: Request[] = [];
  const broken = new Set<string>();
  const fetch: Registry["fetch"] = async (text, { headers, body }) => {
    const url = new URL(text);
    const { authorization, range } = headers;
    requests.push({ url, authorization, range, body });
    if (url.pathname === "/token" && body !== undefined) return Response.json({ access_token: "granted" });
    if (url.pathname === "/token") return Response.json(authorization === `Basic ${btoa(`me:${password}`)}` ? { token: "granted" } : {}, { status: authorization ? 200 : 401 });
    if (url.host === "blobs.example") return answerBlob(url.pathname, range);
    const status = statuses[url.pathname];
    if (status !== undefined) return new Response("", { status });
    if (authorization !== "Bearer granted") return new Response("", { status: 401, headers: { "www-authenticate": 'Bearer realm="https://auth.example/token",service="r"' } });
    const [, kind, reference = ""] = /^\/v2\/team\/app\/(manifests|blobs)\/(.*)$/.exec(url.pathname) ?? [];
    const path = `blobs/${(reference === "1" ? top.digest : reference).replace(":", "/")}`;
    if (kind === "blobs") return new Response("", { status: 307, headers: { location: `https://blobs.example/${path}` } });
    return new Response(new Uint8Array(files.get(path) ?? []), { status: files.has(path) ? 200 : 404, headers: { "content-type": "application/vnd.oci.image.index.v1+json" } });
  };
  const answerBlob = (path: string, range: string | undefined): Response => {
    const bytes = new Uint8Array(files.get(path.slice(1)) ?? []);
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    const isEnd = from + step >= bytes.length && step > 0;
    if (!breaks || (broken.has(path) && (!always || isEnd))) return new Response(bytes.subarray(from), { status: from > 0 ? 206 : 200 });
    broken.add(path);
    const parts = step > 0 ? [bytes.subarray(from, from + (always ? bytes.length / step : step))] : [];
    return new Response(new ReadableStream({ pull: (controller) => { const part = parts.shift(); if (part) controller.enqueue(part); else controller.error(new Error("broken off")); } }), { status: from > 0 ? 206 : 200 });
  };
  return { requests, fetch };
}

const open = (registry: Registry, name = "registry.example/team/app:1", credentials: () => Promise<Credentials | undefined> = async () => ({ user: "me", password })) =>
  registryContainer(`docker://${name}`, name, { fetch: registry.fetch, credentials, pause: async () => {} });

describe("registryContainer", () => {
  it("reads all platforms of an image", async () => {
    const registry = serve();
    const read = await collect(await open(registry));
    expect(reasonsOf(read)).toEqual([]);
    expect([textAt(read, "a"), textAt(read, "b")]).toEqual(["alpha", "beta"]);
    expect(read.subject).toMatchObject({ digest: { sha256: top.digest.slice(7) }, digestKind: "manifest" });
  });

  it("gives its authorization to the registry alone", async () => {
    const registry = serve();
    await collect(await open(registry));
    const stored = registry.requests.filter(({ url }) => url.host === "blobs.example");
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.every(({ authorization }) => authorization === undefined)).toBe(true);
    expect(new Set(registry.requests.map(({ url }) => url.host))).toEqual(new Set(["registry.example", "auth.example", "blobs.example"]));
  });

  it("takes up a broken connection where it broke", async () => {
    const registry = serve({ breaks: true });
    const read = await collect(await open(registry));
    expect(reasonsOf(read)).toEqual([]);
    expect(registry.requests.some(({ range }) => range === "bytes=5-")).toBe(true);
  });

  it.each([
    ["an unknown tag", () => open(serve({ statuses: { "/v2/team/app/manifests/1": 404 } })), "check name and tag"],
    ["a missing login", () => open(serve(), undefined, async () => undefined), "docker login registry.example"],
    ["a busy registry", () => open(serve({ statuses: { "/v2/team/app/manifests/1": 429 } })), "try again later"],
    ["an unreachable host", () => open({ requests: [], fetch: async () => { throw new TypeError("fetch failed"); } }), "cannot be reached"],
    ["a name that is none", () => open(serve(), "Registry.example/Team/app"), "is not an image of a registry"],
  ])("refuses %s", async (_, act, message) => {
    const failure = await act().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect(String(failure)).toContain(message);
    expect(String(failure)).not.toContain(password);
  });

  it("goes on as long as every try brings something, and gives up when none does", async () => {
    const drip = serve({ breaks: true, always: true });
    expect(reasonsOf(await collect(await open(drip)))).toEqual([]);
    expect(drip.requests.filter(({ range }) => range !== undefined).length).toBeGreaterThan(5);
    const dead = serve({ breaks: true, always: true, step: 0 });
    expect(new Set(reasonsOf(await collect(await open(dead))))).toEqual(new Set(["truncated"]));
  });

  it("trades an identity token for a bearer token in a body, never in an address", async () => {
    const registry = serve();
    const read = await collect(await open(registry, undefined, async () => ({ identityToken: password })));
    expect(reasonsOf(read)).toEqual([]);
    const asked = registry.requests.filter(({ url }) => url.pathname === "/token");
    expect(asked).toMatchObject([{ authorization: undefined }]);
    expect(new URLSearchParams(asked[0]?.body).get("refresh_token")).toBe(password);
    expect(registry.requests.every(({ url }) => !url.href.includes(password))).toBe(true);
  });

  it("tells a blob that cannot be had", async () => {
    const digest = image.layers[0]?.descriptor.digest ?? "";
    expect(reasonsOf(await collect(await open(serve({ statuses: { [`/v2/team/app/blobs/${digest}`]: 500 } }))))).toContain("truncated");
  });
});

describe("parseImageName", () => {
  it.each([
    ["nginx", "docker.io", "library/nginx", "latest"],
    ["team/app:1.2", "docker.io", "team/app", "1.2"],
    ["localhost:5000/app", "localhost:5000", "app", "latest"],
    [`host.example/a/b:1@sha256:${"a".repeat(64)}`, "host.example", "a/b", `sha256:${"a".repeat(64)}`],
  ])("reads %s", (text, host, repository, reference) => expect(parseImageName(text)).toMatchObject({ host, repository, reference }));
});
