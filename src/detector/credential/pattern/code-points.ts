// Sets of code points as sorted ranges, the classes that RE2 knows by name, and how UTF-8 spells a range.

/** First and last code point, both in it. */
export type Range = readonly [number, number];

export const LAST = 0x10ffff;
const ASCII = 0x7f;
/** A range as wide as this holds letters in both cases. */
const WIDE = 1024;

export const anything: readonly Range[] = [[0, LAST]];

/** Sorted and joined. */
export function unite(ranges: readonly Range[]): Range[] {
  const out: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

export function complement(ranges: readonly Range[]): Range[] {
  const out: Range[] = [];
  let next = 0;
  for (const [from, to] of unite(ranges)) {
    if (from > next) out.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST) out.push([next, LAST]);
  return out;
}

/** Adds the other case of every letter; wide ranges hold both already. */
export function foldCase(ranges: readonly Range[]): Range[] {
  const out: Range[] = [...ranges];
  for (const [from, to] of ranges) for (let code = from; code <= to && code - from < WIDE; code++) out.push(...otherCases(code));
  return unite(out);
}

function otherCases(code: number): Range[] {
  const character = String.fromCodePoint(code);
  return [character.toLowerCase(), character.toUpperCase()].flatMap((other): Range[] => {
    const point = other.codePointAt(0) ?? code;
    return other.length === String.fromCodePoint(point).length ? [[point, point]] : [];
  });
}

const ranges = (text: string): Range[] => (text.match(/../gs) ?? []).map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]);

/** Perl's classes; `\s` has no vertical tab in RE2. */
export const perlClasses: { readonly [name: string]: readonly Range[] } = { d: ranges("09"), w: ranges("09AZ__az"), s: ranges("\t\n\f\r  ") };

/** POSIX classes, in brackets only. */
export const posixClasses: { readonly [name: string]: readonly Range[] } = {
  alnum: ranges("09AZaz"), alpha: ranges("AZaz"), ascii: [[0, ASCII]], blank: ranges("\t\t  "), cntrl: [[0, 0x1f], [ASCII, ASCII]], digit: ranges("09"), graph: ranges("!~"), lower: ranges("az"),
  print: ranges(" ~"), punct: ranges("!/:@[`{~"), space: ranges("\t\r  "), upper: ranges("AZ"), word: ranges("09AZ__az"), xdigit: ranges("09AFaf"),
};

const unicode = new Map<string, Range[]>();

/** Code points of a Unicode category or script, such as `L` or `Greek`; undefined for no such name. */
export function unicodeClass(name: string): readonly Range[] | undefined {
  if (!/^[A-Za-z_]{1,40}$/.test(name)) return undefined;
  const known = unicode.get(name);
  if (known) return known;
  const pattern = toUnicodePattern(name);
  if (!pattern) return undefined;
  const found: [number, number][] = [];
  for (let code = 0; code <= LAST; code++) {
    if (!pattern.test(String.fromCodePoint(code))) continue;
    const last = found.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else found.push([code, code]);
  }
  unicode.set(name, found);
  return found;
}

function toUnicodePattern(name: string): RegExp | undefined {
  for (const property of [`General_Category=${name}`, `Script=${name}`]) {
    try {
      return new RegExp(`^\\p{${property}}$`, "u");
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Byte ranges that follow each other: one way to spell the code points of a range in UTF-8 (RFC 3629). */
export type ByteSequence = readonly Range[];

/** A byte that belongs to no sequence stands for U+FFFD. */
const REPLACEMENT = 0xfffd;

export function toByteSequences(points: readonly Range[]): ByteSequence[] {
  const sequences = points.flatMap(([from, to]) => split(from, to));
  const holdsStray = points.some(([from, to]) => from <= REPLACEMENT && REPLACEMENT <= to);
  return holdsStray ? [...sequences, [[0x80, 0xff]]] : sequences;
}

const lengthBorders = [ASCII, 0x7ff, 0xffff];

function split(from: number, to: number): ByteSequence[] {
  for (const border of lengthBorders) if (from <= border && border < to) return [...split(from, border), ...split(border + 1, to)];
  if (to <= ASCII) return [[[from, to]]];
  for (let bits = 6; bits <= 18; bits += 6) {
    const mask = (1 << bits) - 1;
    if ((from & ~mask) === (to & ~mask)) continue;
    if ((from & mask) !== 0) return [...split(from, from | mask), ...split((from | mask) + 1, to)];
    if ((to & mask) !== mask) return [...split(from, (to & ~mask) - 1), ...split(to & ~mask, to)];
  }
  const first = encode(from);
  const last = encode(to);
  return [first.map((byte, index) => [byte, last[index] ?? byte] as const)];
}

/** As the format does it, for halves of surrogate pairs too. */
function encode(code: number): number[] {
  const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
  if (code <= 0x7ff) return [0xc0 | (code >> 6), tail(0)];
  return code <= 0xffff ? [0xe0 | (code >> 12), tail(6), tail(0)] : [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}
