// Remembers on disk what was found in layers. A layer counts as examined by an earlier run only while its digest, the rules, the
// options and the program are the same; anything else about an entry that is not as it should be, and the layer is read.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FindingDraft, GapDraft } from "../finding/index.ts";
import type { KeptNames, LayerLesson, LayerMemory, LayerRecord } from "../reader/image/index.ts";
import { openEntry, sealEntry, type StoredLayer } from "./entry.ts";
import { openNames, writeNames } from "./names.ts";

export type LayerCache = LayerMemory & {
  /** Keeps what was learnt, with what came out in the end; `findings` and `gaps` are those of the whole image, redacted. */
  keep(outcome: { readonly findings: readonly FindingDraft[]; readonly gaps: readonly GapDraft[] }): Promise<void>;
};

type Options = {
  readonly folder: string;
  /** Everything besides a layer's bytes that decides what is found in it: rules, options, program. */
  readonly terms: readonly string[];
  /** Seals entries, so that only who holds it can make one. */
  readonly secret?: Uint8Array | undefined;
};

/** Files that hold a layer come and go; the last ones are kept. */
const MOST_STAMPS = 16;
/** Entries that are as old go away. */
const KEPT_MILLISECONDS = 30 * 24 * 3600 * 1000;

/** Parts of an image that are read from layers. */
const layerParts: ReadonlySet<string> = new Set(["file", "file-name", "link-target", "xattr"]);

/** The folder is made when something is kept; one that can't be read or written makes a run slower and nothing else. */
export function openLayerCache({ folder, terms, secret }: Options): LayerCache {
  const keyOf = (diffId: string) => createHash("sha256").update(JSON.stringify([diffId, ...terms])).digest("hex");
  const pathOf = (diffId: string) => join(folder, `${keyOf(diffId)}.layer`);
  const recalled = new Map<string, StoredLayer>();
  const lessons = new Map<string, LayerLesson | "twice">();
  const vouched = new Map<string, string>();

  async function recall(diffId: string): Promise<LayerRecord | undefined> {
    const record = await attempt(async () => openEntry(keyOf(diffId), await readFile(pathOf(diffId), "utf8"), secret));
    if (record) recalled.set(diffId, record);
    return record;
  }

  async function namesOf(diffId: string): Promise<KeptNames | undefined> {
    const digest = recalled.get(diffId)?.names;
    const bytes = await attempt(() => readFile(join(folder, `${keyOf(diffId)}.names`)));
    return bytes && digest === digestOf(bytes) ? openNames(bytes) : undefined;
  }

  async function keep({ findings, gaps }: Parameters<LayerCache["keep"]>[0]): Promise<void> {
    for (const [diffId, lesson] of lessons) {
      if (lesson === "twice") continue;
      const isHere = ({ location }: FindingDraft | GapDraft) => location.kind === "image" && location.layer?.diffId === diffId && layerParts.has(location.part);
      const own = { findings: findings.filter(isHere), gaps: gaps.filter(isHere) };
      await store(lesson, own);
    }
    for (const [diffId, stamp] of vouched) {
      const record = recalled.get(diffId);
      if (record) await replace(pathOf(diffId), sealEntry(keyOf(diffId), { ...record, stamps: [...record.stamps, stamp].slice(-MOST_STAMPS) }, secret));
    }
    await prune(folder);
  }

  async function store({ diffId, blob, stamp, names, seen, examined }: LayerLesson, own: { findings: FindingDraft[]; gaps: GapDraft[] }): Promise<void> {
    const bytes = writeNames(names);
    if (!bytes || !isTellable(openNames(bytes), [...own.findings, ...own.gaps])) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await replace(join(folder, `${keyOf(diffId)}.names`), bytes);
    const layer: StoredLayer = { seen, examined, ...own, blobs: [...new Set([blob, diffId])], stamps: stamp === undefined ? [] : [stamp], names: digestOf(bytes) };
    await replace(pathOf(diffId), sealEntry(keyOf(diffId), layer, secret));
  }

  const learn = (lesson: LayerLesson) => void lessons.set(lesson.diffId, lessons.has(lesson.diffId) ? "twice" : lesson);
  return { recall, namesOf, learn, vouch: (diffId, stamp) => void vouched.set(diffId, stamp), keep: async (outcome) => void await attempt(() => keep(outcome)) };
}

/** A path that redaction has changed can't be found again among the layer's names: such a layer is read each time. */
function isTellable(names: KeptNames, drafts: readonly (FindingDraft | GapDraft)[]): boolean {
  return drafts.every(({ location }) => location.kind === "image" && (location.path === undefined || names.has("files", location.path) || names.has("folders", location.path)));
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Written beside its place and moved there whole: two runs at once each see entries that are whole. */
async function replace(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { mode: 0o600 });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** By the time of their last change. */
async function prune(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > KEPT_MILLISECONDS) await rm(path, { force: true });
  }
}

/** A cache that fails is no cache, and no reason to stop. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
