// What the layers above hide: whether the running container still shows a path (OCI image-spec, "Whiteouts").
// Of a path that one layer holds twice the first copy counts as shown too: the second isn't known yet when it streams by.
import type { ImagePlace } from "../../finding/index.ts";

export type State = ImagePlace["state"];

export const nameKinds = ["folders", "files", "removed", "opaque"] as const;
export type NameKind = (typeof nameKinds)[number];

/** Names of a layer that an earlier run has read, at hand for a few questions. */
export type KeptNames = {
  /** Whether the layer has the path; a file implies its folders. */
  has(kind: NameKind, path: string): boolean;
  /** All of them, for many questions. */
  unpack(): LayerNames;
};

const WHITEOUT = ".wh.";
const OPAQUE = ".wh..wh..opq";

/** Names of one layer, gathered while it is read. */
export class LayerNames {
  readonly folders: string[] = [];
  readonly files: string[] = [];
  readonly removed: string[] = [];
  readonly opaque: string[] = [];

  add(path: string, isFolder: boolean): void {
    const slash = path.lastIndexOf("/");
    const name = path.slice(slash + 1);
    if (!name.startsWith(WHITEOUT)) {
      (isFolder ? this.folders : this.files).push(path);
      return;
    }
    const folder = path.slice(0, Math.max(slash, 0));
    if (name === OPAQUE) this.opaque.push(folder);
    else this.removed.push(folder === "" ? name.slice(WHITEOUT.length) : `${folder}/${name.slice(WHITEOUT.length)}`);
  }
}

/** All layers of one image above the one that is being read. */
export class Overlay {
  readonly #names: { readonly [kind in NameKind]: Set<string> } = { folders: new Set(), files: new Set(), removed: new Set(), opaque: new Set() };
  #kept: KeptNames[] = [];
  #isEmpty = true;
  #lastFolder: string | undefined;
  #lastState: State = "final";

  /** Puts a layer on the pile; its names hide those of the layers below. */
  add(names: LayerNames | KeptNames): void {
    this.#lastFolder = undefined;
    this.#isEmpty = false;
    if ("unpack" in names) {
      this.#kept.push(names);
      return;
    }
    for (const kind of nameKinds) for (const path of names[kind]) this.#names[kind].add(path);
    this.#addFolders(names.files);
  }

  /** Makes ready for many questions. */
  unpack(): void {
    for (const names of this.#kept.splice(0)) this.add(names.unpack());
  }

  state(path: string, isFolder: boolean): State {
    if (this.#isEmpty) return "final";
    const slash = path.lastIndexOf("/");
    const above = this.#folderState(path.slice(0, Math.max(slash, 0)));
    if (above !== "final") return above;
    if (this.#has("removed", path)) return "deleted";
    return this.#has("files", path) || (!isFolder && this.#has("folders", path)) ? "overwritten" : "final";
  }

  #has(kind: NameKind, path: string): boolean {
    return this.#names[kind].has(path) || this.#kept.some((names) => names.has(kind, path));
  }

  /** A file implies its folders, whether the layer lists them or not. Files of a folder mostly stand together. */
  #addFolders(files: readonly string[]): void {
    const { folders } = this.#names;
    let last = "";
    for (const path of files) {
      let at = path.lastIndexOf("/");
      if (at === last.length && path.startsWith(last)) continue;
      for (last = path.slice(0, Math.max(at, 0)); at > 0; at = path.lastIndexOf("/", at - 1)) {
        const folder = path.slice(0, at);
        if (folders.has(folder)) break;
        folders.add(folder);
      }
    }
  }

  /** Entries of a folder stand together in a layer, so the last answer is nearly always the right one. */
  #folderState(folder: string): State {
    if (folder === this.#lastFolder) return this.#lastState;
    this.#lastFolder = folder;
    this.#lastState = this.#findFolderState(folder);
    return this.#lastState;
  }

  #findFolderState(folder: string): State {
    if (this.#has("opaque", "")) return "deleted";
    for (let end = folder.indexOf("/"); folder !== ""; end = folder.indexOf("/", end + 1)) {
      const ancestor = end < 0 ? folder : folder.slice(0, end);
      if (this.#has("removed", ancestor) || this.#has("opaque", ancestor)) return "deleted";
      if (this.#has("files", ancestor)) return "overwritten";
      if (end < 0) break;
    }
    return "final";
  }
}
