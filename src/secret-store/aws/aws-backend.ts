// AWS Secrets Manager. It has neither version numbers nor compare-and-set; both come from its idempotency token, which becomes the id
// of a version: the token of version n + 1 is the same for everyone, and AWS refuses it for a second, different content.
import type { Tag } from "@aws-sdk/client-secrets-manager";
import type { Backend, StoredSecret, VersionState } from "../backend.ts";
import { Fields } from "../fields.ts";
import { SecretStoreError } from "../store-error.ts";
import { connectAws, type Send } from "./aws-client.ts";

type AwsOptions = {
  readonly region: string;
  /** Another address than AWS' own, for a private endpoint or a stand-in. */
  readonly endpoint?: string;
  /** Leads every name, such as prod/: IAM policies then name an environment by the ARN's prefix. */
  readonly prefix?: string;
};

/** VersionId of AWS: 32 to 64 characters. */
const ID = /^pci-pipeline-version-(\d{12})$/;
const toId = (version: number): string => `pci-pipeline-version-${String(version).padStart(12, "0")}`;
const toVersion = (id: string | undefined): number | undefined => (id === undefined ? undefined : Number(ID.exec(id)?.[1] ?? Number.NaN) || undefined);

/** Identity comes from the usual places of the SDK: a role of the workload, or OIDC in CI; no key is ever passed here. */
export async function openAwsBackend({ region, endpoint, prefix = "" }: AwsOptions): Promise<Backend> {
  const send = await connectAws({ region, ...(endpoint !== undefined && { endpoint }) });
  const versions = (name: string): Promise<VersionState[]> => listVersions(send, prefix, name);
  return {
    kind: "aws",
    versions,
    get: async (name, version) => read(send, { SecretId: prefix + name, ...(version === undefined ? { VersionStage: "AWSCURRENT" } : { VersionId: toId(version) }) }, name),
    put: async (name, fields, expected) => {
      const newest = await readNewest(send, prefix, name);
      if (newest !== expected) throw new SecretStoreError("conflict", name);
      await write(send, { prefix, name, fields, expected });
      return expected + 1;
    },
    metadata: async (name) => Object.fromEntries((await send(name, "DescribeSecret", { SecretId: prefix + name })).Tags?.map(({ Key = "", Value = "" }: Tag) => [Key, Value]) ?? []),
    describe: async (name, changes) => {
      await send(name, "TagResource", { SecretId: prefix + name, Tags: Object.entries(changes).map(([Key, Value]) => ({ Key, Value })) });
    },
  };
}

async function read(send: Send, input: { SecretId: string; VersionStage?: string; VersionId?: string }, name: string): Promise<StoredSecret> {
  const { VersionId, CreatedDate, SecretString } = await send(name, "GetSecretValue", input);
  const version = toVersion(VersionId);
  if (version === undefined || SecretString === undefined) throw new SecretStoreError("malformed", name);
  return { name, version, createdAt: CreatedDate ?? new Date(0), fields: toFields(SecretString, name) };
}

function toFields(text: string, name: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SecretStoreError("malformed", name);
  }
  if (typeof value !== "object" || value === null || !Object.values(value).every((field) => typeof field === "string")) throw new SecretStoreError("malformed", name);
  return new Fields(Object.fromEntries(Object.entries(value)));
}

async function write(send: Send, { prefix, name, fields, expected }: { prefix: string; name: string; fields: Fields; expected: number }): Promise<void> {
  const ClientRequestToken = toId(expected + 1);
  const SecretString = JSON.stringify(fields.expose());
  if (expected === 0) await send(name, "CreateSecret", { Name: prefix + name, ClientRequestToken, SecretString });
  else await send(name, "PutSecretValue", { SecretId: prefix + name, ClientRequestToken, SecretString, VersionStages: ["AWSCURRENT"] });
}

/** 0 where there is no such secret. */
async function readNewest(send: Send, prefix: string, name: string): Promise<number> {
  const described = await send(name, "DescribeSecret", { SecretId: prefix + name }).catch((error: unknown) => {
    if (error instanceof SecretStoreError && error.reason === "missing") return undefined;
    throw error;
  });
  if (described === undefined) return 0;
  const newest = toVersion(Object.entries(described.VersionIdsToStages ?? {}).find(([, stages]) => stages.includes("AWSCURRENT"))?.[0]);
  if (newest === undefined) throw new SecretStoreError("malformed", name);
  return newest;
}

async function listVersions(send: Send, prefix: string, name: string): Promise<VersionState[]> {
  const found: VersionState[] = [];
  if ((await readNewest(send, prefix, name)) === 0) throw new SecretStoreError("missing", name);
  let NextToken: string | undefined;
  do {
    const page = await send(name, "ListSecretVersionIds", { SecretId: prefix + name, IncludeDeprecated: true, ...(NextToken !== undefined && { NextToken }) });
    for (const { VersionId, CreatedDate, VersionStages } of page.Versions ?? []) {
      const version = toVersion(VersionId);
      if (version === undefined) throw new SecretStoreError("malformed", name);
      found.push({ version, createdAt: CreatedDate ?? new Date(0), current: VersionStages?.includes("AWSCURRENT") ?? false });
    }
    NextToken = page.NextToken || undefined;
  } while (NextToken !== undefined);
  return found.sort((a, b) => a.version - b.version);
}
