// What the gate judges by: pinned keys or an identity, the policy, what runs, and the bundle wherever it rests.
import { basename } from "node:path";
import {
  acceptIdentity, defaultPolicy, keyRingSchema, pinKeys, pinPublicKey, policySchema, readTrustedRoots, type EvidenceFile, type Policy, type Trust,
} from "../../src/attestation/index.ts";
import { BUNDLE_TYPE } from "../../src/evidence-store/index.ts";
import { InputError, type ReportSubject } from "../../src/finding/index.ts";
import { readSubject } from "../../src/reader/image/index.ts";
import { parseYaml, readInput, type Inputs } from "../../src/runtime/index.ts";
import { openContainer, readAttached } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";

type Given = Inputs<typeof contract>;

/** Throws InputError where nothing is pinned, or half of an identity. */
export async function readTrust(inputs: Pick<Given, "key" | "trusted-root" | "identity" | "issuer">, cwd: string): Promise<Trust> {
  const { key, identity, issuer } = inputs;
  const root = inputs["trusted-root"];
  if ((identity === undefined) !== (issuer === undefined)) throw new InputError("identity and issuer go together; give both");
  if (identity !== undefined && root === undefined) throw new InputError("identity is vouched for by a trusted root; give trusted-root");
  if (key === undefined && identity === undefined) throw new InputError("nothing is pinned; give key, or trusted-root with identity and issuer");
  const keys = key === undefined ? [] : await readKeys(key, cwd);
  if (root === undefined) return { keys };
  const roots = readTrustedRoots((await readInput(cwd, root, "trusted root")).toString("utf8"));
  return { keys, certificates: { roots, accepted: identity === undefined || issuer === undefined ? null : acceptIdentity(identity, issuer) } };
}

async function readKeys(path: string, cwd: string) {
  const text = (await readInput(cwd, path, "key")).toString("utf8");
  return text.trimStart().startsWith("-----BEGIN") ? [pinPublicKey(text)] : pinKeys(parseYaml(text, keyRingSchema, "key ring"));
}

export async function readPolicy({ policy }: Given, cwd: string): Promise<Policy> {
  if (policy === undefined) return defaultPolicy;
  return parseYaml((await readInput(cwd, policy, "policy")).toString("utf8"), policySchema, `policy ${policy}`);
}

/** Undefined where nobody asked; throws InputError for what names no manifest. */
export function readRunning({ running }: Given): string[] | undefined {
  if (running.length === 0) return undefined;
  const digests = running.map((one) => /(?:^|@)sha256:([0-9a-f]{64})$/.exec(one)?.[1]);
  const unread = digests.filter((digest) => digest === undefined).length;
  if (unread > 0) throw new InputError(`running: ${unread} of ${running.length} entries name no digest; give pods' imageID, which ends with @sha256:…`);
  return digests.filter((digest) => digest !== undefined);
}

/** The one file, or all bundles that are attached to an image of a registry. */
export async function readBundles({ bundle }: Given, cwd: string): Promise<EvidenceFile[]> {
  if (!bundle.startsWith("docker://")) return [{ name: basename(bundle), bytes: await readInput(cwd, bundle, "bundle") }];
  const found = await readAttached(bundle.slice("docker://".length), BUNDLE_TYPE);
  if (found.length === 0) throw new InputError(`no bundle is attached to ${bundle}; attach it with compliance-attest, or name the bundle's file`);
  return found.map((bytes) => ({ name: bundle, bytes }));
}

/** The image that was named, else the one that a bundle is attached to; undefined where there is neither. */
export async function identify({ image, bundle, platform }: Given, cwd: string): Promise<ReportSubject | undefined> {
  const reference = image ?? (bundle.startsWith("docker://") ? bundle : undefined);
  if (reference === undefined) return undefined;
  const container = await openContainer(reference, { cwd });
  return readSubject(container, platform === undefined ? {} : { platform }).finally(() => container.close());
}
