// Layers that an earlier run has read: their bytes are verified, or vouched for, and what was found in them is said again.
import type { Counts, FindingDraft, GapDraft, ImagePlace } from "../../finding/index.ts";
import type { Context } from "./content/context.ts";
import { readLayer, toState, type LayerOptions } from "./layer.ts";
import { BlobReader } from "./manifest/blob.ts";
import { LayerNames, type KeptNames } from "./overlay.ts";

/** What an earlier run made of a layer; all texts are redacted. */
export type LayerRecord = {
  readonly seen: Counts;
  readonly examined: Counts;
  /** Findings and gaps in the layer's files; of their locations `platform`, `layer` and `state` are those of that run. */
  readonly findings: readonly FindingDraft[];
  readonly gaps: readonly GapDraft[];
  /** Digests of blobs that were seen to hold the layer. */
  readonly blobs: readonly string[];
  /** Files, as `Container.stamp` names them, that were seen to hold one of the blobs. */
  readonly stamps: readonly string[];
};

/** What was learnt by reading a layer whose digest holds. */
export type LayerLesson = Pick<LayerRecord, "seen" | "examined"> & { readonly diffId: string; readonly blob: string; readonly stamp: string | undefined; readonly names: LayerNames };

/** Remembers layers by the digest of their uncompressed bytes. */
export type LayerMemory = {
  recall(diffId: string): Promise<LayerRecord | undefined>;
  /** The names of a recalled layer; undefined where they are lost. */
  namesOf(diffId: string): Promise<KeptNames | undefined>;
  learn(lesson: LayerLesson): void;
  /** A stamp under which a recalled layer's bytes were verified again. */
  vouch(diffId: string, stamp: string): void;
};

/** Reads the layer, or says again what is known of it. Gives its names where `options.names` asks for them. */
export async function readOrRecall(context: Context, options: LayerOptions, memory: LayerMemory | undefined): Promise<LayerNames | KeptNames | undefined> {
  const { diffId } = options.task.layer.facts;
  const record = diffId === null ? undefined : await memory?.recall(diffId);
  if (memory && record && diffId !== null && await isSame(options, record, memory)) {
    const names = options.names && await memory.namesOf(diffId);
    if (!options.names || names) {
      sayAgain(context, options, record);
      return names;
    }
  }
  if (!memory || diffId === null) await readLayer(context, options);
  else await readAndLearn(context, options, { memory, diffId });
  return options.names;
}

/** Whether the stored bytes are still those that were read: by the file's stamp, else by reading them for their digest. */
async function isSame({ container, task: { layer } }: LayerOptions, record: LayerRecord, memory: LayerMemory): Promise<boolean> {
  const stamp = container.stamp?.(layer.entry);
  if (stamp !== undefined && record.stamps.includes(stamp)) return true;
  const blob = new BlobReader(container, { entry: layer.entry, ...(layer.facts.digest !== null && { digest: layer.facts.digest }) });
  for await (const chunk of blob.chunks()) if (chunk.length < 0) break;
  const holds = blob.problems.length === 0 && blob.digest !== undefined && record.blobs.includes(blob.digest);
  if (holds && stamp !== undefined && stamp === container.stamp?.(layer.entry) && layer.facts.diffId !== null) memory.vouch(layer.facts.diffId, stamp);
  return holds;
}

function sayAgain({ outlet }: Context, { task: { image, layer }, overlays }: LayerOptions, record: LayerRecord): void {
  for (const [unit, count] of Object.entries(record.seen)) outlet.ledger.saw(unit as keyof Counts, count);
  const { bytes = 0, ...examined } = record.examined;
  for (const [unit, count] of Object.entries(examined)) outlet.ledger.examined(unit as keyof Counts, count);
  const relocate = <T extends { readonly location: FindingDraft["location"] }>(draft: T): T => {
    if (draft.location.kind !== "image") return draft;
    const { path } = draft.location;
    const place: Partial<ImagePlace> = { platform: image.facts.platform, layer: layer.place, state: path === undefined ? "final" : toState(overlays, path, false) };
    return { ...draft, location: { ...draft.location, ...place } };
  };
  outlet.recall({ kind: "recalled", findings: record.findings.map(relocate), gaps: record.gaps.map(relocate), bytes });
}

async function readAndLearn(context: Context, options: LayerOptions, { memory, diffId }: { memory: LayerMemory; diffId: string }): Promise<void> {
  const { container, task: { layer } } = options;
  const { outlet } = context;
  const stamp = container.stamp?.(layer.entry);
  const names = options.names ?? new LayerNames();
  const before = { ...outlet.ledger.counts(), bytes: outlet.pushed };
  const { blob, isVerified } = await readLayer(context, { ...options, names });
  // Gaps beyond the limit are not listed, and so not to be said again.
  if (!isVerified || blob === undefined || outlet.gaps > context.limits.gaps) return;
  const after = outlet.ledger.counts();
  const examined = { ...subtract(after.examined, before.examined), bytes: outlet.pushed - before.bytes };
  const isUntouched = stamp !== undefined && stamp === container.stamp?.(layer.entry);
  memory.learn({ diffId, blob, stamp: isUntouched ? stamp : undefined, names, seen: subtract(after.seen, before.seen), examined });
}

function subtract(after: Counts, before: Counts): Counts {
  const units = Object.keys(after) as (keyof Counts)[];
  return Object.fromEntries(units.map((unit) => [unit, (after[unit] ?? 0) - (before[unit] ?? 0)]).filter(([, count]) => count !== 0));
}
