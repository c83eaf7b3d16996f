// How far the reader goes before it says that it went no further. Every limit that is met becomes a gap.

import { InputError, suggest } from "../../finding/index.ts";

export type ImageLimits = {
  /** Archives and compressions inside one another, counted from the file in the layer. */
  readonly depth: number;
  /** Bytes of a nested archive that has to be held in memory as a whole (zip). */
  readonly bufferBytes: number;
  /** Bytes of one JSON document: index, manifest or config. */
  readonly metadataBytes: number;
  /** Uncompressed bytes for each compressed one; counted over all that is nested in one file, and over a whole layer. */
  readonly ratio: number;
  /** Uncompressed bytes up to which the ratio doesn't matter for what is nested in one file. */
  readonly ratioFreeBytes: number;
  /** Uncompressed bytes of all that is nested in one file. */
  readonly nestedBytes: number;
  /** Uncompressed bytes of one layer. */
  readonly layerBytes: number;
  /** Entries of one layer, and members of all that is nested in one file. */
  readonly entries: number;
  /** Indexes and manifests of one container. */
  readonly manifests: number;
  /** Gaps that are listed one by one; the verdict needs only the first. */
  readonly gaps: number;
};

export const defaultLimits: ImageLimits = {
  depth: 5,
  bufferBytes: 64 * 2 ** 20,
  metadataBytes: 4 * 2 ** 20,
  ratio: 250,
  ratioFreeBytes: 64 * 2 ** 20,
  nestedBytes: 16 * 2 ** 30,
  layerBytes: 256 * 2 ** 30,
  entries: 2_000_000,
  manifests: 1_000,
  gaps: 10_000,
};

/** Limits that differ from the defaults, as users write them: "depth=8,bufferBytes=134217728". Throws InputError for what is none. */
export function parseLimits(text: string | undefined): Partial<ImageLimits> {
  const pairs = (text ?? "").split(",").map((part) => part.trim()).filter((part) => part !== "");
  return Object.fromEntries(pairs.map((pair) => {
    const [name = "", value = ""] = pair.split("=", 2).map((part) => part.trim());
    const names = Object.keys(defaultLimits);
    if (!names.includes(name)) throw new InputError(`limits: there is no limit ${name}${suggest(name, names)}; the limits are ${names.join(", ")}`);
    if (!/^[1-9]\d{0,14}$/.test(value)) throw new InputError(`limits: ${name} needs a whole number above 0, such as ${name}=${defaultLimits[name as keyof ImageLimits]}`);
    return [name, Number(value)];
  }));
}
