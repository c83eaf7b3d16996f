// A zlib stream by itself: a loose object of a git repository, or anything else that a program has deflated.
import { addGap, toMember, type Context, type Site } from "./context.ts";
import { countMember } from "./expand.ts";
import { inflatePart } from "./small-decoder.ts";

/** What follows the stream is read as it is. */
export async function openZlib(context: Context, site: Site, bytes: Buffer): Promise<void> {
  const part = inflatePart(bytes, context.limits.bufferBytes);
  if (part === "too-large") return addGap(context, site, { reason: "size-limit", detail: `a zlib stream has more than ${context.limits.bufferBytes} bytes`, bytes: bytes.length });
  if (!part) {
    addGap(context, site, { reason: "malformed", detail: "a zlib stream is damaged; it was read only as it is stored" });
    return context.outlet.content(site.place, bytes);
  }
  context.outlet.content(site.place, bytes.subarray(part.used));
  const member = toMember(site, "(zlib)");
  const problem = site.budget.grow(part.content.length);
  if (problem) return addGap(context, member, { ...problem, bytes: part.content.length });
  return countMember(context, () => context.inspectBytes(member, part.content));
}
