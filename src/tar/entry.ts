// Puts an entry together from its header and the extension headers in front of it (pax, GNU long names).
import type { TarHeader } from "./header.ts";
import { parsePax, type PaxRecord } from "./pax.ts";
import { parsePaxSparse, type Sparse } from "./sparse.ts";

type TarEntryType = "file" | "directory" | "symlink" | "hardlink" | "other";

export type TarEntry = {
  readonly type: TarEntryType;
  readonly path: Uint8Array;
  readonly link: Uint8Array;
  /** Bytes of content that follow in the archive; header-only types have none, whatever their header says. */
  readonly size: number;
  /** The content is stored without its holes; "malformed" where it isn't told which those are. */
  readonly sparse?: Sparse | "malformed";
  /** Continues a file of an earlier volume. */
  readonly partial: boolean;
};

/** What an extension header brought: pax records to look at, and whether its body could be parsed. */
type Extension = { readonly records: readonly PaxRecord[]; readonly complete: boolean };

/** Remembers extension headers until the entry that they describe. */
export class EntryAssembler {
  #global = new Map<string, Uint8Array>();
  #local = new Map<string, Uint8Array>();
  #segments: number[] = [];

  static isExtension(type: string): boolean {
    return "xgXLK".includes(type);
  }

  /** Takes the body of an extension header. */
  extend(type: string, body: Uint8Array): Extension {
    if (type === "L" || type === "K") {
      const end = body.indexOf(0);
      this.#local.set(type === "L" ? "path" : "linkpath", end < 0 ? body : body.subarray(0, end));
      return { records: [], complete: true };
    }
    const extension = parsePax(body);
    const target = type === "g" ? this.#global : this.#local;
    for (const { key, value } of extension.records) {
      target.set(key, value);
      if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes") this.#segments.push(Number(Buffer.from(value).toString("latin1")));
    }
    return extension;
  }

  /** The entry of `header`; undefined where a pax size is no number. */
  complete(header: TarHeader): TarEntry | undefined {
    const lookup = (key: string): Uint8Array | undefined => this.#local.get(key) ?? this.#global.get(key);
    const isPlain = this.#local.size === 0 && this.#global.size === 0;
    const stated = isPlain ? undefined : lookup("size");
    const size = stated === undefined ? header.size : toSize(stated);
    const path = isPlain ? header.name : lookup("GNU.sparse.name") ?? lookup("path") ?? header.name;
    const link = isPlain ? header.link : lookup("linkpath") ?? header.link;
    const isPaxSparse = !isPlain && [...this.#local.keys()].some((key) => key.startsWith("GNU.sparse."));
    const sparse = isPaxSparse ? parsePaxSparse(lookup, this.#segments) ?? "malformed" : header.sparse;
    if (this.#local.size > 0) [this.#local, this.#segments] = [new Map(), []];
    if (size === undefined) return undefined;
    const type = typeOf(header.type, path);
    return { type, path, link, size: hasContent(header.type, type) ? size : 0, ...(sparse && { sparse }), partial: header.type === "M" };
  }
}

function typeOf(flag: string, path: Uint8Array): TarEntryType {
  switch (flag) {
    case "1": return "hardlink";
    case "2": return "symlink";
    case "3": case "4": case "6": return "other";
    case "5": case "D": return "directory";
    // v7 archives know directories by their closing slash only.
    default: return path.at(-1) === 0x2f ? "directory" : "file";
  }
}

/** As Go's archive/tar, which container engines extract with, sees it. */
function hasContent(flag: string, type: TarEntryType): boolean {
  return flag === "D" || (type !== "hardlink" && type !== "symlink" && type !== "other" && flag !== "5");
}

function toSize(value: Uint8Array): number | undefined {
  const text = Buffer.from(value).toString("latin1");
  if (!/^\d{1,16}$/.test(text)) return undefined;
  const size = Number(text);
  return Number.isSafeInteger(size) ? size : undefined;
}
