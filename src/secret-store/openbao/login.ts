// A token of the store for an identity of the platform: auth/<path>/login of the kubernetes and jwt methods.
import * as z from "zod";
import { SecretStoreError } from "../store-error.ts";
import type { Connect } from "./openbao-backend.ts";

const schema = z.object({ auth: z.object({ client_token: z.string().min(1), lease_duration: z.number() }) });

type Login = { readonly url: string; readonly connect: Connect; readonly authPath: string; readonly role: string; readonly jwt: string };

/** `seconds` is how long the token lives. Rejects with SecretStoreError, reason denied, where the role is not for this identity. */
export async function logInToOpenbao({ url, connect, authPath, role, jwt }: Login): Promise<{ token: string; seconds: number }> {
  const target = new URL(`/v1/auth/${authPath}/login`, url).href;
  const answer = await connect({ method: "POST", url: target, headers: { "x-vault-request": "true" }, body: JSON.stringify({ role, jwt }) })
    .catch(() => { throw new SecretStoreError("unreachable", `login as ${role}`); });
  if (answer.status === 503) throw new SecretStoreError("sealed", `login as ${role}`);
  const parsed = answer.status === 200 ? schema.safeParse(JSON.parse(answer.body)) : undefined;
  if (!parsed?.success) throw new SecretStoreError(answer.status >= 400 && answer.status < 500 ? "denied" : "failed", `login as ${role}`);
  return { token: parsed.data.auth.client_token, seconds: parsed.data.auth.lease_duration };
}
