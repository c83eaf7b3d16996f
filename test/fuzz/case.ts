// One case: a value wrapped in formats, put into an image, damaged somewhere, read; and what must hold afterwards.
import { gzipSync, zstdCompressSync } from "node:zlib";
import { archivers, compilers, compressors } from "../../src/canary/pack/index.ts";
import { InputError } from "../../src/finding/index.ts";
import {
  archiveOf, buildImage, collect, dockerArchive, legacyArchive, multiPlatformLayout, ociLayout, paxRecord, tarOf, zipOf, type Collected, type ImageSpec,
} from "../fixtures/builders/index.ts";
import { mutate } from "./mutate.ts";
import { createChance, type Chance } from "./random.ts";

type Wrap = (bytes: Buffer, chance: Chance) => Buffer;

const wraps: { readonly [name: string]: Wrap } = {
  gzip: (bytes) => gzipSync(bytes),
  zstd: (bytes) => zstdCompressSync(bytes),
  tar: (bytes, chance) => tarOf([{ path: "n".repeat(1 + chance.int(150)), content: bytes, ...(chance.int(3) === 0 && { pax: { comment: "x", path: "p" } }) }]),
  sparse: (bytes) => tarOf([{ path: "s", content: Buffer.concat([Buffer.from(`1\n0\n${bytes.length}\n`.padEnd(512, "\0")), bytes]), pax: { "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "s", "GNU.sparse.realsize": String(bytes.length) } }]),
  zip: (bytes, chance) => zipOf([{ name: "m", content: bytes, ...(chance.int(2) === 0 && { method: 0 }), ...(chance.int(3) === 0 && { descriptor: true }) }], { ...(chance.int(3) === 0 && { zip64: true }) }),
  ...Object.fromEntries(Object.entries({ ...compressors }).map(([name, compress]): [string, Wrap] => [name, (bytes) => compress(bytes)])),
  ...Object.fromEntries(Object.entries(archivers).map(([name, pack]): [string, Wrap] => [name, (bytes) => pack("m", bytes)])),
};
const names = Object.keys(wraps);
/** A record of a database is not opened further. */
const INNERMOST = new Set(["sqlite", ...Object.keys(compilers)]);
/** Formats whose data has no checksum: what is damaged there is other data, not lost data; zeros between are skipped. */
const UNCHECKED = new Set(["tar", "sparse", "ar", "cpio", "lz4", "zstd", "sqlite", "pdf", "png", "rpm", "lzma", ...Object.keys(compilers)]);
/** Formats whose smallest form holds only this much. */
const MOST_INNER: Readonly<Record<string, number>> = { "git-pack": 120, sqlite: 300, xz: 60_000, bzip2: 4_000, lz4: 60_000 };

export type Verdict = { readonly kind: "read" | "gap" | "refused" } | { readonly kind: "finding"; readonly what: string };

/** Runs the case with this number; the same number is the same case. */
export async function runCase(seed: number): Promise<Verdict> {
  const chance = createChance(seed);
  const marker = `MARK${seed.toString(36)}${"qZx7Lm3T".repeat(2)}`;
  let bytes: Buffer = Buffer.from(`${marker}\n`.repeat(4));
  const depth = chance.int(4);
  const level = chance.int(depth + 1);
  let least = 0;
  const way: string[] = [];
  for (let step = 0; step <= depth; step++) {
    const fitting = names.filter((name) => bytes.length > 0 && bytes.length <= (MOST_INNER[name] ?? Infinity) && (step === 0 || !INNERMOST.has(name)));
    if (fitting.length === 0) break;
    const name = chance.int(12) === 0 && step === 0 ? chance.pick(Object.keys(compilers)) : chance.pick(fitting);
    const inner = bytes.reduce((filled, byte) => filled + Math.sign(byte), 0);
    way.push(name);
    bytes = compilers[name]?.("DB_PASSWORD", marker) ?? wraps[name]?.(bytes, chance) ?? bytes;
    if (step !== level) continue;
    bytes = mutate(bytes, chance, chance.bytes(64));
    least = UNCHECKED.has(name) ? Math.min(inner, bytes.length) * 0.25 : bytes.length * 0.95;
  }
  const where = chance.int(4);
  const image = buildImage({ layers: [{ files: { f: bytes, "dir/g": "kept" } }], compression: chance.pick(["none", "gzip", "zstd"] as const), config: { Env: ["A=b"] } } satisfies ImageSpec);
  const files = chance.pick([ociLayout, dockerArchive, legacyArchive, (images: readonly (typeof image)[]) => multiPlatformLayout(images)])([image]);
  const entry = where === 0 ? chance.pick([...files.keys()]) : undefined;
  const before = entry === undefined ? undefined : files.get(entry);
  if (entry !== undefined && before) files.set(entry, mutate(before, chance, archiveOf(new Map([["x", paxRecord("a", "b")]]))));
  const isChanged = entry !== undefined && before !== undefined && !before.equals(files.get(entry) ?? before);
  return judge(files, { way, marker, least, changed: isChanged ? entry : undefined });
}

type Facts = { readonly way: readonly string[]; readonly marker: string; /** Bytes that a place must have for what was damaged to count as read. */ readonly least: number; readonly changed: string | undefined };

async function judge(files: Map<string, Buffer>, { way, marker, least, changed }: Facts): Promise<Verdict> {
  let read: Collected;
  try {
    read = await collect(files);
  } catch (error) {
    if (error instanceof InputError) return { kind: "refused" };
    return { kind: "finding", what: `${way.join(" in ")}: ${error instanceof Error ? error.stack ?? error.message : String(error)}` };
  }
  const short = Object.entries(read.seen).filter(([unit, count]) => ((read.examined as Record<string, number>)[unit] ?? 0) < count);
  if (read.gaps.length > 0) return { kind: "gap" };
  if (short.length > 0) return { kind: "finding", what: `${way.join(" in ")}: ${short.map(([unit]) => unit).join()} not examined, and no gap` };
  if (changed !== undefined && changed.startsWith("blobs/")) return { kind: "finding", what: `${changed} was changed, and no gap` };
  // The value is there, or what was damaged has been read as it is.
  const isKept = read.places.some(({ text }) => text.includes(marker) || text.length >= least);
  return isKept ? { kind: "read" } : { kind: "finding", what: `${way.join(" in ")}: the value is lost, and no gap; at least ${least} bytes were due, read were ${read.places.filter(({ place }) => place.path === "f" && place.part === "file").map(({ place, text }) => `${place.members.join("!")}=${text.length}`).join()}` };
}
