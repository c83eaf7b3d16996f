// Walks the entries of a tar stream, in constant memory: a layer, or an archive inside a file.
import type { ImagePlace } from "../../../../finding/index.ts";
import { BLOCK_BYTES, decodeName, EntryAssembler, isZero, paddedSize, parseHeader, type Sparse, type TarEntry, type TarHeader } from "../../../../tar/index.ts";
import { ByteReader } from "../byte-reader.ts";
import { addGap, type Context, type Site } from "../context.ts";
import { toNormalPath } from "../path.ts";
import { openSparse } from "./sparse-file.ts";
import { TarNames, type NamePlaces } from "./tar-names.ts";

/** What an archive means to its owner. */
export type TarVisitor = NamePlaces & {
  /** The site of an entry's content. */
  siteOf(path: string, size: number): Site;
  /** Called for each entry before its content; false ends the walk. */
  enter(path: string, entry: TarEntry): boolean;
  /** Called for each entry whose content was read, with whether that left no gap. */
  leave(entry: TarEntry, isComplete: boolean): void;
};

/** Content up to this size is taken at once. */
const SMALL_BYTES = 16 << 20;
/** Bytes of an extension header that is parsed; more is read as it is. */
const EXTENSION_BYTES = 1 << 20;

/** Reads the archive to its end mark, and what stands behind that too. */
export async function walkTar(context: Context, reader: ByteReader, visitor: TarVisitor): Promise<void> {
  const walk = new TarWalk(context, reader, visitor);
  await walk.run();
}

class TarWalk {
  readonly #context: Context;
  readonly #reader: ByteReader;
  readonly #visitor: TarVisitor;
  readonly #assembler = new EntryAssembler();
  readonly #names: TarNames;

  constructor(context: Context, reader: ByteReader, visitor: TarVisitor) {
    this.#context = context;
    this.#reader = reader;
    this.#visitor = visitor;
    this.#names = new TarNames(context, visitor);
  }

  async run(): Promise<void> {
    let zeros = 0;
    while (zeros < 2) {
      const block = this.#reader.takeNow(BLOCK_BYTES) ?? await this.#reader.take(BLOCK_BYTES);
      if (block.length < BLOCK_BYTES) return this.#endEarly(block, zeros);
      const header = parseHeader(block);
      if (header === "malformed") return this.#readRest(block);
      zeros = header === "zero" ? zeros + 1 : 0;
      if (header === "zero") continue;
      if (header.hidden) this.#context.outlet.content(this.#visitor.archive.place, block);
      const pending = EntryAssembler.isExtension(header.type) ? this.#extend(header) : this.#entry(header);
      const goesOn = typeof pending === "boolean" ? pending : await pending;
      if (!goesOn) return;
      if (this.#context.outlet.full) await this.#context.outlet.drained();
    }
    await this.#readTrailer();
  }

  #endEarly(block: Buffer, zeros: number): void {
    if (block.length === 0 && zeros > 0) return;
    this.#context.outlet.content(this.#visitor.archive.place, block);
    addGap(this.#context, this.#visitor.archive, { reason: "truncated", detail: "the archive ends without its end mark" });
  }

  async #readRest(block: Buffer): Promise<void> {
    const at = this.#reader.position - BLOCK_BYTES;
    addGap(this.#context, this.#visitor.archive, { reason: "malformed", detail: `the archive breaks its format at byte ${at}; the rest was read only as it is stored` });
    this.#context.outlet.content(this.#visitor.archive.place, block);
    await this.#pour(this.#visitor.archive.place);
  }

  /** Engines stop at the end mark, so whatever follows is out of the ordinary. */
  async #readTrailer(): Promise<void> {
    for (let chunk = await this.#reader.next(); chunk; chunk = await this.#reader.next()) {
      if (isZero(chunk)) continue;
      addGap(this.#context, this.#visitor.archive, { reason: "malformed", detail: "data stands behind the end of the archive; it was read only as it is stored" });
      this.#context.outlet.content(this.#visitor.archive.place, chunk);
      await this.#pour(this.#visitor.archive.place);
    }
  }

  async #pour(place: ImagePlace): Promise<void> {
    for (let chunk = await this.#reader.next(); chunk; chunk = await this.#reader.next()) {
      this.#context.outlet.content(place, chunk);
      if (this.#context.outlet.full) await this.#context.outlet.drained();
    }
  }

  async #extend(header: TarHeader): Promise<boolean> {
    const { archive } = this.#visitor;
    if (header.size > EXTENSION_BYTES) {
      addGap(this.#context, archive, { reason: "size-limit", detail: `an extension header of ${header.size} bytes was read only as it is stored` });
      const body = new ByteReader(this.#reader.chunks(paddedSize(header.size)));
      for (let chunk = await body.next(); chunk; chunk = await body.next()) this.#context.outlet.content(archive.place, chunk);
      return true;
    }
    this.#names.announce(header);
    // Kept until the entry that it describes, or for all that follow.
    const body = Buffer.from(await this.#reader.take(paddedSize(header.size)));
    if (body.length < header.size) return this.#cutOff(archive, body);
    const { records, complete } = this.#assembler.extend(header.type, body.subarray(0, header.size));
    this.#names.extend(records);
    if (complete) {
      this.#pad(body.subarray(header.size));
      return true;
    }
    addGap(this.#context, archive, { reason: "malformed", detail: "an extension header cannot be parsed; it was read only as it is stored" });
    this.#context.outlet.content(archive.place, body);
    return true;
  }

  #cutOff(site: Site, body: Buffer): false {
    this.#context.outlet.content(site.place, body);
    addGap(this.#context, site, { reason: "truncated", detail: "the archive ends inside an entry" });
    return false;
  }

  /** Waits only for content that isn't at hand. */
  #entry(header: TarHeader): boolean | Promise<boolean> {
    const entry = this.#assembler.complete(header);
    if (!entry) {
      addGap(this.#context, this.#visitor.archive, { reason: "malformed", detail: "an entry has no valid size; the rest was read only as it is stored" });
      return this.#pour(this.#visitor.archive.place).then(() => false);
    }
    const path = this.#toPath(entry);
    if (!this.#visitor.enter(path, entry)) return false;
    this.#names.read(path, entry, header);
    const before = this.#context.outlet.gaps;
    if (entry.partial) addGap(this.#context, this.#visitor.siteOf(path, entry.size), { reason: "unsupported-feature", detail: "a file that goes on in another archive was read as far as it goes" });
    const pending = entry.sparse ? this.#sparse(path, entry, entry.sparse) : this.#content(path, entry);
    const finish = (goesOn: boolean): boolean => {
      this.#visitor.leave(entry, this.#context.outlet.gaps === before);
      return goesOn;
    };
    return typeof pending === "boolean" ? finish(pending) : pending.then(finish);
  }

  async #sparse(path: string, entry: TarEntry, sparse: Sparse | "malformed"): Promise<boolean> {
    const { whole, stored, aside } = await openSparse(this.#reader, sparse, entry.size);
    this.#pad(aside);
    const site = this.#visitor.siteOf(path, whole?.size ?? entry.size);
    if (!whole) {
      addGap(this.#context, site, { reason: "unsupported-feature", detail: "a sparse file's map can't be followed; it was read as it is stored" });
      return this.#large(path, { ...entry, size: stored });
    }
    const start = this.#reader.position;
    const body = new ByteReader(whole.chunks);
    await this.#context.inspectStream(site, body, whole.size);
    while (await body.next());
    if (this.#reader.position - start < stored) return this.#cutOff(site, Buffer.alloc(0));
    this.#pad(await this.#reader.take(paddedSize(stored) - stored));
    return true;
  }

  /** Nothing belongs behind a content but zeros; what stands there travels with the archive all the same. */
  #pad(bytes: Buffer): void {
    if (!isZero(bytes)) this.#context.outlet.content(this.#visitor.archive.place, bytes);
  }

  #content(path: string, entry: TarEntry): boolean | Promise<boolean> {
    if (entry.size === 0) return true;
    if (entry.size > SMALL_BYTES) return this.#large(path, entry);
    const body = this.#reader.takeNow(paddedSize(entry.size));
    return body ? this.#small(path, entry, body) : this.#reader.take(paddedSize(entry.size)).then((late) => this.#small(path, entry, late));
  }

  #small(path: string, entry: TarEntry, body: Buffer): boolean | Promise<boolean> {
    const site = this.#visitor.siteOf(path, entry.size);
    if (body.length < entry.size) return this.#cutOff(site, body);
    this.#pad(body.subarray(entry.size));
    const pending = this.#context.inspectBytes(site, body.subarray(0, entry.size));
    return pending ? pending.then(() => true) : true;
  }

  async #large(path: string, entry: TarEntry): Promise<boolean> {
    const site = this.#visitor.siteOf(path, entry.size);
    const start = this.#reader.position;
    const body = new ByteReader(this.#reader.chunks(entry.size));
    await this.#context.inspectStream(site, body, entry.size);
    // A nested reader stops at its own limits; the archive goes on behind the entry all the same.
    while (await body.next());
    if (this.#reader.position - start < entry.size) return this.#cutOff(site, Buffer.alloc(0));
    this.#pad(await this.#reader.take(paddedSize(entry.size) - entry.size));
    return true;
  }

  /** The path from the archive's root; ".." segments that leave it are a gap, the rest of the path is kept. */
  #toPath(entry: TarEntry): string {
    const raw = decodeName(entry.path);
    const { path, escapes } = toNormalPath(raw);
    if (escapes) {
      addGap(this.#context, this.#visitor.siteOf(path, entry.size), { reason: "path-escape", detail: "an entry's name points outside the archive; its content was read all the same" });
    }
    return path;
  }
}
