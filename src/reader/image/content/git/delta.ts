// Objects that a git pack stores as differences to others. Format: gitformat-pack(5), "Deltified representation".

export type Span = { readonly start: number; readonly end: number };

type Applied = { readonly content: Buffer; /** Where the object differs from its base, or puts its pieces together anew. */ readonly seams: readonly Span[] };

/** The object; undefined where the difference doesn't fit its base. `limit` is in bytes. */
export function applyDelta(base: Buffer, delta: Buffer, limit: number): Applied | undefined {
  const source = readSize(delta, 0);
  const target = readSize(delta, source.end);
  if (source.value !== base.length || target.value > limit) return undefined;
  const content = Buffer.alloc(target.value);
  const seams: Span[] = [];
  let length = 0;
  for (let at = target.end; at < delta.length;) {
    const step = readStep(delta, at);
    const bytes = step.from === undefined ? delta.subarray(step.end - step.size, step.end) : base.subarray(step.from, step.from + step.size);
    if (bytes.length < step.size || step.size === 0 || length + step.size > content.length) return undefined;
    content.set(bytes, length);
    seams.push(step.from === undefined ? { start: length, end: length + step.size } : { start: length, end: length });
    length += step.size;
    at = step.end;
  }
  return length === content.length ? { content, seams } : undefined;
}

/** A copy of `size` bytes of the base from `from` on, or of the bytes in front of `end`. */
type Step = { readonly from: number | undefined; readonly size: number; readonly end: number };

function readStep(delta: Buffer, at: number): Step {
  const command = delta[at] ?? 0;
  if ((command & 0x80) === 0) return { from: undefined, size: command, end: at + 1 + command };
  let next = at + 1;
  const take = (bits: number, count: number): number => {
    let value = 0;
    for (let place = 0; place < count; place++) if ((bits & (1 << place)) !== 0) value += (delta[next++] ?? 0) * 256 ** place;
    return value;
  };
  const from = take(command & 15, 4);
  const size = take((command >> 4) & 7, 3);
  return { from, size: size === 0 ? 0x10000 : size, end: next };
}

function readSize(delta: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  let at = start;
  for (let place = 0; ; place += 7) {
    const byte = delta[at++] ?? 0;
    value += (byte & 0x7f) * 2 ** place;
    if ((byte & 0x80) === 0 || place > 42) return { value, end: at };
  }
}

/** The seams with `margin` bytes on both sides, those that touch as one. */
export function widen(seams: readonly Span[], { margin, length }: { margin: number; length: number }): Span[] {
  const wide: { start: number; end: number }[] = [];
  for (const { start, end } of seams) {
    const last = wide.at(-1);
    const from = Math.max(0, start - margin);
    if (last && from <= last.end) last.end = Math.min(length, Math.max(last.end, end + margin));
    else wide.push({ start: from, end: Math.min(length, end + margin) });
  }
  return wide;
}
