// Texts in the header of gzip data (RFC 1952, 2.3): decoding drops them, so they are read apart.
import { toMemberPlace, type Context, type Site } from "./context.ts";

const HAS_EXTRA = 0x04;
const HAS_NAME = 0x08;
const HAS_COMMENT = 0x10;

/** Puts out extra field, name and comment of the first member, where there are any; `head` is the beginning of the data. */
export function readGzipTexts(context: Context, site: Site, head: Buffer): void {
  const flags = head[3] ?? 0;
  if ((flags & (HAS_EXTRA | HAS_NAME | HAS_COMMENT)) === 0) return;
  let end = 10;
  if ((flags & HAS_EXTRA) !== 0) end += 2 + (head.length > 11 ? head.readUInt16LE(10) : 0);
  if ((flags & HAS_NAME) !== 0) end = behindText(head, end);
  if ((flags & HAS_COMMENT) !== 0) end = behindText(head, end);
  context.outlet.content(toMemberPlace(site.place, "(gzip)", site.place.part === "file" ? "file-name" : site.place.part), head.subarray(10, end));
}

function behindText(head: Buffer, start: number): number {
  const end = head.indexOf(0, start);
  return end < 0 ? head.length : end + 1;
}
