// Looks into bytes and into everything that they encode, to a bounded depth and with bounded work.
import { innerDecoders, isCompressed, StreamTooLarge, textDecoders } from "./decode/index.ts";
import type { Decoded, Decoder, Late, Match } from "./detector.ts";
import { Sifted, type Sieve } from "./sieve/index.ts";
import { rank, resolve } from "./resolve.ts";
import { inOrder, Spans } from "./spans.ts";

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

export type Sight = { readonly sightings: readonly Sighting[]; readonly skipped: { bytes: number; reason: "work-limit" | "depth-limit" | "ratio-limit" }[] };
export type Look = {
  readonly sieve: Sieve;
  readonly see: (bytes: Uint8Array, sifted: Sifted) => { readonly matches: readonly Match[]; readonly late?: Late; readonly unexamined: number };
  /** Undone besides the encodings of every input. */
  readonly decoders: readonly Decoder[];
  /** `see` may find something also where the sieve found nothing. */
  readonly always: boolean;
};

/** All values in `bytes`, each named once: the narrower rule and the shallower decoding win. */
export function lookInto(bytes: Uint8Array, look: Look, sifted = look.sieve.sift(bytes)): Sight {
  const walk: Walk = { look, budget: Math.max(LEAST_WORK, bytes.length * WORK_FACTOR), skipped: [] };
  const sightings = lookAt({ bytes, sifted, decoded: [], at: undefined }, walk);
  return { sightings: inOrder(sightings, (a, b) => a.start - b.start), skipped: walk.skipped };
}

type View = {
  readonly bytes: Uint8Array;
  readonly sifted: Sifted;
  readonly decoded: readonly string[];
  /** Where its bytes come from in those that were read; undefined where they are those. */
  readonly at: ((offset: number) => number) | undefined;
};
type Walk = { readonly look: Look; budget: number; readonly skipped: Sight["skipped"] };

function lookAt(view: View, walk: Walk): Sighting[] {
  const { matches, late, unexamined } = walk.look.see(view.bytes, view.sifted);
  if (unexamined > 0) walk.skipped.push({ bytes: unexamined, reason: "work-limit" });
  const own = resolve(matches, late).map((match) => toSighting(view, match));
  let known: Known | undefined;
  for (const { name, decode } of decodersOf(view, walk)) {
    const runs = tryDecode(() => decode(view.bytes, view.sifted), view, walk);
    if (runs.length === 0) continue;
    const decoded = [...view.decoded, name];
    eachSifted(runs, walk.look, (run, sifted) => {
      if (!isPaidFor(run, view, walk) || !sifted) return;
      const found = lookAt({ bytes: run.bytes, sifted, decoded, at: placeOf(view, run) }, walk);
      if (found.length > 0) (known ??= new Known(own)).merge(found);
    });
  }
  return known?.values() ?? own;
}

function decodersOf({ decoded, bytes }: View, { look: { decoders } }: Walk): readonly Decoder[] {
  const known = decoded.length === 0 ? textDecoders : innerDecoders;
  if (decoders.length === 0 || (decoded.length > 0 && !isText(bytes))) return known;
  return [...known, ...decoders.filter(({ name }) => !decoded.includes(name))];
}

/** Takes the run's bytes from the budget, or tells that they are not looked at. */
function isPaidFor({ bytes }: Decoded, { decoded }: View, walk: Walk): boolean {
  const reason = decoded.length >= MAX_DEPTH ? "depth-limit" : walk.budget < bytes.length ? "work-limit" : undefined;
  if (reason) walk.skipped.push({ bytes: bytes.length, reason });
  else walk.budget -= bytes.length;
  return reason === undefined;
}

function placeOf(view: View, run: Decoded): (offset: number) => number {
  const at = run.at ?? (() => run.start);
  const outer = view.at;
  return outer ? (offset) => outer(at(offset)) : at;
}

/** Bytes that are sifted in one go, which costs less than one run after the other. */
const SIFTED_TOGETHER = 1 << 18;

/** Calls `visit` for each run with what the sieve found in it, or undefined for one that can hold nothing. */
function eachSifted(runs: readonly Decoded[], { sieve, always }: Look, visit: (run: Decoded, sifted: Sifted | undefined) => void): void {
  for (let from = 0; from < runs.length;) {
    let to = from;
    for (let size = 0; to < runs.length && size < SIFTED_TOGETHER; to++) size += runs[to]?.bytes.length ?? 0;
    const batch = runs.slice(from, to);
    const shares = sieve.siftAll(batch.map(({ bytes }) => bytes));
    let next = 0;
    batch.forEach((run, index) => {
      const sifted = shares[next]?.[0] === index ? shares[next++]?.[1] : undefined;
      visit(run, sifted ?? (always || isCompressed(run.bytes) ? new Sifted() : undefined));
    });
    from = to;
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

/** In a text that was decoded backwards the match's end comes first. What stood before the match is its context too: where it is cut, nothing tells what it was. */
function toSighting({ at, decoded }: View, match: Match): Sighting {
  const from = match.from ?? match.start;
  if (!at) return { match, decoded, start: match.start, end: Math.max(match.start + 1, match.end), from };
  const first = at(match.start);
  const last = at(Math.max(match.start, match.end - 1));
  const start = Math.min(first, last);
  return { match, decoded, start, end: Math.max(first, last) + 1, from: Math.min(at(Math.max(0, from - 1)), start) };
}

/** What is known of a view while its decoded runs are looked at one after the other. */
class Known {
  readonly #values: Set<Sighting>;
  readonly #spans = new Spans<Sighting>();

  constructor(sightings: readonly Sighting[]) {
    this.#values = new Set(sightings);
    for (const sighting of sightings) this.#spans.add(sighting);
  }

  /** What a decoded run holds against what is known already: it replaces values of broader rules and yields to all others. */
  merge(inner: readonly Sighting[]): void {
    for (const { one, isRepeated } of eachSpan(inner)) {
      if (isRepeated) continue;
      for (const gone of this.#spans.remove(one, (other) => rank(one.match) < rank(other.match))) this.#values.delete(gone);
    }
    let hasRoom = true;
    const fresh = [...eachSpan(inner)].filter(({ one, isRepeated }) => (isRepeated ? hasRoom : (hasRoom = !this.#spans.some(one, () => true))));
    for (const { one } of fresh) {
      this.#values.add(one);
      this.#spans.add(one);
    }
  }

  values(): Sighting[] {
    return [...this.#values];
  }
}

/** Values whose place in the bytes that were read is not known have all the same one: what holds for the one before holds for them. */
function* eachSpan(sightings: readonly Sighting[]): Generator<{ one: Sighting; isRepeated: boolean }> {
  let before: Sighting | undefined;
  for (const one of sightings) {
    yield { one, isRepeated: before !== undefined && before.start === one.start && before.end === one.end && rank(before.match) <= rank(one.match) };
    before = one;
  }
}
