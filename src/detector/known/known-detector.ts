// Finds values by their fingerprints: the rolling hash names places, the HMAC confirms. Never holds a value.
import { previewNothing } from "../../finding/index.ts";
import type { Detector, Match } from "../detector.ts";
import { canonical, toRepresentative } from "./alphabet.ts";
import { RollingHash } from "./rolling.ts";
import { knownValue, knownValuePart } from "./rules.ts";
import { macOf, type KnownValues } from "./seal.ts";
import { TagTable } from "./tag-table.ts";

/** Before every other rule: what is known is named, whatever it looks like. */
const WHOLE_RANK = -2;
const PART_RANK = -1;
/** Parts of one value this close belong together. */
const SAME_VALUE = 8;

type Hit = { readonly item: number; readonly form: string; readonly start: number; readonly end: number; readonly whole: boolean };

/** Cost per byte does not depend on how many values are known. */
export function createKnownDetector(known: KnownValues): Detector {
  const hash = new RollingHash(known.rollKey);
  const groups = Object.entries(known.entries).map(([window, entries]) => ({ window: Number(window), entries, table: new TagTable(entries.flatMap((entry, index) => [[entry[3], index], [entry[4], index]] as const)) }));
  const shortest = Math.min(...groups.map(({ window }) => window));
  const stream = new Stream();

  function find(bytes: Uint8Array): Match[] {
    if (bytes.length < shortest) return [];
    stream.read(bytes);
    const hits: Hit[] = [];
    for (const { window, entries, table } of groups) {
      const places = hash.find(stream.codes, { length: stream.length, window, table });
      let done = 0;
      for (let index = 0; index < places.count; index++) {
        const end = places.end[index] as number;
        if (end - window < done) continue;
        const mac = macHere(end - window, end);
        const entry = table.get(places.tag[index] as number).map((one) => entries[one]).find((one) => one?.[5] === mac);
        if (entry) done = hits[hits.push(confirm(entry, { start: end - window, end })) - 1]?.end ?? end;
      }
    }
    return merge(hits).map((hit) => toMatch(hit));
  }

  /** The whole value around a block, where it stands there. */
  function confirm([item, offset, form]: (typeof groups)[number]["entries"][number], block: { readonly start: number; readonly end: number }): Hit {
    const { length, mac } = known.items[item] ?? { length: 0, mac: "" };
    const part: Hit = { item, form, ...block, whole: false };
    if (form !== "") return part;
    const start = [block.start - offset, block.end + offset - length].find((from) => (
      from >= 0 && from + length <= stream.length && macHere(from, from + length) === mac));
    return start === undefined ? part : { ...part, start, end: start + length, whole: true };
  }

  function macHere(start: number, end: number): string {
    return macOf(known.macKey, toRepresentative(stream.text(start, end))).toString("base64");
  }

  function toMatch({ item, form, start, end, whole }: Hit): Match {
    const { id, title, ...rule } = whole ? knownValue : knownValuePart;
    const name = known.items[item]?.name ?? "";
    return {
      rule: { ...rule, id, title: `${title}: ${name}${form === "" ? "" : ` (${form}, changed beyond undoing)`}` },
      start: stream.offset(start), end: stream.offset(end - 1) + 1,
      preview: previewNothing(name), confirmedBy: "known-value", rank: whole ? WHOLE_RANK : PART_RANK,
    };
  }
  return { rules: [knownValue, knownValuePart], find };
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

/** The canonical text of some bytes, and where each of its characters stands in them. */
class Stream {
  codes = new Uint8Array(0);
  length = 0;
  #offsets = new Int32Array(0);

  read(bytes: Uint8Array): void {
    if (this.codes.length < bytes.length) {
      this.codes = new Uint8Array(bytes.length);
      this.#offsets = new Int32Array(bytes.length);
    }
    const { codes } = this;
    const offsets = this.#offsets;
    let length = 0;
    for (let at = 0; at < bytes.length; at++) {
      const code = canonical[bytes[at] as number] as number;
      codes[length] = code;
      offsets[length] = at;
      length += code === 0 ? 0 : 1;
    }
    this.length = length;
  }

  offset(index: number): number {
    return this.#offsets[index] ?? 0;
  }

  text(start: number, end: number): string {
    return String.fromCharCode(...this.codes.subarray(start, end));
  }
}
