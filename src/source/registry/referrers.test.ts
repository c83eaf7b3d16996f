// What is attached to an image is found by the referrers API or the fallback tag, held against its digests, and a registry's lies are told.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readAttached } from "./referrers.ts";

const TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
const INDEX = "application/vnd.oci.image.index.v1+json";
const digestOf = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const subject = JSON.stringify({ schemaVersion: 2, layers: [] });
const makeArtifact = (content: string, more: object = {}) => JSON.stringify({ artifactType: TYPE, subject: { digest: digestOf(subject) }, layers: [{ mediaType: TYPE, digest: digestOf(content) }], ...more });
const first = makeArtifact("one");

type Options = { readonly api?: boolean; readonly listed?: readonly string[]; readonly blobs?: readonly string[]; readonly lies?: Record<string, string>; readonly index?: string; readonly status?: number };

function serve({ api = true, listed = [first], blobs = ["one"], lies = {}, index, status }: Options = {}) {
  const tag = digestOf(subject).replace(":", "-");
  const listing = index ?? JSON.stringify({ schemaVersion: 2, manifests: listed.map((text) => ({ digest: digestOf(text), artifactType: TYPE })) });
  return async (text: string): Promise<Response> => {
    const path = new URL(text).pathname.replace("/v2/team/app/", "");
    const answer = (body: string, type: string) => new Response(lies[path] ?? body, { headers: { "content-type": type } });
    if (path === "manifests/1") return answer(subject, "application/vnd.oci.image.manifest.v1+json");
    if (path === `referrers/${digestOf(subject)}` && status !== undefined) return new Response("", { status });
    if (path === (api ? `referrers/${digestOf(subject)}` : `manifests/${tag}`)) return answer(listing, INDEX);
    const manifest = listed.find((one) => path === `manifests/${digestOf(one)}`);
    if (manifest !== undefined) return answer(manifest, "application/vnd.oci.image.manifest.v1+json");
    const blob = blobs.find((one) => path === `blobs/${digestOf(one)}`);
    return blob === undefined ? new Response("", { status: 404 }) : answer(blob, "application/octet-stream");
  };
}

const read = async (options?: Options) => (await readAttached("registry.example/team/app:1", TYPE, { fetch: serve(options), credentials: async () => undefined })).map((bytes) => Buffer.from(bytes).toString());

describe("readAttached", () => {
  it.each([true, false])("finds what is attached (referrers API: %s)", async (api) => {
    expect(await read({ api, listed: [first, makeArtifact("two")], blobs: ["one", "two"] })).toEqual(["one", "two"]);
  });

  it("takes only artifacts of the type, attached to this very image", async () => {
    const listed = [makeArtifact("one", { layers: [{ mediaType: "text/plain", digest: digestOf("one") }] }), makeArtifact("one", { subject: { digest: digestOf("other") } }), first];
    expect(await read({ listed })).toEqual(["one"]);
    const index = JSON.stringify({ manifests: [{ digest: digestOf("x"), artifactType: "application/spdx+json" }, { digest: digestOf(first) }] });
    expect(await read({ index })).toEqual(["one"]);
  });

  it("finds nothing where nothing is listed", async () => {
    expect(await read({ listed: [] })).toEqual([]);
    expect(await readAttached("registry.example/team/app:1", TYPE, { credentials: async () => undefined, fetch: async (url) => (url.endsWith("manifests/1") ? new Response(subject) : new Response("", { status: 404 })) })).toEqual([]);
  });

  it.each([
    ["a blob of other bytes", { lies: { [`blobs/${digestOf("one")}`]: "two" } }, /other bytes than were asked for/],
    ["a manifest of other bytes", { lies: { [`manifests/${digestOf(first)}`]: "{}" } }, /other bytes than were asked for/],
    ["a listing of another form", { index: "[]" }, /form that is not OCI's/],
    ["a listing without end", { index: "x".repeat(9 << 20) }, /more than a bundle/],
    ["too much attached", { listed: Array.from({ length: 65 }, (_, at) => makeArtifact(String(at))) }, /more than 64 artifacts/],
    ["a refusal", { status: 403 }, /refuses access/],
    ["an artifact without its blob", { blobs: [] }, /has no/],
  ] as const)("tells %s", async (_, options, message) => expect(read(options)).rejects.toThrow(message));
});
