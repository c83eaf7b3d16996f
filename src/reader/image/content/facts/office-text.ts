// XML of office documents (ECMA-376, OpenDocument): a text is cut into runs wherever its look changes, so the runs are joined for reading.
import { addGap, toMember, type Context, type Site } from "../context.ts";

/** Elements whose end ends a line: paragraphs, shared strings, cells, rows, breaks. */
const ENDS_LINE = /^(\/(w:p|a:p|text:p|text:h|text:list-item|si|c|v|f|row|w:tc|table:table-cell|comment|sheet|Relationship)|w:br|w:tab|text:line-break|text:tab|br)\b/;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };

export async function readOfficeText(context: Context, site: Site, bytes: Buffer): Promise<void> {
  context.outlet.content(site.place, bytes);
  const problem = site.budget.grow(bytes.length);
  if (problem) return addGap(context, site, problem);
  context.outlet.content(toMember(site, "(text)").place, Buffer.from(toText(bytes.toString("latin1")), "latin1"));
  if (context.outlet.full) await context.outlet.drained();
}

/** The character data, one character a byte. */
function toText(xml: string): string {
  const parts: string[] = [];
  for (let at = 0; at < xml.length;) {
    const open = xml.indexOf("<", at);
    parts.push(xml.slice(at, open < 0 ? xml.length : open));
    if (open < 0) break;
    const close = xml.indexOf(">", open);
    if (close < 0) break;
    if (ENDS_LINE.test(xml.slice(open + 1, open + 40))) parts.push("\n");
    at = close + 1;
  }
  return parts.join("").replace(/&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,4});/g, (whole, name: string) => unescape(whole, name));
}

function unescape(whole: string, name: string): string {
  if (!name.startsWith("#")) return NAMED[name] ?? whole;
  const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code < 0x80 ? String.fromCharCode(code) : whole;
}
