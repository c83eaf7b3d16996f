// Values by the bytes that they span, kept so that what overlaps with a span is found without looking at all of them.

export type Spanned = { readonly start: number; readonly end: number };

/** By where they begin, the longest first. */
export function byStart(a: Spanned, b: Spanned): number {
  return a.start - b.start || b.end - a.end;
}

/** In order: as they are where they come so, as most do, by the hundred thousand. */
export function inOrder<T>(values: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let at = 1; at < values.length; at++) if (compare(values[at - 1] as T, values[at] as T) > 0) return values.toSorted(compare);
  return values;
}

/** Bytes that share a bucket; values are rarely longer. */
const BUCKET = 256;
/** A span over more buckets than this stands in a list of its own, which is looked at each time. */
const WIDE = 64;

export class Spans<T extends Spanned> {
  readonly #buckets = new Map<number, T[]>();
  #wide: T[] = [];

  add(value: T): void {
    const [first, last] = bucketsOf(value);
    if (last - first >= WIDE) {
      this.#wide.push(value);
      return;
    }
    for (let bucket = first; bucket <= last; bucket++) {
      const values = this.#buckets.get(bucket);
      if (values) values.push(value);
      else this.#buckets.set(bucket, [value]);
    }
  }

  /** Whether some value that overlaps with the span is one that `wanted` wants. */
  some(span: Spanned, wanted: (value: T) => boolean): boolean {
    const holds = (value: T) => value.start < span.end && span.start < value.end && wanted(value);
    const [first, last] = bucketsOf(span);
    for (let bucket = first; bucket <= last; bucket++) if (this.#buckets.get(bucket)?.some(holds)) return true;
    return this.#wide.some(holds);
  }

  /** Takes out what overlaps with the span and is `unwanted`. */
  remove(span: Spanned, unwanted: (value: T) => boolean): T[] {
    const gone = new Set<T>();
    this.some(span, (value) => {
      if (unwanted(value)) gone.add(value);
      return false;
    });
    for (const value of gone) this.#takeOut(value);
    return [...gone];
  }

  #takeOut(value: T): void {
    const [first, last] = bucketsOf(value);
    if (last - first >= WIDE) this.#wide = this.#wide.filter((other) => other !== value);
    else for (let bucket = first; bucket <= last; bucket++) this.#buckets.set(bucket, this.#buckets.get(bucket)?.filter((other) => other !== value) ?? []);
  }
}

function bucketsOf({ start, end }: Spanned): [number, number] {
  return [Math.floor(start / BUCKET), Math.floor((end - 1) / BUCKET)];
}

/** Keeps of several groups, narrowest first, what overlaps with nothing that was kept before; each group's members may overlap each other, then the first one stays. */
export class Disjoint<T extends Spanned> {
  /** In order, no two of them overlapping. */
  #kept: readonly T[] = [];

  /** Those that were kept, in order. */
  get spans(): readonly T[] {
    return this.#kept;
  }

  /** Takes the group's members, in the order of their starts, where there is room; gives those taken. */
  take(group: readonly T[]): readonly T[] {
    const before = this.#kept;
    if (before.length === 0 && areApart(group)) return this.#kept = group;
    const taken: T[] = [];
    const all: T[] = [];
    let next = 0;
    let reach = -1;
    for (const value of group) {
      for (let kept = before[next]; kept !== undefined && kept.end <= value.start; kept = before[++next]) all.push(kept);
      if (value.start < reach || (before[next]?.start ?? Infinity) < value.end) continue;
      taken.push(value);
      all.push(value);
      reach = value.end;
    }
    this.#kept = all.concat(before.slice(next));
    return taken;
  }
}

function areApart(values: readonly Spanned[]): boolean {
  let reach = 0;
  for (const { start, end } of values) {
    if (start < reach) return false;
    reach = end;
  }
  return true;
}
