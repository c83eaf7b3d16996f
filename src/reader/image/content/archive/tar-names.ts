// Reads what a tar archive says about its entries besides their content: names, link targets, attributes, owners.
import type { ImagePart, ImagePlace } from "../../../../finding/index.ts";
import { decodeName, type PaxRecord, type TarEntry, type TarHeader } from "../../../../tar/index.ts";
import type { Context, Site } from "../context.ts";

export type NamePlaces = {
  /** The site of the archive itself: what belongs to no entry is reported there. */
  readonly archive: Site;
  /** The place of an entry's part, by its normal path. */
  placeOf(path: string, part: ImagePart): ImagePlace;
};

/** Records that have their own place or are numbers, which say nothing. */
const READ_ELSEWHERE = new Set(["path", "linkpath"]);
const NUMBERS = new Set(["mtime", "atime", "ctime", "uid", "gid", "size", "LIBARCHIVE.creationtime"]);
/** Distinct owner names of one archive that are read; no system has as many. */
const MOST_OWNERS = 10_000;

export class TarNames {
  readonly #context: Context;
  readonly #places: NamePlaces;
  readonly #owners = new Set<string>();
  #lastOwner: Uint8Array = Buffer.alloc(0);
  #records: PaxRecord[] = [];

  constructor(context: Context, places: NamePlaces) {
    this.#context = context;
    this.#places = places;
  }

  /** Reads the name of an extension header itself. */
  announce(header: TarHeader): void {
    this.#readOnce("", header.name);
  }

  /** Keeps what an extension header brought for the entry that follows. */
  extend(records: readonly PaxRecord[]): void {
    this.#records.push(...records);
  }

  read(path: string, entry: TarEntry, header: TarHeader): void {
    const { outlet } = this.#context;
    outlet.content(this.#places.placeOf(path, "file-name"), entry.path);
    if (entry.type === "symlink" || entry.type === "hardlink") outlet.content(this.#places.placeOf(path, "link-target"), entry.link);
    if (entry.path !== header.name) this.#readOverridden(path, entry, header);
    for (const { key, value } of this.#records) {
      if (READ_ELSEWHERE.has(key) || (NUMBERS.has(key) && isNumber(value))) continue;
      outlet.content(this.#places.placeOf(path, "xattr"), Buffer.concat([Buffer.from(`${key}=`), value]));
    }
    if (this.#records.length > 0) this.#records = [];
    this.#readOnce(path, header.userName);
    this.#readOnce(path, header.groupName);
  }

  /** A name that an extension header replaces is a shortened form of it, or text that nothing else shows. */
  #readOverridden(path: string, entry: TarEntry, header: TarHeader): void {
    if (!Buffer.from(entry.path).includes(Buffer.from(header.name))) this.#context.outlet.content(this.#places.placeOf(path, "xattr"), header.name);
    for (const { key, value } of this.#records) {
      const isShadowed = (key === "path" && !Buffer.from(entry.path).equals(value)) || (key === "linkpath" && !Buffer.from(entry.link).equals(value));
      if (isShadowed) this.#context.outlet.content(this.#places.placeOf(path, "xattr"), value);
    }
  }

  /** The same few names stand at every entry: each is read once. */
  #readOnce(path: string, text: Uint8Array): void {
    const isLast = text.length === this.#lastOwner.length && text.every((byte, at) => byte === this.#lastOwner[at]);
    if (text.length === 0 || isLast) return;
    this.#lastOwner = Buffer.from(text);
    const name = decodeName(text);
    if (this.#owners.has(name)) return;
    if (this.#owners.size < MOST_OWNERS) this.#owners.add(name);
    this.#context.outlet.content(this.#places.placeOf(path, "xattr"), text);
  }
}

function isNumber(value: Uint8Array): boolean {
  return /^-?\d{1,12}(\.\d{1,9})?$/.test(Buffer.from(value).toString("latin1"));
}
