// Documents and pictures with zlib streams inside: the texts and objects of a PDF file, the compressed texts of a PNG file.
import { addGap, toMember, type Context, type Site } from "../context.ts";
import { countMember } from "../expand.ts";
import { inflatePart, isZlib } from "../small-decoder.ts";

/** What one stream may come to. */
const STREAM_BYTES = 64 << 20;
/** Places of one file that look like a stream and are none: a file full of them costs no more than these. */
const MOST_FAILED = 1_000;
const SIGNATURE_BYTES = 8;
/** How far before a stream its dictionary is looked for. */
const DICTIONARY_BYTES = 400;

/** ISO 32000, 7.3.8: a stream's bytes follow the keyword and an end of line. Streams of other filters are part of the content as it is. */
export async function walkPdf(context: Context, site: Site, bytes: Buffer): Promise<void> {
  context.outlet.content(site.place, bytes);
  // ISO 32000, 7.6 and 7.4.4: both stand for the whole file, and hide what is in its streams.
  if (/\/Encrypt[\s<]/.test(bytes.toString("latin1"))) addGap(context, site, { reason: "encrypted", detail: "the PDF file is encrypted; its streams were read only as they are stored" });
  else if (bytes.includes("/LZWDecode")) addGap(context, site, { reason: "unsupported-compression", detail: "streams of the PDF file are compressed by LZW; they were read only as they are stored" });
  const attempts = { failed: 0, told: false };
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    const start = bytes[at + 6] === 0x0d ? at + 8 : at + 7;
    if (!isZlib(bytes.subarray(start, start + 2))) continue;
    const isStated = bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at).includes("/FlateDecode");
    if (!await readStream(context, site, { bytes, start, attempts, isStated })) return;
  }
}

/** PNG, third edition, 11.3.3: zTXt holds a name, a method and a stream; iTXt has two flags and two more texts before it. */
export async function walkPng(context: Context, site: Site, bytes: Buffer): Promise<void> {
  context.outlet.content(site.place, bytes);
  const attempts = { failed: 0, told: false };
  for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const name = bytes.indexOf(0, at + 8);
    if (name > 0 && name < end) {
      const start = kind === "zTXt" ? name + 2 : kind === "iTXt" && bytes[name + 1] === 1 ? skipTexts(bytes, name + 3) : undefined;
      if (start !== undefined && start < end && !await readStream(context, site, { bytes: bytes.subarray(0, end), start, attempts, isStated: true })) return;
    }
    at = end + 4;
  }
}

function skipTexts(bytes: Buffer, at: number): number {
  return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1;
}

type Stream = { readonly bytes: Buffer; readonly start: number; readonly attempts: { failed: number; told: boolean }; /** The file says that a stream begins here. */ readonly isStated: boolean };

/** False where a limit ends the file. What only looks like a stream has been read as it is. */
async function readStream(context: Context, site: Site, { bytes, start, attempts, isStated }: Stream): Promise<boolean> {
  const { outlet } = context;
  const part = inflatePart(bytes.subarray(start), STREAM_BYTES);
  if (part === "too-large") addGap(context, site, { reason: "size-limit", detail: `a compressed stream at ${start} has more than ${STREAM_BYTES} bytes` });
  if (!part && isStated && !attempts.told) {
    attempts.told = true;
    addGap(context, site, { reason: "malformed", detail: `the compressed stream at ${start} is damaged; it was read only as it is stored` });
  }
  if (!part || part === "too-large") {
    if (++attempts.failed <= MOST_FAILED) return true;
    addGap(context, site, { reason: "count-limit", detail: `more than ${MOST_FAILED} streams can't be decoded; the rest was read only as it is stored` });
    return false;
  }
  const problem = site.budget.countMember() ? site.budget.grow(part.content.length) : { reason: "count-limit" as const, detail: `more than ${context.limits.entries} streams; the rest was not read` };
  if (problem) {
    addGap(context, site, problem);
    return false;
  }
  // A document's attachments are streams too.
  await countMember(context, () => context.inspectBytes(toMember(site, `(stream at ${start})`), part.content));
  if (outlet.full) await outlet.drained();
  return true;
}
