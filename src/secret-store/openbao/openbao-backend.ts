// KV version 2 of OpenBao and of Vault, whose HTTP interface is the same here (openbao.org/api-docs/secret/kv/kv-v2).
import * as z from "zod";
import type { Backend } from "../backend.ts";
import { Fields } from "../fields.ts";
import { SecretStoreError } from "../store-error.ts";

/** One HTTPS request to the store; rejects where there is no answer. */
export type Connect = (request: { method: "GET" | "POST"; url: string; headers: Readonly<Record<string, string>>; body?: string }) => Promise<{ status: number; body: string }>;

type Options = {
  /** Without path. */
  readonly url: string;
  readonly mount: string;
  readonly connect: Connect;
  /** Asked for each request, so that whoever gives it can renew it. */
  token(): Promise<string>;
};

const readSchema = z.object({ data: z.object({ data: z.record(z.string(), z.string()).nullable(), metadata: z.object({ version: z.int().positive(), created_time: z.string() }) }) });
const writeSchema = z.object({ data: z.object({ version: z.int().positive() }) });
const metadataSchema = z.object({
  data: z.object({
    current_version: z.int(), custom_metadata: z.record(z.string(), z.string()).nullish(),
    versions: z.record(z.string(), z.object({ created_time: z.string(), deletion_time: z.string(), destroyed: z.boolean() })),
  }),
});
type Call = { readonly name: string; readonly path: string; readonly body?: object };

/** The mount should have cas_required: then nobody else can write without saying which version he follows either. */
export function openOpenbaoBackend(options: Options): Backend {
  const readMetadata = async (name: string): Promise<z.infer<typeof metadataSchema>["data"]> =>
    parse(metadataSchema, name, await call(options, { name, path: `metadata/${name}` })).data;
  return {
    kind: "openbao",
    get: async (name, version) => {
      const { data: { data, metadata } } = parse(readSchema, name, await call(options, { name, path: `data/${name}${version === undefined ? "" : `?version=${version}`}` }));
      // deleted or destroyed, its place is still there
      if (data === null) throw new SecretStoreError("missing", name);
      return { name, version: metadata.version, createdAt: new Date(metadata.created_time), fields: new Fields(data) };
    },
    put: async (name, fields, expected) =>
      parse(writeSchema, name, await call(options, { name, path: `data/${name}`, body: { data: fields.expose(), options: { cas: expected } } })).data.version,
    versions: async (name) => {
      const { versions, current_version: current } = await readMetadata(name);
      return Object.entries(versions).filter(([, one]) => !one.destroyed && one.deletion_time === "")
        .map(([version, one]) => ({ version: Number(version), createdAt: new Date(one.created_time), current: Number(version) === current }))
        .sort((a, b) => a.version - b.version);
    },
    metadata: async (name) => (await readMetadata(name)).custom_metadata ?? {},
    describe: async (name, changes) => {
      const before = (await readMetadata(name)).custom_metadata;
      await call(options, { name, path: `metadata/${name}`, body: { custom_metadata: { ...before, ...changes } } });
    },
  };
}

async function call({ url, mount, connect, token }: Options, { name, path, body }: Call): Promise<string> {
  const headers = { "x-vault-token": await token(), "x-vault-request": "true" };
  const target = new URL(`/v1/${mount}/${path}`, url).href;
  const answer = await connect({ method: body === undefined ? "GET" : "POST", url: target, headers, ...(body && { body: JSON.stringify(body) }) })
    .catch(() => { throw new SecretStoreError("unreachable", name); });
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  throw new SecretStoreError(toReason(answer), name);
}

/** The one refusal that has no status of its own is told by its words. */
function toReason({ status, body }: { status: number; body: string }): SecretStoreError["reason"] {
  if (status === 400 && /check-and-set parameter did not match/.test(body)) return "conflict";
  if (status === 403) return "denied";
  // a version that was deleted answers 404 with its metadata
  if (status === 404) return "missing";
  return status === 503 ? "sealed" : "failed";
}

function parse<T>(schema: z.ZodType<T>, name: string, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // what does not parse may still hold a value, so nothing of it is quoted
    throw new SecretStoreError("malformed", name);
  }
}
