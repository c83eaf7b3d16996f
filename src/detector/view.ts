// Looks into bytes and into everything that they encode, to a bounded depth and with bounded work.
import { innerDecoders, StreamTooLarge, textDecoders } from "./decode/index.ts";
import type { Decoded, Decoder, Match } from "./detector.ts";
import type { Sieve, Sifted } from "./sieve/index.ts";
import { Spans } from "./spans.ts";

/** Encodings within encodings that are undone. */
export const MAX_DEPTH = 5;
/** Decoded bytes for each byte that was read, and how many there may be in any case, before the rest counts as not examined. */
const WORK_FACTOR = 8;
const LEAST_WORK = 1 << 23;
/** How much of decoded bytes tells whether they are text. */
const TEXT_SAMPLE = 256;

/** A match with its place in the bytes that were read. */
export type Sighting = {
  readonly match: Match;
  /** Encodings that were undone, outermost first. */
  readonly decoded: readonly string[];
  /** Span of the value in the bytes that were read; of the run that encodes it, where its part in it is not known. */
  readonly start: number;
  readonly end: number;
  /** Where its context begins. */
  readonly from: number;
};

export type Sight = { readonly sightings: Sighting[]; readonly skipped: { bytes: number; reason: "work-limit" | "depth-limit" | "ratio-limit" }[] };
export type Look = {
  readonly sieve: Sieve;
  readonly see: (bytes: Uint8Array, sifted: Sifted) => { readonly matches: readonly Match[]; readonly unexamined: number };
  /** Undone besides the encodings of every input. */
  readonly decoders: readonly Decoder[];
};

/** All values in `bytes`, each named once: the narrower rule and the shallower decoding win. */
export function lookInto(bytes: Uint8Array, look: Look, sifted = look.sieve.sift(bytes)): Sight {
  const walk: Walk = { look, budget: Math.max(LEAST_WORK, bytes.length * WORK_FACTOR), skipped: [] };
  const sightings = lookAt({ bytes, sifted, decoded: [], at: (offset) => offset }, walk);
  return { sightings: sightings.sort((a, b) => a.start - b.start), skipped: walk.skipped };
}

type View = { readonly bytes: Uint8Array; readonly sifted: Sifted; readonly decoded: readonly string[]; readonly at: (offset: number) => number };
type Walk = { readonly look: Look; budget: number; readonly skipped: Sight["skipped"] };

function lookAt(view: View, walk: Walk): Sighting[] {
  const { matches, unexamined } = walk.look.see(view.bytes, view.sifted);
  if (unexamined > 0) walk.skipped.push({ bytes: unexamined, reason: "work-limit" });
  let best = toSightings(view, matches);
  for (const { name, run } of decodeAll(view, walk)) {
    const inner = lookAt(enter(view, name, { run, walk }), walk);
    best = inner.length === 0 ? best : merge(best, inner);
  }
  return best;
}

function enter(view: View, name: string, { run, walk }: { run: Decoded; walk: Walk }): View {
  const at = run.at ?? (() => run.start);
  return { bytes: run.bytes, sifted: walk.look.sieve.sift(run.bytes), decoded: [...view.decoded, name], at: (offset) => view.at(at(offset)) };
}

function* decodeAll(view: View, walk: Walk): Generator<{ name: string; run: Decoded }> {
  const further = view.decoded.length === 0 || isText(view.bytes) ? walk.look.decoders.filter(({ name }) => !view.decoded.includes(name)) : [];
  for (const { name, decode } of [...(view.decoded.length === 0 ? textDecoders : innerDecoders), ...further]) {
    for (const run of tryDecode(() => decode(view.bytes, view.sifted), view, walk)) {
      if (view.decoded.length >= MAX_DEPTH) walk.skipped.push({ bytes: run.bytes.length, reason: "depth-limit" });
      else if (walk.budget < run.bytes.length) walk.skipped.push({ bytes: run.bytes.length, reason: "work-limit" });
      else {
        walk.budget -= run.bytes.length;
        yield { name, run };
      }
    }
  }
}

/** Bytes that came out of a decoder by chance are mostly no text, and no disguise of text is looked for in them. */
function isText(bytes: Uint8Array): boolean {
  let visible = 0;
  const length = Math.min(bytes.length, TEXT_SAMPLE);
  for (const byte of bytes.subarray(0, length)) if ((byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b) visible++;
  return visible >= length * 0.8;
}

function tryDecode(decode: () => Decoded[], view: View, walk: Walk): Decoded[] {
  try {
    return decode();
  } catch (error) {
    if (!(error instanceof StreamTooLarge)) throw error;
    walk.skipped.push({ bytes: view.bytes.length, reason: "ratio-limit" });
    return [];
  }
}

/** Matches of one view that overlap name the same value: the narrower rule stays, then the one that begins first. */
function toSightings(view: View, matches: readonly Match[]): Sighting[] {
  const sorted = matches.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start || b.end - a.end);
  const kept = new Spans<Match>();
  for (const match of sorted) if (!kept.overlaps(match.start, match.end)) kept.add(match.start, match.end, match);
  return kept.values().map((match) => ({
    match, decoded: view.decoded,
    ...spanOf(view, match), from: Math.min(view.at(match.from ?? match.start), spanOf(view, match).start),
  }));
}

/** In a text that was decoded backwards the match's end comes first. */
function spanOf(view: View, match: Match): { start: number; end: number } {
  const [first, last] = [view.at(match.start), view.at(Math.max(match.start, match.end - 1))];
  return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
}

/** What a decoded run holds against what is known already: it replaces values of broader rules and yields to all others. */
function merge(outer: readonly Sighting[], inner: readonly Sighting[]): Sighting[] {
  const innerSpans = Spans.of(inner);
  const kept = outer.filter((sighting) => !innerSpans.all(sighting.start, sighting.end).some((other) => rank(other.match) < rank(sighting.match)));
  const keptSpans = Spans.of(kept);
  return [...kept, ...inner.filter((sighting) => !keptSpans.overlaps(sighting.start, sighting.end))];
}

/** What one rule accepts may be open by another. */
const ACCEPTED = 10;

function rank(match: Match): number {
  return (match.rank ?? 0) + (match.accepted ? ACCEPTED : 0);
}
