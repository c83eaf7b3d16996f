// The text of an expression while it is read, its escapes and its classes in brackets.
import { complement, perlClasses, posixClasses, unicodeClass, unite, type Range } from "./code-points.ts";

/** What is wrong with an expression, as the end of a sentence. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}

/** A place in the text, which moves as it is read. */
export class Cursor {
  readonly #text: string[];
  #at = 0;

  constructor(source: string) {
    this.#text = Array.from(source);
  }

  done(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The character `ahead` of the next one; nothing behind the end. */
  peek(ahead = 0): string {
    return this.#text[this.#at + ahead] ?? "";
  }

  next(): string {
    return this.#text[this.#at++] ?? "";
  }

  take(text: string): boolean {
    for (let index = 0; index < text.length; index++) if (this.#text[this.#at + index] !== text[index]) return false;
    this.#at += text.length;
    return true;
  }

  /** What matches the sticky `pattern` here within some characters, and moves behind it. */
  read(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.#text.slice(this.#at, this.#at + 40).join(""));
    if (match) this.#at += match[0].length;
    return match;
  }
}

/** `\d`, `\pL`, `\P{Greek}` behind their backslash and letter; undefined for other escapes. */
export function readEscapedClass(cursor: Cursor, character: string): readonly Range[] | undefined {
  const lower = character.toLowerCase();
  const perl = perlClasses[lower];
  if (perl) return lower === character ? perl : complement(perl);
  if (lower !== "p") return undefined;
  const name = cursor.read(/^\{(\^?\w{1,30})\}/)?.[1] ?? cursor.next();
  const points = unicodeClass(name.replace("^", ""));
  if (!points) throw new PatternError(`uses \\${character} with a name that Unicode has not`);
  return name.startsWith("^") === (character === "P") ? points : complement(points);
}

const controls: { readonly [name: string]: number } = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

/** The code point of an escape, behind its backslash and first character. */
export function readEscapedPoint(cursor: Cursor, character: string): number {
  if (character === "x") {
    const code = cursor.read(/^(?:[0-9A-Fa-f]{2}|\{[0-9A-Fa-f]{1,6}\})/)?.[0];
    if (code !== undefined) return Number.parseInt(code.replace(/[{}]/g, ""), 16);
  }
  if (/^[0-7]$/.test(character)) {
    const more = cursor.read(/^[0-7]{0,2}/)?.[0] ?? "";
    if (character !== "0" && more === "") throw new PatternError("refers back to a group, which cannot be matched in bounded time");
    return Number.parseInt(character + more, 8);
  }
  const point = controls[character] ?? (/^[A-Za-z0-9]?$/.test(character) ? undefined : character.codePointAt(0));
  if (point === undefined) throw new PatternError(`uses the escape \\${character}, which RE2 has not`);
  return point;
}

/** The members of a class, behind its opening bracket; `fold` adds the other case. */
export function readBrackets(cursor: Cursor, fold: (points: readonly Range[]) => readonly Range[]): readonly Range[] {
  const isNegative = cursor.take("^");
  const points: Range[] = [];
  for (let first = true; first || cursor.peek() !== "]"; first = false) {
    if (cursor.done()) throw new PatternError("has a bracket that is never closed");
    const named = cursor.read(/^\[:(\^?)(\w+):\]/);
    points.push(...(named ? readPosix(named[1] ?? "", named[2] ?? "") : readMember(cursor)));
  }
  cursor.next();
  const folded = fold(unite(points));
  return isNegative ? complement(folded) : folded;
}

function readPosix(not: string, name: string): readonly Range[] {
  const points = posixClasses[name];
  if (!points) throw new PatternError(`uses the class [:${name}:], which RE2 has not`);
  return not === "" ? points : complement(points);
}

function readMember(cursor: Cursor): readonly Range[] {
  const character = cursor.next();
  const escaped = character === "\\" ? cursor.next() : undefined;
  const known = escaped === undefined ? undefined : readEscapedClass(cursor, escaped);
  if (known) return known;
  const from = escaped === undefined ? character.codePointAt(0) ?? 0 : readEscapedPoint(cursor, escaped);
  if (cursor.peek() !== "-" || cursor.peek(1) === "]" || cursor.peek(1) === "") return [[from, from]];
  cursor.next();
  const end = cursor.next();
  const to = end === "\\" ? readEscapedPoint(cursor, cursor.next()) : end.codePointAt(0) ?? 0;
  if (to < from) throw new PatternError("has a range that ends before it begins");
  return [[from, to]];
}
