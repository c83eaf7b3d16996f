// An image with one value for every rule, every place, every container format and every encoding that the audit claims to read.
import { createSampler, ruleSamples } from "../detector/index.ts";
import type { FindingDraft, ImagePart } from "../finding/index.ts";
import { memoryImage, type MemoryLayer } from "../layout/index.ts";
import { memoryContainer, type Container } from "../source/index.ts";
import { disguises, wrappings } from "./disguise.ts";
import { compilers } from "./pack/index.ts";
import type { Planted } from "./prove.ts";

/** Where a value is, and by which rule it must be found. */
export type Plant = { readonly ruleId: string; readonly part: ImagePart; readonly path?: string; /** Any file in it will do. */ readonly folder?: string; readonly members?: readonly string[]; readonly state?: "deleted" | "overwritten" };

/** A rule with a public prefix and no blanks in its values: they survive in names, addresses and every encoding. */
const PROBE_RULE = "stripe-secret-key";
/** The rule for what only a name gives away. */
const NAMED_RULE = "generic-credential";
const PROBE_TEMPLATE = "sk_live_{alnum:24}";

/** `seed` makes the values: the same seed gives the same image. */
export async function imageCanary(seed: string): Promise<Planted<Container>> {
  const plants: (Plant & { name: string })[] = [];
  const samples = [0, 1, 2].flatMap((turn) => ruleSamples(`${seed}:${turn}`, { binary: true }));
  const probes = (label: string) => createSampler(`${seed}:${label}`).expand(PROBE_TEMPLATE);
  const layers = [plantRules(samples, plants), await plantContent(probes, plants), plantNames(probes, plants), hideAgain(plants)];
  const metadata = plantMetadata(probes, plants);
  const files = await memoryImage({ layers, ...metadata });
  return { input: memoryContainer("canary", files), plants: plants.map((plant) => ({ name: plant.name, isFoundBy: (finding) => isSighting(plant, finding) })) };
}

type Plants = (Plant & { name: string })[];
type Probe = (label: string) => string;

function isSighting(plant: Plant, { ruleId, location }: FindingDraft): boolean {
  return location.kind === "image" && ruleId === plant.ruleId && location.part === plant.part
    && (plant.folder === undefined || location.path?.startsWith(plant.folder) === true)
    && (plant.path === undefined || location.path === plant.path)
    && (plant.members === undefined || location.members.join("!") === plant.members.join("!"))
    && (plant.state === undefined || location.state === plant.state);
}

/** Several values a rule, since one drawn at random may look like a placeholder; samples of binary formats have one character a byte. */
function plantRules(samples: readonly { ruleId: string; text: string }[], plants: Plants): MemoryLayer {
  const files = [...Map.groupBy(samples, ({ ruleId }) => ruleId)].map(([ruleId, values]): [string, Uint8Array] => {
    const path = `canary/rule/${ruleId}`;
    plants.push({ name: `rule ${ruleId}`, ruleId, part: "file", path });
    return [path, Buffer.from(values.map(({ text }) => `${text}\n\n`).join(""), "latin1")];
  });
  return { files: Object.fromEntries(files), compression: "gzip" };
}

async function plantContent(probe: Probe, plants: Plants): Promise<MemoryLayer> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, disguise] of Object.entries(disguises)) {
    const path = `canary/disguise/${name}`;
    files[path] = disguise(`token ${probe(name)} ends\n`);
    plants.push({ name: `decoder ${name}`, ruleId: PROBE_RULE, part: "file", path });
  }
  for (const [name, wrap] of Object.entries(wrappings)) {
    const path = `canary/archive/${name}`;
    files[path] = await wrap("inner", Buffer.from(`token ${probe(name)} ends\n`));
    plants.push({ name: `reader ${name}`, ruleId: PROBE_RULE, part: "file", path });
  }
  for (const [format, compile] of Object.entries(compilers)) {
    // Values without a format of their own are found by the names that they are given to; one drawn at random may look like a placeholder.
    for (const turn of [0, 1, 2]) files[`canary/compiled/${format}/${turn}`] = compile("DB_PASSWORD", probe(`${format}:${turn}`).slice(8));
    plants.push({ name: `reader ${format}`, ruleId: NAMED_RULE, part: "file", folder: `canary/compiled/${format}/` });
  }
  return { files, compression: "zstd" };
}

function plantNames(probe: Probe, plants: Plants): MemoryLayer {
  plants.push({ name: "place file-name", ruleId: PROBE_RULE, part: "file-name" }, { name: "place link-target", ruleId: PROBE_RULE, part: "link-target" });
  plants.push({ name: "place xattr", ruleId: PROBE_RULE, part: "xattr" });
  return {
    compression: "none",
    entries: [
      { type: "file", path: `canary/name/${probe("file-name")}`, content: "" },
      { type: "symlink", path: "canary/link", target: `/run/${probe("link-target")}` },
      { type: "file", path: "canary/attributes", content: "", xattrs: { "user.token": probe("xattr") } },
    ],
  };
}

/** The top layer deletes one planted file and overwrites another: both still ship. */
function hideAgain(plants: Plants): MemoryLayer {
  const [deleted, overwritten] = plants.filter((plant) => plant.name.startsWith("decoder ")).map((plant) => plant.path ?? "");
  plants.push({ name: "state deleted", ruleId: PROBE_RULE, part: "file", path: deleted ?? "", state: "deleted" });
  plants.push({ name: "state overwritten", ruleId: PROBE_RULE, part: "file", path: overwritten ?? "", state: "overwritten" });
  return { files: { [`${deleted}`.replace(/([^/]+)$/, ".wh.$1")]: "", [`${overwritten}`]: "nothing" } };
}

function plantMetadata(probe: Probe, plants: Plants) {
  for (const part of ["env", "label", "history", "config", "annotation"] as const) plants.push({ name: `place ${part}`, ruleId: PROBE_RULE, part });
  return {
    config: { env: { CANARY: probe("env") }, labels: { canary: probe("label") }, entrypoint: ["/bin/canary", `--token=${probe("config")}`] },
    steps: [`RUN canary --token ${probe("history")}`],
    annotations: { canary: probe("annotation") },
  };
}
