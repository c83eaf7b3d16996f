// Undoes what a terminal does not show. What it cuts in two is whole in the first reading, what it keeps apart is apart in the second.
import { findMarks } from "../sieve/index.ts";
import { findInvisible } from "./invisible.ts";
import type { Decoded, Decoder } from "../../detector.ts";

const NEWLINE = 0x0a;
const BLANK = 0x20;
/** How far around something invisible its text is read again: a value may have been wrapped over the lines around. */
const AROUND = 1 << 9;
/** A line is read again from this far before to this far behind what is invisible in it. */
const LINE = 1 << 12;

export const terminal: Decoder = { name: "terminal", decode };

/** Neighbouring invisible things, with the text hidden inside. */
type Cut = { readonly start: number; end: number; readonly hidden: { start: number; end: number }[] };
type Span = { readonly start: number; end: number };

function decode(bytes: Uint8Array): Decoded[] {
  const cuts = findCuts(bytes);
  if (cuts.length === 0) return [];
  const regions = toRegions(bytes, cuts);
  const glued = cuts.filter((cut) => cut.hidden.length > 0 || (isWord(bytes[cut.start - 1]) && isWord(bytes[cut.end])));
  const lines = toLines(bytes, glued);
  return [...toDecoded(new Rewriting(bytes, sum(regions)), regions, cuts), ...toDecoded(new SeparatedRewriting(bytes, 2 * sum(lines)), lines, cuts)];
}

/** All spans as one text, a line end between any two: one text to search instead of thousands. */
function toDecoded(rewriting: Rewriting, spans: readonly Span[], cuts: readonly Cut[]): Decoded[] {
  for (const span of spans) rewriting.add(span, cuts);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? [{ start: first.start, end: last.end, ...rewriting.result() }] : [];
}

function sum(spans: readonly Span[]): number {
  return spans.reduce((total, { start, end }) => total + end - start + 1, 0);
}

function findCuts(bytes: Uint8Array): Cut[] {
  const cuts: Cut[] = [];
  let done = 0;
  for (const { start: at } of findMarks(bytes).of("invisible")) {
    if (at < done) continue;
    const invisible = findInvisible(bytes, at, bytes.length);
    if (!invisible) continue;
    const { length, payloadStart, payloadEnd } = invisible;
    let cut = cuts.at(-1);
    if (cut?.end !== at) cuts.push((cut = { start: at, end: at, hidden: [] }));
    cut.end = at + length;
    if (payloadEnd > payloadStart) cut.hidden.push({ start: payloadStart, end: payloadEnd });
    done = at + length;
  }
  return cuts;
}

function toRegions(bytes: Uint8Array, cuts: readonly Cut[]): Span[] {
  return mergeSpans(cuts.map((cut) => {
    const line = toLine(bytes, cut);
    return { start: Math.max(0, line.start - AROUND), end: Math.min(bytes.length, line.end + AROUND) };
  }));
}

function toLines(bytes: Uint8Array, cuts: readonly Cut[]): Span[] {
  return mergeSpans(cuts.map((cut) => toLine(bytes, cut)));
}

function toLine(bytes: Uint8Array, cut: Cut): Span {
  const from = Math.max(0, cut.start - LINE);
  const to = Math.min(bytes.length, cut.end + LINE);
  const newline = bytes.subarray(cut.end, to).indexOf(NEWLINE);
  return { start: bytes.subarray(from, cut.start).lastIndexOf(NEWLINE) + from + 1, end: newline < 0 ? to : cut.end + newline };
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** Text put together from pieces, which remembers where each came from. */
class Rewriting {
  protected readonly bytes: Uint8Array;
  readonly #out: Uint8Array;
  readonly #pieces: { readonly to: number; readonly from: number }[] = [];
  #size = 0;

  constructor(bytes: Uint8Array, capacity: number) {
    this.bytes = bytes;
    this.#out = new Uint8Array(capacity);
  }

  /** The span without what is cut from it, on lines of its own. */
  add(span: Span, cuts: readonly Cut[]): void {
    if (this.#size > 0) this.put(NEWLINE, span.start);
    let at = span.start;
    for (let index = firstAfter(cuts, span.start); index < cuts.length; index++) {
      const cut = cuts[index];
      if (!cut || cut.start >= span.end) break;
      this.copy(at, cut.start);
      this.fill(cut, span);
      at = cut.end;
    }
    this.copy(at, span.end);
  }

  result(): { bytes: Uint8Array; at: (offset: number) => number } {
    return { bytes: this.#out.subarray(0, this.#size), at: (offset) => this.#origin(offset) };
  }

  /** What stands in the place of a cut: nothing. */
  protected fill(_cut: Cut, _span: Span): void {}

  protected copy(start: number, end: number): void {
    if (end <= start) return;
    this.#pieces.push({ to: this.#size, from: start });
    this.#out.set(this.bytes.subarray(start, end), this.#size);
    this.#size += end - start;
  }

  protected put(byte: number, from: number): void {
    this.#pieces.push({ to: this.#size, from });
    this.#out[this.#size++] = byte;
  }

  #origin(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.to ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const piece = this.#pieces[low];
    return piece ? piece.from + offset - piece.to : 0;
  }
}

/** A blank in the place of each cut, and the text that was hidden in it. */
class SeparatedRewriting extends Rewriting {
  protected override fill(cut: Cut, span: Span): void {
    this.put(BLANK, cut.start);
    for (const { start, end } of cut.hidden) {
      if (end > span.end) continue;
      this.copy(start, end);
      this.put(BLANK, end);
    }
  }
}

/** Index of the first cut that ends behind `start`. */
function firstAfter(cuts: readonly Cut[], start: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWord(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f);
}
