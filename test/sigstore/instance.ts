// A Sigstore instance on this machine: certificate authority, certificate log, transparency log and timestamp authority with real keys.
// It answers in the place of the public one and of GitHub's; nothing leaves the process.
import { type HandlerFn, fulcioHandler, initializeCA, initializeCTLog, initializeTLog, initializeTSA, tsaHandler } from "@sigstore/mock";
import { HashAlgorithm, PublicKeyDetails, TrustedRoot } from "@sigstore/protobuf-specs";
import { createHash, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import nock from "nock";

export type Instance = {
  /** trusted_root.json of the public instance, and of one without logs, as GitHub's is. */
  readonly publicRoot: string;
  readonly githubRoot: string;
  /** Answers one signing from now on; gives the bodies that the transparency log was sent. */
  serve(): { readonly logged: string[] };
};

const hosts = {
  fulcio: ["https://fulcio.sigstore.dev", "https://fulcio.githubapp.com"],
  rekor: ["https://rekor.sigstore.dev"],
  stamp: ["https://timestamp.githubapp.com", "https://timestamp.example"],
};

const makeKey = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes);

/** Certificates name what the identity token has as `signer`. */
export async function startInstance(): Promise<Instance> {
  const [caKey, ctKey, logKey, tsaKey] = [makeKey(), makeKey(), makeKey(), makeKey()];
  // Whole seconds: the timestamp authority writes fractions in a form that the verifier's library does not read. A little later than
  // the authorities' own certificates, which begin when they are made.
  const second = Math.floor(Date.now() / 1000) * 1000;
  const [issued, stamped] = [new Date(second - 60_000), new Date(second + 5000)];
  const ctLog = await initializeCTLog(ctKey);
  const ca = await initializeCA(caKey, ctLog, issued);
  const silentCa = await initializeCA(caKey, undefined, issued);
  const log = await initializeTLog("https://rekor.sigstore.dev", logKey);
  const tsa = await initializeTSA(tsaKey, stamped);
  const validFor = { start: new Date(Date.now() - 3_600_000), end: undefined };
  const subject = { commonName: "sigstore", organization: "mock" };
  const authority = (...certificates: Uint8Array[]) => ({ subject, uri: "", certChain: { certificates: certificates.map((bytes) => ({ rawBytes: Buffer.from(bytes) })) }, validFor, operator: "" });
  const keeper = (publicKey: Buffer, baseUrl = "") => ({
    baseUrl, hashAlgorithm: HashAlgorithm.SHA2_256, logId: { keyId: sha256(publicKey).digest() }, checkpointKeyId: undefined, operator: "",
    publicKey: { rawBytes: publicKey, keyDetails: PublicKeyDetails.PKIX_ECDSA_P256_SHA_256, validFor },
  });
  const spki = (key: ReturnType<typeof makeKey>) => key.publicKey.export({ type: "spki", format: "der" });
  const bytesOf = (view: ArrayBufferView) => Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const root = (more: object) => JSON.stringify(TrustedRoot.toJSON({ mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1", tlogs: [], ctlogs: [], timestampAuthorities: [], certificateAuthorities: [], ...more } as TrustedRoot));
  const stampers = [authority(bytesOf(tsa.intCertificate), bytesOf(tsa.rootCertificate))];
  const answer = (base: string, path: string, fn: HandlerFn) =>
    nock(base).post(path).reply(async (_, body) => {
      const { statusCode, response, contentType } = await fn(typeof body === "string" ? body : JSON.stringify(body));
      return [statusCode, response, { "content-type": contentType ?? "text/plain" }];
    });
  return {
    publicRoot: root({ certificateAuthorities: [authority(bytesOf(ca.rootCertificate))], ctlogs: [keeper(spki(ctKey))], tlogs: [keeper(spki(logKey), "https://rekor.sigstore.dev")], timestampAuthorities: stampers }),
    githubRoot: root({ certificateAuthorities: [authority(bytesOf(silentCa.rootCertificate))], timestampAuthorities: stampers }),
    serve: () => {
      nock.cleanAll();
      const logged: string[] = [];
      for (const [at, base] of hosts.fulcio.entries()) {
        const handler = fulcioHandler(at === 0 ? ca : silentCa, { subjectClaim: "signer" });
        answer(base, handler.path, handler.fn);
      }
      for (const base of hosts.rekor) {
        answer(base, "/api/v1/log/entries", async (body) => {
          logged.push(body);
          return { statusCode: 201, response: JSON.stringify(await log.log(canonicalise(body))), contentType: "application/json" };
        });
      }
      for (const base of hosts.stamp) {
        const handler = tsaHandler(tsa, {});
        answer(base, handler.path, handler.fn);
      }
      return { logged };
    },
  };
}

/** As Rekor keeps an entry of the kind dsse: hashes and signatures, not the envelope. */
function canonicalise(body: string): Parameters<Awaited<ReturnType<typeof initializeTLog>>["log"]>[0] {
  const proposed = JSON.parse(body) as { spec: { proposedContent: { envelope: string; verifiers: string[] } } };
  const { envelope, verifiers } = proposed.spec.proposedContent;
  const { payload, signatures } = JSON.parse(envelope) as { payload: string; signatures: { sig: string }[] };
  const hash = (bytes: Uint8Array | string) => ({ algorithm: "sha256", value: sha256(bytes).digest("hex") });
  const spec = { envelopeHash: hash(envelope), payloadHash: hash(Buffer.from(payload, "base64")), signatures: signatures.map(({ sig }, at) => ({ signature: sig, verifier: verifiers[at] ?? "" })) };
  return { apiVersion: "0.0.1", kind: "dsse", spec } as never;
}

export const ISSUER = "https://token.actions.githubusercontent.com";
export const IDENTITY = "https://github.com/o/r/.github/workflows/attest.yml@refs/tags/v1.2.3";

export const claims = {
  iss: ISSUER, aud: "sigstore", sub: "repo:o/r:ref:refs/heads/main", signer: IDENTITY, repository: "o/r", repository_visibility: "private", sha: "0123456789abcdef0123456789abcdef01234567",
  ref: "refs/heads/main", workflow_ref: "o/r/.github/workflows/release.yml@refs/heads/main", workflow_sha: "0123456789abcdef0123456789abcdef01234567", runner_environment: "github-hosted",
  job_workflow_ref: IDENTITY.replace("https://github.com/", ""), run_id: "42", run_attempt: "1", event_name: "push",
};

/** The runner's side: gives the job's identity token, and the environment of a job that may ask for it. */
export async function startRunner(told: object): Promise<{ environment: Record<string, string>; close: () => void }> {
  const token = [{ alg: "none" }, told, "x"].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  const server = createServer((_, response) => response.setHeader("content-type", "application/json").end(JSON.stringify({ value: token })));
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  const { port } = server.address() as AddressInfo;
  const environment = {
    GITHUB_ACTIONS: "true", GITHUB_SERVER_URL: "https://github.com", ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?x=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "request",
    GITHUB_REPOSITORY: claims.repository, GITHUB_SHA: claims.sha, GITHUB_REF: claims.ref, GITHUB_WORKFLOW_REF: claims.workflow_ref, GITHUB_WORKFLOW_SHA: claims.workflow_sha, RUNNER_ENVIRONMENT: claims.runner_environment,
  };
  return { environment, close: () => server.close() };
}
