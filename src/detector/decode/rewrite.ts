// Undoes escapes that stand within text, keeping the text around them and where each byte came from.
import type { Decoded } from "../detector.ts";
import type { EscapeKind, Sifted } from "../sieve/index.ts";

/** What an escape stands for and how long it is, as `escapeOf` packs them; NONE where there is none. */
export type ReadEscape = (bytes: Uint8Array, at: number) => number;

export const NONE = 0;

/** As one number, since a window may hold half a million of them. */
export function escapeOf(byte: number, length: number): number {
  return (length << 8) | byte;
}

/** The byte that an escape stands for. */
export function byteOf(escape: number): number {
  return escape & 0xff;
}

/** Longer words are cut: no value that rules describe is longer. */
const MAX_BEFORE = 1 << 10;
const MAX_AFTER = 1 << 14;
/** Shorter text holds no value. */
const SHORTEST = 12;

export type Escapes = {
  /** The sieve's name for them. */
  readonly kind: EscapeKind;
  /** The byte that each begins with. */
  readonly mark: number;
  /** Whether the mark at this place is worth a look at what stands around it. */
  mayMatter(bytes: Uint8Array, at: number): boolean;
  /** 1 for each byte that ends a stretch. */
  readonly breaks: Uint8Array;
  readonly read: ReadEscape;
};

/** What stands around each mark, up to its breaks, with its escapes undone; each stretch once. */
export function rewriteAll(bytes: Uint8Array, escapes: Escapes, sifted?: Sifted): Decoded[] {
  const found: Decoded[] = [];
  let done = 0;
  const marks = sifted?.escapes(escapes.kind) ?? findMarks(bytes, escapes.mark);
  for (let n = 0; n < marks.length; n++) {
    const at = marks[n]!;
    if (at < done || !escapes.mayMatter(bytes, at)) continue;
    const start = startOf(bytes, at, escapes.breaks);
    const end = endOf(bytes, at, escapes.breaks);
    const decoded = end - start < SHORTEST ? undefined : rewrite(bytes, { start, end }, escapes);
    if (decoded) found.push(decoded);
    done = end;
  }
  return found;
}

function startOf(bytes: Uint8Array, at: number, breaks: Uint8Array): number {
  const least = Math.max(0, at - MAX_BEFORE);
  let start = at;
  while (start > least && breaks[bytes[start - 1]!] === 0) start--;
  return start;
}

function endOf(bytes: Uint8Array, at: number, breaks: Uint8Array): number {
  const most = Math.min(bytes.length, at + MAX_AFTER);
  let end = at;
  while (end < most && breaks[bytes[end]!] === 0) end++;
  return end;
}

const text = new Uint8Array(MAX_BEFORE + MAX_AFTER);
const places = new Int32Array(MAX_BEFORE + MAX_AFTER);

/** The stretch with its escapes undone; undefined where none of them stands for a visible character or the result is too short. */
function rewrite(bytes: Uint8Array, { start, end }: { start: number; end: number }, { mark, read }: Escapes): Decoded | undefined {
  let length = 0;
  let visible = 0;
  for (let at = start; at < end;) {
    const byte = bytes[at]!;
    const escape = byte === mark ? read(bytes, at) : NONE;
    if (escape !== NONE && byteOf(escape) < 0x7f) visible++;
    places[length] = at;
    text[length++] = escape === NONE ? byte : byteOf(escape);
    at += escape === NONE ? 1 : escape >> 8;
  }
  if (visible === 0 || length < SHORTEST) return undefined;
  const from = places.slice(0, length);
  return { start, end, bytes: text.slice(0, length), at: (offset) => from[Math.min(offset, length - 1)] ?? start };
}

function findMarks(bytes: Uint8Array, mark: number): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) found.push(at);
  return found;
}

/** Marks the bytes that `isBreak` names. */
export function toBreaks(isBreak: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (isBreak(byte) ? 1 : 0));
}

/** Ends of lines, for escapes that stand within text of any kind. */
export const lineBreaks = toBreaks((byte) => byte < 0x20 && byte !== 0x09);

const nibbles = new Uint8Array(256).fill(0xff);
[..."0123456789abcdef"].forEach((character, value) => {
  nibbles[character.charCodeAt(0)] = value;
  nibbles[character.toUpperCase().charCodeAt(0)] = value;
});

/** What a hexadecimal digit counts; 255 for every other byte and behind the end. */
export function nibbleAt(bytes: Uint8Array, at: number): number {
  return at < bytes.length ? nibbles[bytes[at]!]! : 0xff;
}
