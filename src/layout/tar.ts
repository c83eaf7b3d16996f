// Entries to a tar stream that is the same for the same entries: no clock, no user, no order of a file system in it.
import { createTarPacker } from "modern-tar";
import { arrangeEntries, type Content, type Entry } from "./entry.ts";

type Packer = ReturnType<typeof createTarPacker>["controller"];
type Header = Parameters<Packer["add"]>[0];

/** Files carry the epoch, not the build time, so that an unchanged layer keeps its digest from build to build. */
const OWNER_AND_TIME = { mtime: new Date(0), uid: 0, gid: 0, uname: "", gname: "" } as const;
/** Headers are 512 bytes: without gathering, each would be a compression job and a write of its own. */
const CHUNK_BYTES = 1 << 17;

/** A ustar archive with pax records where a name is long. Throws InputError as arrangeEntries does, before the first byte. */
export async function* writeTar(entries: readonly Entry[]): AsyncGenerator<Uint8Array> {
  const arranged = arrangeEntries(entries);
  const { readable, controller } = createTarPacker();
  const filling = fill(controller, arranged).catch((error: unknown) => controller.error(error));
  yield* gather(readable);
  await filling;
}

async function fill(controller: Packer, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) {
    const writer = controller.add(toHeader(entry)).getWriter();
    if (entry.type === "file") {
      for await (const chunk of openContent(entry.content)) await writer.write(chunk);
    }
    await writer.close();
  }
  controller.finalize();
}

function toHeader(entry: Entry): Header {
  switch (entry.type) {
    case "file":
      return { ...OWNER_AND_TIME, name: entry.path, type: "file", size: sizeOf(entry.content), mode: entry.mode ?? 0o644, ...toPax(entry.xattrs) };
    case "directory":
      return { ...OWNER_AND_TIME, name: `${entry.path}/`, type: "directory", size: 0, mode: entry.mode ?? 0o755 };
    case "symlink":
      return { ...OWNER_AND_TIME, name: entry.path, type: "symlink", size: 0, mode: 0o777, linkname: entry.target };
    case "hardlink":
      return { ...OWNER_AND_TIME, name: entry.path, type: "link", size: 0, mode: 0o644, linkname: entry.target };
    default:
      return entry satisfies never;
  }
}

/** Extended attributes as pax records, the way GNU tar and container engines write them. */
function toPax(xattrs: Readonly<Record<string, string>> | undefined): { pax?: Record<string, string> } {
  if (xattrs === undefined) return {};
  return { pax: Object.fromEntries(Object.entries(xattrs).map(([name, value]) => [`SCHILY.xattr.${name}`, value])) };
}

function sizeOf(content: Content): number {
  if (typeof content === "string") return Buffer.byteLength(content);
  return content instanceof Uint8Array ? content.length : content.size;
}

async function* openContent(content: Content): AsyncGenerator<Uint8Array> {
  if (typeof content === "string") yield Buffer.from(content);
  else if (content instanceof Uint8Array) yield content;
  else yield* content.open();
}

async function* gather(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < CHUNK_BYTES) continue;
    yield Buffer.concat(held, size);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held, size);
}
