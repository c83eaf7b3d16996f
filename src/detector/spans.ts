// Spans that can be asked quickly what overlaps with them.

type Entry<T> = { readonly start: number; readonly end: number; readonly value: T };

/** Bytes that share a bucket; values are rarely longer. */
const BUCKET = 256;

export class Spans<T> {
  readonly #buckets = new Map<number, Entry<T>[]>();
  readonly #values: T[] = [];

  static of<T extends { readonly start: number; readonly end: number }>(items: readonly T[]): Spans<T> {
    const spans = new Spans<T>();
    for (const item of items) spans.add(item.start, item.end, item);
    return spans;
  }

  add(start: number, end: number, value: T): void {
    this.#values.push(value);
    for (const bucket of buckets(start, end)) {
      const entries = this.#buckets.get(bucket);
      if (entries) entries.push({ start, end, value });
      else this.#buckets.set(bucket, [{ start, end, value }]);
    }
  }

  overlaps(start: number, end: number): boolean {
    for (const bucket of buckets(start, end)) if (this.#buckets.get(bucket)?.some((entry) => entry.start < end && start < entry.end)) return true;
    return false;
  }

  /** Values that overlap, each at least once. */
  all(start: number, end: number): T[] {
    const found: T[] = [];
    for (const bucket of buckets(start, end)) for (const entry of this.#buckets.get(bucket) ?? []) if (entry.start < end && start < entry.end) found.push(entry.value);
    return found;
  }

  values(): readonly T[] {
    return this.#values;
  }
}

function* buckets(start: number, end: number): Generator<number> {
  for (let bucket = Math.floor(start / BUCKET); bucket <= Math.floor((end - 1) / BUCKET); bucket++) yield bucket;
}
