// A tar archive inside a file.
import { addGap, toMember, toMemberPlace, type Context, type Site } from "../context.ts";
import type { ByteReader } from "../byte-reader.ts";
import { walkTar } from "./tar-walk.ts";

export function walkNestedTar(context: Context, site: Site, reader: ByteReader): Promise<void> {
  const { ledger } = context.outlet;
  return walkTar(context, reader, {
    archive: site,
    placeOf: (path, part) => toMemberPlace(site.place, path, site.place.part === "file" ? part : site.place.part),
    siteOf: (path) => toMember(site, path),
    enter: () => {
      if (!site.budget.countMember()) {
        addGap(context, site, { reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was not read` });
        return false;
      }
      return true;
    },
    leave: (entry, isComplete) => {
      if (entry.type !== "file") return;
      ledger.saw("members");
      if (isComplete) ledger.examined("members");
    },
  });
}
