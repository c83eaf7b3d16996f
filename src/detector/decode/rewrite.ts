// Undoes escapes that stand within text, keeping the text around them and where each byte came from.
import type { Decoded } from "../detector.ts";
import type { Sifted } from "../sieve/index.ts";

export type Span = { readonly start: number; readonly end: number };
export type ReadEscape = (bytes: Uint8Array, at: number) => { readonly byte: number; readonly length: number } | undefined;

/** Longer words are cut: no value that rules describe is longer. */
const MAX_BEFORE = 1 << 10;
const MAX_AFTER = 1 << 14;

/** The text around `at` up to a break on both sides. */
function wordAround(bytes: Uint8Array, at: number, isBreak: (byte: number) => boolean): Span {
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

export type Escapes = {
  /** The sieve's name for them. */
  readonly kind: Parameters<Sifted["runs"]>[0];
  /** The byte that each begins with. */
  readonly mark: number;
  /** Whether the mark at this place is worth a look at what stands around it. */
  mayMatter(bytes: Uint8Array, at: number): boolean;
  isBreak(byte: number): boolean;
  readonly read: ReadEscape;
};

/** What stands around each mark, up to its breaks, with its escapes undone; each stretch once. */
export function rewriteAll(bytes: Uint8Array, escapes: Escapes, sifted?: Sifted): Decoded[] {
  const found: Decoded[] = [];
  let done = 0;
  for (const { start: at } of sifted?.runs(escapes.kind) ?? findMarks(bytes, escapes.mark)) {
    if (at < done || !escapes.mayMatter(bytes, at)) continue;
    const span = wordAround(bytes, at, escapes.isBreak);
    const decoded = rewrite(bytes, span, escapes.read);
    if (decoded) found.push(decoded);
    done = span.end;
  }
  return found;
}

function* findMarks(bytes: Uint8Array, mark: number): Generator<{ start: number }> {
  for (let start = bytes.indexOf(mark); start >= 0; start = bytes.indexOf(mark, start + 1)) yield { start };
}

/** Ends a line, for escapes that stand within text of any kind. */
export function endsText(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09;
}
