// A log among others: whatever is wrong with it is a gap, and the others are read all the same.
import type { GapDraft, LogPlace } from "../../finding/index.ts";
import { recogniseContent } from "./content.ts";
import { Expansion, gunzip, peek, untilBroken } from "./stream.ts";

/** The text of one member, gunzipped where it is gzip; what is no log is a gap. */
export async function* openChecked(place: LogPlace, content: AsyncIterable<Uint8Array>, expansion?: Expansion): AsyncGenerator<Uint8Array | GapDraft> {
  let broken: GapDraft | undefined;
  const intact = stopAtGap(untilBroken(place, content, expansion), (gap) => (broken = gap));
  const { head, all } = await peek(intact);
  const found = recogniseContent(head);
  switch (found.kind) {
    case "empty":
    case "text":
      yield* all;
      break;
    case "gzip":
      yield* openGzip(place, all, expansion);
      break;
    case "error-page":
      yield { reason: "log-unavailable", location: place, detail: `${found.what} lies in the place of the log` };
      yield* all;
      break;
    case "zip":
      yield* skip(all, { reason: "unsupported-archive", location: place, detail: "a zip archive inside that is damaged, too large, too deep, or not named as one; audit it by itself" });
      break;
    case "binary":
      yield* skip(all, { reason: "unsupported-media-type", location: place, detail: `${found.what}, not a log` });
      break;
    default:
      found satisfies never;
  }
  if (broken) yield broken;
}

/** A gzip stream's text; `expansion` is that of the archive around it, where there is one. */
export function openGzip(place: LogPlace, content: AsyncIterable<Uint8Array>, expansion = new Expansion()): AsyncGenerator<Uint8Array | GapDraft> {
  return untilBroken(place, gunzip(expansion.feed(content)), expansion);
}

/** Reads on, so that the digest covers the whole file and the gap says how much was left out. */
async function* skip(content: AsyncIterable<Uint8Array>, gap: GapDraft): AsyncGenerator<GapDraft> {
  let bytes = 0;
  for await (const chunk of content) bytes += chunk.length;
  yield { ...gap, bytes };
}

async function* stopAtGap(stream: AsyncIterable<Uint8Array | GapDraft>, onGap: (gap: GapDraft) => void): AsyncGenerator<Uint8Array> {
  for await (const item of stream) {
    if (item instanceof Uint8Array) yield item;
    else onGap(item);
  }
}
