// Which signer, and what happens where the first choice is not to be had: said, never silent.
import { resolve } from "node:path";
import { openKeyless, openSigner, signStatement, type KeylessSigner, type Signer, type StampedSigner, type Statement } from "../../src/attestation/index.ts";
import { InputError } from "../../src/finding/index.ts";
import { connectKeyStore, keepFile, readInput, requestIdentity, type Inputs, type World } from "../../src/runtime/index.ts";
import { openGithub, storeAttestation } from "../../src/runtime/github/index.ts";
import type { contract } from "./contract.ts";

type Request = { readonly inputs: Inputs<typeof contract>; readonly world: World; readonly compose: (signer: Signer | KeylessSigner) => Statement };

export type Signed = {
  readonly statement: Statement;
  readonly bundle: string;
  /** Null for keyless. */
  readonly publicKeyPem: string | null;
  readonly attestationId: string;
  /** What the user should know of how it came about. */
  readonly notes: readonly string[];
};

/** Throws InputError where neither the key that was asked for nor the fallback can sign. */
export async function signOnce(request: Request): Promise<Signed> {
  const { key } = request.inputs;
  if (key !== "keyless") return signByKey(request, key, []);
  const keyless = await openKeyless(request.inputs.sigstore, { environment: request.world.environment, requestIdentity });
  if ("absent" in keyless) return fallBack(request, keyless.absent);
  return signKeyless(request, keyless);
}

function fallBack(request: Request, why: string): Promise<Signed> {
  const fallback = request.inputs["fallback-key"];
  if (fallback === undefined) throw new InputError(`key keyless: ${why}; or give fallback-key`);
  return signByKey(request, fallback, [`not keyless, but with the fallback key: ${why}`]);
}

async function signByKey({ inputs, world, compose }: Request, reference: string | undefined, notes: readonly string[]): Promise<Signed> {
  const { cwd, environment } = world;
  if (inputs.sigstore !== "auto" && notes.length === 0) throw new InputError("sigstore says who certifies a keyless signature; leave it out, or set key to keyless");
  const signer: StampedSigner = await openSigner({ reference, developmentKey: inputs["development-key"] }, {
    environment, read: (path, what) => readInput(cwd, path, what), keep: (path, make) => keepFile(resolve(cwd, path), make), connect: connectKeyStore,
  });
  const statement = compose(signer);
  const bundle = await signStatement(statement, { ...signer, timestampServer: inputs["timestamp-server"] });
  return { statement, bundle, publicKeyPem: signer.publicKeyPem, attestationId: "", notes };
}

async function signKeyless(request: Request, signer: KeylessSigner): Promise<Signed> {
  const { inputs, world, compose } = request;
  if (inputs["timestamp-server"] !== undefined) throw new InputError("timestamp-server stamps the signature of a key; keyless has an authority of its own");
  const statement = compose(signer);
  const bundle = await signStatement(statement, signer);
  const logged = signer.instance === "public-good" ? ["an entry of the public transparency log names this workflow, for ever"] : [];
  if (inputs.token === undefined) return { statement, bundle, publicKeyPem: null, attestationId: "", notes: logged };
  const github = openGithub({ token: inputs.token, apiUrl: world.environment("GITHUB_API_URL") ?? "https://api.github.com", warn: world.progress });
  const stored = await storeAttestation(github, { repository: signer.repository, bundle });
  if ("id" in stored) return { statement, bundle, publicKeyPem: null, attestationId: stored.id, notes: logged };
  const why = `the repository's attestation store did not take the bundle (${stored.refused}): its plan may have none, or the job lacks permissions: attestations: write`;
  if (inputs["fallback-key"] !== undefined) return fallBack(request, why);
  return { statement, bundle, publicKeyPem: null, attestationId: "", notes: [...logged, `${why}; hand the bundle over as a file`] };
}
