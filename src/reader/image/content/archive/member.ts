// What the walkers of archives have in common: a member's content out of the archive's stream, and the rest of a broken archive.
import type { GapReason } from "../../../../finding/index.ts";
import { WindowCutter } from "../../../index.ts";
import { ByteReader } from "../byte-reader.ts";
import { addGap, type Context, type Site } from "../context.ts";

/** Reads the next `size` bytes as the member's content and counts it. */
export async function readMember(context: Context, member: Site, { reader, size }: { reader: ByteReader; size: number }): Promise<void> {
  const { outlet } = context;
  outlet.ledger.saw("members");
  const before = outlet.gaps;
  const start = reader.position;
  const body = new ByteReader(reader.chunks(size));
  await context.inspectStream(member, body, size);
  while (await body.next());
  if (reader.position - start < size) addGap(context, member, { reason: "truncated", detail: "the archive ends inside a member" });
  if (outlet.gaps === before) outlet.ledger.examined("members");
}

type Rest = { readonly reader: ByteReader; readonly reason: GapReason; readonly detail: string };

/** Ends an archive with a gap; what is left of it is read as it is stored. */
export async function passRest(context: Context, site: Site, { reader, reason, detail }: Rest): Promise<void> {
  addGap(context, site, { reason, detail });
  await pour(context, site, reader);
}

/** Reads everything that is left as it is stored. */
export async function pour(context: Context, site: Site, reader: ByteReader): Promise<void> {
  const cutter = new WindowCutter(site.place);
  for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
    for (const window of cutter.push(chunk)) context.outlet.push(window);
    if (context.outlet.full) await context.outlet.drained();
  }
  for (const window of cutter.end()) context.outlet.push(window);
}
