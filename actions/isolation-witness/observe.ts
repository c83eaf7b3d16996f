// The three looks that a job can take at what it can reach. Tokens and canaries are used here and go nowhere.
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Witness } from "../../src/detector/isolation/index.ts";
import { InputError } from "../../src/finding/index.ts";
import type { connectKeyStore, requestIdentity } from "../../src/runtime/index.ts";

export type Ports = { readonly requestIdentity: typeof requestIdentity; readonly connect: ReturnType<typeof connectKeyStore> };
export type Store = { readonly url: string; readonly namespace: string | undefined; readonly mount: string; readonly role: string };

const claimsSchema = z.looseObject({ sub: z.string(), environment: z.string().optional(), job_workflow_ref: z.string().optional() });
const loginSchema = z.looseObject({ auth: z.looseObject({ client_token: z.string().min(1) }) });

/** The token, for the login, and what may be told of it. */
export async function observeIdentity(ports: Ports, question: { hasEndpoint: boolean; audience: string; expected: string | undefined }): Promise<{ token: string | undefined; identity: Witness["identity"] }> {
  if (!question.hasEndpoint) return { token: undefined, identity: { endpoint: "absent" } };
  const token = await ports.requestIdentity(question.audience).catch(() => undefined);
  const claims = token === undefined ? undefined : readClaims(token);
  if (!claims) return { token: undefined, identity: { endpoint: "silent" } };
  const { sub, environment = null, job_workflow_ref: ref = null } = claims;
  return { token, identity: { endpoint: "present", environment, subject: sub, jobWorkflowRef: ref, asExpected: question.expected === undefined ? null : isExpected(ref, question.expected) } };
}

/** The token comes from its issuer over TLS: its signature tells this job nothing new (RFC 7519, section 3). */
function readClaims(token: string): z.output<typeof claimsSchema> | undefined {
  try {
    return claimsSchema.safeParse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

function isExpected(ref: string | null, expected: string): boolean {
  const held = ref?.toLowerCase() ?? "";
  const wanted = expected.toLowerCase();
  return held === wanted || (!wanted.includes("@") && held.startsWith(`${wanted}@`));
}

/** A login as OpenBao and Vault document it ("JWT/OIDC auth method (API)", Login); a token that it gives is revoked at once. */
export async function observeLogin(ports: Ports, store: Store, token: string | undefined): Promise<NonNullable<Witness["login"]>> {
  const base = checkAddress(store.url);
  const seen = { store: createHash("sha256").update(JSON.stringify([base, store.namespace ?? "", store.mount])).digest("hex"), role: store.role };
  if (token === undefined) return { ...seen, outcome: "not-tried", status: null };
  const headers: Record<string, string> = store.namespace === undefined ? {} : { "x-vault-namespace": store.namespace };
  const mount = store.mount.split("/").map(encodeURIComponent).join("/");
  const answer = await ports.connect({ method: "POST", url: `${base}/v1/auth/${mount}/login`, headers, body: JSON.stringify({ role: store.role, jwt: token }) }).catch(() => undefined);
  if (!answer) return { ...seen, outcome: "failed", status: null };
  const login = readLogin(answer);
  if (login === undefined) return { ...seen, outcome: answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? "refused" : "failed", status: answer.status };
  await ports.connect({ method: "POST", url: `${base}/v1/auth/token/revoke-self`, headers: { ...headers, "x-vault-token": login } }).catch(() => undefined);
  return { ...seen, outcome: "accepted", status: answer.status };
}

function readLogin({ status, body }: { status: number; body: string }): string | undefined {
  if (status !== 200) return undefined;
  try {
    return loginSchema.safeParse(JSON.parse(body)).data?.auth.client_token;
  } catch {
    return undefined;
  }
}

/** The identity goes to this address: https, or this machine itself. */
function checkAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url !== undefined && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && isLocal)) || url.username !== "") throw new InputError("store-url is not an https address; give the one at which the secret store is reached");
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
