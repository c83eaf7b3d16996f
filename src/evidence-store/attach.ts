// Puts a bundle beside the image that it is about, in the image's own registry, as OCI 1.1 referrer (distribution-spec 1.1, "Pushing
// Manifests with Subject"); where a registry has no referrers API, under the fallback tag. cosign looks in the same two places.
import { attachArtifactToImage, getRegistryCredentials, type Credentials } from "@sigstore/oci";
import { InputError } from "../finding/index.ts";

export const BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

export type Attachment = {
  /** HOST/NAME, with or without a tag or digest, which do not matter: the digest below does. */
  readonly image: string;
  /** Manifest of the subject, as sha256:<hex>. */
  readonly digest: string;
  readonly bundle: string;
  readonly predicateType: string;
  /** When it was signed; kept in the manifest, so that the same bundle gives the same manifest. */
  readonly signedAt: string;
};

/** The digest of the attached artifact's manifest. @throws InputError where the registry, the login or the image is missing. */
export async function attachBundle({ image, digest, bundle, predicateType, signedAt }: Attachment): Promise<string> {
  const imageName = image.replace(/@sha256:[0-9a-f]{64}$/, "").replace(/:[\w][\w.-]*$/, "");
  try {
    const descriptor = await attachArtifactToImage({
      imageName,
      imageDigest: digest,
      artifact: Buffer.from(bundle),
      mediaType: BUNDLE_TYPE,
      credentials: findLogin(imageName),
      annotations: { "org.opencontainers.image.created": signedAt, "dev.sigstore.bundle.content": "dsse-envelope", "dev.sigstore.bundle.predicateType": predicateType },
      fetchOpts: { timeout: 30_000, retry: 2, proxy: undefined, noProxy: undefined },
    });
    return descriptor.digest;
  } catch (error) {
    throw new InputError(`attach docker://${imageName}: ${explain(error)}`);
  }
}

/** Without a login nothing is sent, which the library allows and its type does not say. */
function findLogin(imageName: string): Credentials {
  try {
    return getRegistryCredentials(imageName);
  } catch {
    return undefined as unknown as Credentials;
  }
}

function explain(error: unknown): string {
  const { statusCode } = ((error as { cause?: unknown }).cause ?? {}) as { statusCode?: unknown };
  if (statusCode === 404) return "the registry has no such image by this digest; push the image first";
  if (statusCode === 401 || statusCode === 403) return "the registry refuses the login; run docker login with an account that may push";
  if (typeof statusCode === "number") return `the registry answers with status ${statusCode}; try again later`;
  return "the registry cannot be reached or the name is none; write docker://HOST/NAME";
}
