// Signing without a key of one's own: a throw-away key, a certificate that binds it to the workflow's identity, and a log entry or
// timestamp that says when. Endpoints: https://docs.sigstore.dev, and GitHub's own instance beside each of its hosts.
import { FulcioSigner, RekorWitness, TSAWitness, type Signer as SigstoreSigner, type Witness } from "@sigstore/sign";
import * as z from "zod";
import { InputError } from "../../finding/index.ts";

/** `public-good` writes into the public transparency log, for ever; `github` keeps to GitHub's own authority. */
export const sigstoreInstances = ["auto", "github", "public-good"] as const;

export type KeylessSigner = {
  readonly kind: "keyless";
  readonly hint: null;
  readonly instance: "github" | "public-good";
  /** owner/name of the repository whose workflow signs. */
  readonly repository: string;
  readonly signer: SigstoreSigner;
  readonly witnesses: Witness[];
};

/** `absent` says why no identity can be had here. */
export type Unavailable = { readonly absent: string };

export type IdentityPorts = {
  environment(name: string): string | undefined;
  /** The job's identity token for an audience (OpenID Connect, JWT). */
  requestIdentity(audience: string): Promise<string>;
};

const claimsSchema = z.object({ iss: z.string(), repository: z.string(), repository_visibility: z.enum(["public", "private", "internal"]) });
const CLIENT = { timeout: 20_000, retry: 3 };

/**
 * Which instance signs: for "auto" the public one for public repositories only. Off GitHub, on GitHub Enterprise Server and without the
 * permission there is no identity, and the reason is given back.
 */
export async function openKeyless(wanted: (typeof sigstoreInstances)[number], ports: IdentityPorts): Promise<KeylessSigner | Unavailable> {
  if (ports.environment("GITHUB_ACTIONS") !== "true") return { absent: "keyless signing takes the identity of a job on GitHub Actions, and this is none" };
  const host = URL.parse(ports.environment("GITHUB_SERVER_URL") ?? "https://github.com")?.hostname ?? "";
  if (host !== "github.com" && !host.endsWith(".ghe.com")) return { absent: "this server is GitHub Enterprise Server, which has no certificate authority for workflows and no attestation store" };
  if (!ports.environment("ACTIONS_ID_TOKEN_REQUEST_URL")) return { absent: "the job may not ask for its identity; grant it permissions: id-token: write" };
  const token = await ports.requestIdentity("sigstore").catch(() => undefined);
  const claims = token === undefined ? undefined : readClaims(token);
  if (token === undefined || claims === undefined) return { absent: "GitHub gave no identity token; run the job again" };
  const instance = wanted === "auto" ? (claims.repository_visibility === "public" ? "public-good" : "github") : wanted;
  return { kind: "keyless", hint: null, instance, repository: claims.repository, ...connect(instance, { host, token }) };
}

function connect(instance: "github" | "public-good", { host, token }: { host: string; token: string }): Pick<KeylessSigner, "signer" | "witnesses"> {
  const identityProvider = { getToken: async () => token };
  if (instance === "public-good") {
    return { signer: new FulcioSigner({ ...CLIENT, identityProvider, fulcioBaseURL: "https://fulcio.sigstore.dev" }), witnesses: [new RekorWitness({ ...CLIENT, rekorBaseURL: "https://rekor.sigstore.dev", fetchOnConflict: true })] };
  }
  const domain = host === "github.com" ? "githubapp.com" : host;
  return {
    signer: new FulcioSigner({ ...CLIENT, identityProvider, fulcioBaseURL: `https://fulcio.${domain}` }),
    witnesses: [new TSAWitness({ ...CLIENT, tsaBaseURL: `https://timestamp.${domain}` })],
  };
}

function readClaims(token: string): z.infer<typeof claimsSchema> | undefined {
  try {
    return claimsSchema.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}

/** The library's own messages can quote the identity token, and are left out. */
export function toSigningError(error: unknown): InputError {
  const { code } = (error ?? {}) as { code?: unknown };
  const what = code === "CA_CREATE_SIGNING_CERTIFICATE_ERROR" ? "the certificate authority gave no certificate"
    : code === "TSA_CREATE_TIMESTAMP_ERROR" ? "the timestamp authority gave no timestamp"
    : code === "TLOG_CREATE_ENTRY_ERROR" || code === "TLOG_FETCH_ENTRY_ERROR" ? "the transparency log took no entry" : "no signature came about";
  return new InputError(`signing: ${what}; try again later, or sign with a key`);
}
