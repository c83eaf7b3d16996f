// AWS' own client, loaded when it is asked for: it is the largest thing that this product could carry. Its errors go no further.
import type {
  CreateSecretCommandInput, CreateSecretCommandOutput, DescribeSecretCommandInput, DescribeSecretCommandOutput, GetSecretValueCommandInput, GetSecretValueCommandOutput,
  ListSecretVersionIdsCommandInput, ListSecretVersionIdsCommandOutput, PutSecretValueCommandInput, PutSecretValueCommandOutput, TagResourceCommandInput, TagResourceCommandOutput,
} from "@aws-sdk/client-secrets-manager";
import { SecretStoreError, type StoreReason } from "../store-error.ts";

type Calls = {
  CreateSecret: [CreateSecretCommandInput, CreateSecretCommandOutput];
  DescribeSecret: [DescribeSecretCommandInput, DescribeSecretCommandOutput];
  GetSecretValue: [GetSecretValueCommandInput, GetSecretValueCommandOutput];
  ListSecretVersionIds: [ListSecretVersionIdsCommandInput, ListSecretVersionIdsCommandOutput];
  PutSecretValue: [PutSecretValueCommandInput, PutSecretValueCommandOutput];
  TagResource: [TagResourceCommandInput, TagResourceCommandOutput];
};
/** Rejects with SecretStoreError about the secret `name`. */
export type Send = <C extends keyof Calls>(name: string, call: C, input: Calls[C][0]) => Promise<Calls[C][1]>;

/** Names of AWS' exceptions (Secrets Manager API reference, "Common errors" and each action's own). */
const reasons: Readonly<Record<string, StoreReason>> = {
  ResourceNotFoundException: "missing", ResourceExistsException: "conflict", AccessDeniedException: "denied", UnrecognizedClientException: "denied",
  InvalidSignatureException: "denied", ExpiredTokenException: "denied", CredentialsProviderError: "denied", InvalidRequestException: "conflict",
};

export async function connectAws(options: { region: string; endpoint?: string }): Promise<Send> {
  const { SecretsManager } = await import("@aws-sdk/client-secrets-manager");
  const client = new SecretsManager({ ...options, maxAttempts: 3 });
  const calls: { [C in keyof Calls]: (input: Calls[C][0]) => Promise<Calls[C][1]> } = {
    CreateSecret: (input) => client.createSecret(input),
    DescribeSecret: (input) => client.describeSecret(input),
    GetSecretValue: (input) => client.getSecretValue(input),
    ListSecretVersionIds: (input) => client.listSecretVersionIds(input),
    PutSecretValue: (input) => client.putSecretValue(input),
    TagResource: (input) => client.tagResource(input),
  };
  return async (name, call, input) => {
    try {
      return await calls[call](input);
    } catch (error) {
      throw new SecretStoreError(toReason(error), name);
    }
  };
}

function toReason(error: unknown): StoreReason {
  if (!(error instanceof Error)) return "failed";
  if (Object.hasOwn(reasons, error.name)) return reasons[error.name] ?? "failed";
  return "code" in error && typeof error.code === "string" && /^(ECONN|ENOTFOUND|ETIMEDOUT|EAI_)/.test(error.code) ? "unreachable" : "failed";
}
