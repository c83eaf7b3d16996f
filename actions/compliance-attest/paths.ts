// Where outputs go: never over an input, and a bundle and its key apart.
import { dirname, join, resolve } from "node:path";
import { InputError } from "../../src/finding/index.ts";
import type { Inputs } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";

/** The public key's path as the user would write it. Throws InputError where an output would replace an input or the other output. */
export function placeOutputs(inputs: Inputs<typeof contract>, cwd: string): string {
  const { report, key, bundle, facts, policy, sbom } = inputs;
  const publicKey = inputs["public-key"] ?? join(dirname(bundle), "evidence.pub");
  const named = [...report, facts, policy, sbom, key, inputs["fallback-key"], inputs["development-key"]].filter((path) => path !== undefined).map((path) => resolve(cwd, path));
  if (new Set([...named, resolve(cwd, bundle), resolve(cwd, publicKey)]).size < new Set(named).size + 2) {
    throw new InputError("bundle and public-key need paths of their own; name files that are no inputs");
  }
  return publicKey;
}

/** HOST/NAME of the registry's image, or undefined where nothing is to be attached. Throws InputError for what is no registry's image. */
export function placeAttachment({ attach }: Inputs<typeof contract>): string | undefined {
  if (attach === undefined || attach.startsWith("docker://")) return attach?.slice("docker://".length);
  throw new InputError("attach takes docker://HOST/NAME, an image in a registry");
}
