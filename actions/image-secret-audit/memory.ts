// The cache of layers as this door's inputs ask for it.
import type { Inspector } from "../../src/detector/index.ts";
import { InputError } from "../../src/finding/index.ts";
import { findCacheFolder, openLayerCache, programDigest, type LayerCache } from "../../src/layer-cache/index.ts";
import { readInput, version, type Inputs, type World } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";

const LEAST_KEY_BYTES = 16;

/** Undefined where nothing is to be remembered. Throws InputError for a key that cannot be used. */
export async function openMemory(inputs: Inputs<typeof contract>, world: World, inspector: Inspector): Promise<LayerCache | undefined> {
  const folder = inputs["no-cache"] ? undefined : findCacheFolder(inputs.cache, world.environment);
  if (folder === undefined) return undefined;
  const path = inputs["cache-key"];
  const secret = path === undefined ? undefined : await readInput(world.cwd, path, "cache key");
  if (secret && secret.length < LEAST_KEY_BYTES) throw new InputError(`cache key ${path} has fewer than ${LEAST_KEY_BYTES} bytes; make one with openssl rand -out FILE 32`);
  return openLayerCache({ folder, secret, terms: [version, programDigest(), inspector.tool.sha256, inputs.limits ?? ""] });
}
