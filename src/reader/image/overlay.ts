// What the layers above hide: whether the running container still shows a path (OCI image-spec, "Whiteouts").
// Of a path that one layer holds twice the first copy counts as shown too: the second isn't known yet when it streams by.
import type { ImagePlace } from "../../finding/index.ts";

export type State = ImagePlace["state"];

const WHITEOUT = ".wh.";
const OPAQUE = ".wh..wh..opq";

/** Names of one layer, gathered while it is read. */
export class LayerNames {
  readonly folders: string[] = [];
  readonly files: string[] = [];
  readonly removed: string[] = [];
  readonly opaque: string[] = [];

  addAll(names: LayerNames): void {
    for (const kind of ["folders", "files", "removed", "opaque"] as const) for (const path of names[kind]) this[kind].push(path);
  }

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
  readonly #folders = new Set<string>();
  readonly #files = new Set<string>();
  readonly #removed = new Set<string>();
  readonly #opaque = new Set<string>();
  #lastFolder: string | undefined;
  #lastState: State = "final";

  /** Puts a layer on the pile; its names hide those of the layers below. */
  add(names: LayerNames): void {
    for (const path of names.folders) this.#folders.add(path);
    for (const path of names.files) this.#addFile(path);
    for (const path of names.removed) this.#removed.add(path);
    for (const path of names.opaque) this.#opaque.add(path);
    this.#lastFolder = undefined;
  }

  state(path: string, isFolder: boolean): State {
    if (this.#files.size + this.#folders.size + this.#removed.size + this.#opaque.size === 0) return "final";
    const slash = path.lastIndexOf("/");
    const above = this.#folderState(path.slice(0, Math.max(slash, 0)));
    if (above !== "final") return above;
    if (this.#removed.has(path)) return "deleted";
    return this.#files.has(path) || (!isFolder && this.#folders.has(path)) ? "overwritten" : "final";
  }

  /** A file implies its folders, whether the layer lists them or not. */
  #addFile(path: string): void {
    this.#files.add(path);
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (this.#folders.has(folder)) return;
      this.#folders.add(folder);
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
    if (this.#opaque.has("")) return "deleted";
    for (let end = folder.indexOf("/"); folder !== ""; end = folder.indexOf("/", end + 1)) {
      const ancestor = end < 0 ? folder : folder.slice(0, end);
      if (this.#removed.has(ancestor) || this.#opaque.has(ancestor)) return "deleted";
      if (this.#files.has(ancestor)) return "overwritten";
      if (end < 0) break;
    }
    return "final";
  }
}
