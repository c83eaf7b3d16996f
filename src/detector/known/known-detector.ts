// Finds values by their fingerprints: the rolling hash names places, the HMAC confirms. Never holds a value.
import { previewNothing } from "../../finding/index.ts";
import type { Detector, Match } from "../detector.ts";
import { toRepresentative } from "./alphabet.ts";
import { RollingHash } from "./search/rolling.ts";
import { knownValue, knownValuePart } from "./rules.ts";
import { Scanner, type Group } from "./search/scanner.ts";
import { macOf, type Content, type KnownValues } from "./seal.ts";
import { TagTable } from "./search/tag-table.ts";

/** Before every other rule: what is known is named, whatever it looks like. */
const WHOLE_RANK = -2;
const PART_RANK = -1;
/** Parts of one value this close belong together. */
const SAME_VALUE = 8;

type Entry = NonNullable<Content["entries"][string]>[number];
type Span = { readonly start: number; readonly end: number };
type Hit = Span & { readonly item: number; readonly form: string; readonly whole: boolean };

/** Cost per byte does not depend on how many values are known. */
export function createKnownDetector(known: KnownValues): Detector {
  const search = new Search(known);
  return { rules: [knownValue, knownValuePart], find: (bytes) => search.find(bytes) };
}

class Search {
  readonly #known: KnownValues;
  readonly #groups: readonly (Group & { readonly entries: readonly Entry[] })[];
  readonly #scanner: Scanner;
  readonly #shortest: number;

  constructor(known: KnownValues) {
    this.#known = known;
    this.#groups = Object.entries(known.entries).map(([window, entries]) => {
      const tags = entries.flatMap((entry, index) => [[entry[3], index], [entry[4], index]] as const);
      return { window: Number(window), entries, table: new TagTable(tags) };
    });
    this.#shortest = Math.min(...this.#groups.map(({ window }) => window));
    this.#scanner = new Scanner(new RollingHash(known.rollKey), this.#groups);
  }

  find(bytes: Uint8Array): Match[] {
    if (bytes.length < this.#shortest) return [];
    this.#scanner.read(bytes);
    return merge(this.#groups.flatMap((_, index) => this.#findGroup(index))).map((hit) => this.#toMatch(hit));
  }

  #findGroup(index: number): Hit[] {
    const group = this.#groups[index];
    const hits: Hit[] = [];
    let done = 0;
    for (const { start, tag } of group ? this.#scanner.find(index) : []) {
      const end = start + (group?.window ?? 0);
      if (start < done) continue;
      const held = group?.table.get(tag) ?? [];
      const mac = held.length > 0 ? this.#macOf(start, end) : "";
      const entry = held.map((one) => group?.entries[one]).find((one) => one?.[5] === mac);
      if (!entry) continue;
      const hit = this.#confirm(entry, { start, end });
      hits.push(hit);
      done = hit.end;
    }
    return hits;
  }

  /** The whole value around a block, where it stands there. */
  #confirm([item, offset, form]: Entry, block: Span): Hit {
    const { length, mac } = this.#known.items[item] ?? { length: 0, mac: "" };
    const part: Hit = { item, form, ...block, whole: false };
    if (form !== "") return part;
    const start = [block.start - offset, block.end + offset - length].find((from) => from >= 0 && from + length <= this.#scanner.length && this.#macOf(from, from + length) === mac);
    return start === undefined ? part : { ...part, start, end: start + length, whole: true };
  }

  #macOf(start: number, end: number): string {
    return macOf(this.#known.macKey, toRepresentative(this.#scanner.text(start, end))).toString("base64");
  }

  #toMatch({ item, form, start, end, whole }: Hit): Match {
    const { title, ...rule } = whole ? knownValue : knownValuePart;
    const name = this.#known.items[item]?.name ?? "";
    return {
      rule: { ...rule, title: `${title}: ${name}${form === "" ? "" : ` (${form}, changed beyond undoing)`}` },
      start: this.#scanner.offset(start), end: this.#scanner.offset(end - 1) + 1,
      preview: previewNothing(name), confirmedBy: "known-value", rank: whole ? WHOLE_RANK : PART_RANK,
    };
  }
}

/** One hit for each value in one place: its whole takes in its parts, and neighbouring parts are one. */
function merge(hits: readonly Hit[]): Hit[] {
  const merged: Hit[] = [];
  const last = new Map<number, number>();
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const index = last.get(hit.item) ?? -1;
    const before = merged[index];
    if (before && hit.start <= before.end + (before.whole && hit.whole ? -1 : SAME_VALUE)) {
      const whole = before.whole ? before : hit;
      merged[index] = before.whole || hit.whole ? whole : { ...before, end: Math.max(before.end, hit.end) };
    } else last.set(hit.item, merged.push(hit) - 1);
  }
  return merged;
}
