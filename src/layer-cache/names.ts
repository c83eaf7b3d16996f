// The names of a layer as a file: in order, so that a few of them are found without reading all. An image of a hundred thousand files that is
// only recalled is asked for those with findings.
import { Buffer } from "node:buffer";
import { LayerNames, nameKinds, type KeptNames, type NameKind } from "../reader/image/index.ts";

const NEWLINE = 0x0a;

/** A line with the bytes that each kind takes, then each kind's names, a line each, in the order of JavaScript's strings. Undefined for a name with a line break. */
export function writeNames(names: LayerNames): Buffer | undefined {
  if (nameKinds.some((kind) => names[kind].some((name) => name.includes("\n")))) return undefined;
  const sections = nameKinds.map((kind) => Buffer.from(names[kind].toSorted().map((name) => `${name}\n`).join("")));
  return Buffer.concat([Buffer.from(`${sections.map(({ length }) => length).join(" ")}\n`), ...sections]);
}

type Section = { readonly start: number; readonly end: number };

/** Of bytes that `writeNames` has made. */
export function openNames(bytes: Buffer): KeptNames {
  const sections = findSections(bytes);
  const nameAt = (at: number): string => bytes.toString("utf8", at, bytes.indexOf(NEWLINE, at));
  /** The first name that does not stand before `text`. */
  const find = (text: string, { start, end }: Section): string | undefined => {
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const line = bytes.lastIndexOf(NEWLINE, middle - 1) + 1;
      if (nameAt(line) < text) low = bytes.indexOf(NEWLINE, middle) + 1;
      else high = line;
    }
    return low < end ? nameAt(low) : undefined;
  };
  const has = (kind: NameKind, path: string): boolean =>
    find(path, sections[kind]) === path || (kind === "folders" && find(`${path}/`, sections.files)?.startsWith(`${path}/`) === true);
  const unpack = (): LayerNames => {
    const names = new LayerNames();
    for (const kind of nameKinds) {
      const { start, end } = sections[kind];
      if (end > start) for (const name of bytes.toString("utf8", start, end - 1).split("\n")) names[kind].push(name);
    }
    return names;
  };
  return { has, unpack };
}

function findSections(bytes: Buffer): { readonly [kind in NameKind]: Section } {
  const head = bytes.indexOf(NEWLINE);
  const sizes = bytes.toString("latin1", 0, head).split(" ").map(Number);
  let end = head + 1;
  const [folders, files, removed, opaque] = sizes.map((size): Section => ({ start: end, end: end += size }));
  const none = { start: end, end };
  return { folders: folders ?? none, files: files ?? none, removed: removed ?? none, opaque: opaque ?? none };
}
