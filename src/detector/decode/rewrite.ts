// Undoes escapes that stand within text, keeping the text around them and where each byte came from.
import type { Decoded } from "../detector.ts";

export type Span = { readonly start: number; readonly end: number };
export type ReadEscape = (bytes: Uint8Array, at: number) => { readonly byte: number; readonly length: number } | undefined;

/** Longer words are cut: no value that rules describe is longer. */
const MAX_BEFORE = 1 << 10;
const MAX_AFTER = 1 << 14;

/** The text around `at` up to a break on both sides. */
export function wordAround(bytes: Uint8Array, at: number, isBreak: (byte: number) => boolean): Span {
  let start = at;
  let end = at;
  while (start > 0 && at - start < MAX_BEFORE && !isBreak(bytes[start - 1]!)) start--;
  while (end < bytes.length && end - at < MAX_AFTER && !isBreak(bytes[end]!)) end++;
  return { start, end };
}

/** The span with its escapes undone; undefined where none of them stands for a visible character or the result is too short. */
export function rewrite(bytes: Uint8Array, span: Span, readEscape: ReadEscape): Decoded | undefined {
  const out = new Uint8Array(span.end - span.start);
  const from = new Int32Array(span.end - span.start);
  let length = 0;
  let visible = 0;
  for (let at = span.start; at < span.end;) {
    const escape = readEscape(bytes, at);
    if (escape && escape.byte < 0x7f) visible++;
    from[length] = at;
    out[length++] = escape?.byte ?? bytes[at]!;
    at += escape?.length ?? 1;
  }
  if (visible === 0 || length < 12) return undefined;
  return { ...span, bytes: out.subarray(0, length), at: (offset) => from[Math.min(offset, length - 1)] ?? span.start };
}
