// Reads expressions in the dialect of RE2 and Go (https://github.com/google/re2/wiki/Syntax), the one that gitleaks' files are written in.
import { Cursor, PatternError, readBrackets, readEscapedClass, readEscapedPoint } from "./classes.ts";
import { anything, complement, foldCase, type Range } from "./code-points.ts";

export type AssertionKind = "text-start" | "text-end" | "line-start" | "line-end" | "word-edge" | "no-word-edge";

export type Node =
  | { readonly kind: "set"; readonly points: readonly Range[] }
  | { readonly kind: "sequence"; readonly items: readonly Node[] }
  | { readonly kind: "choice"; readonly items: readonly Node[] }
  | { readonly kind: "repetition"; readonly item: Node; readonly least: number; readonly most: number; readonly greedy: boolean }
  | { readonly kind: "group"; readonly index: number; readonly item: Node }
  | { readonly kind: "assertion"; readonly test: AssertionKind };

export type Expression = { readonly root: Node; readonly groups: number };

type Flags = { readonly i: boolean; readonly m: boolean; readonly s: boolean; readonly U: boolean };

/** As in Go. */
const MOST_REPEATED = 1000;
const DEEPEST = 250;
const COUNT = /^\{(\d{1,9})(,(\d{0,9}))?\}/;

/** Throws PatternError for what Go's regexp refuses too, and for \C. */
export function readExpression(source: string): Expression {
  const reader = new Reader(source);
  const root = reader.choice();
  if (!reader.done()) throw new PatternError("has a closing parenthesis too many");
  return { root, groups: reader.groups };
}

class Reader {
  readonly #cursor: Cursor;
  #depth = 0;
  #flags: Flags = { i: false, m: false, s: false, U: false };
  groups = 0;

  constructor(source: string) {
    this.#cursor = new Cursor(source);
  }

  done(): boolean {
    return this.#cursor.done();
  }

  choice(): Node {
    if (++this.#depth > DEEPEST) throw new PatternError(`nests deeper than ${DEEPEST} groups`);
    const items = [this.#sequence()];
    while (this.#cursor.take("|")) items.push(this.#sequence());
    this.#depth--;
    return items.length === 1 ? items[0]! : { kind: "choice", items };
  }

  #sequence(): Node {
    const items: Node[] = [];
    while (!this.done() && this.#cursor.peek() !== "|" && this.#cursor.peek() !== ")") {
      if (this.#cursor.take("\\Q")) items.push(...this.#quoted());
      else items.push(...this.#repeated(this.#atom()));
    }
    return { kind: "sequence", items };
  }

  #quoted(): Node[] {
    const items: Node[] = [];
    while (!this.done() && !this.#cursor.take("\\E")) items.push(this.#literal(this.#cursor.next()));
    return [...items.slice(0, -1), ...this.#repeated(items.at(-1))];
  }

  #repeated(node: Node | undefined): Node[] {
    if (!node) return [];
    let item = node;
    const counts = this.#counts();
    if (counts) {
      const lazy = this.#cursor.take("?");
      item = { kind: "repetition", item, ...counts, greedy: lazy === this.#flags.U };
      if (this.#counts()) throw new PatternError("repeats a repetition, such as a++ or a**; put the inner one into (?:…)");
    }
    return [item];
  }

  #counts(): { least: number; most: number } | undefined {
    if (this.#cursor.take("*")) return { least: 0, most: Infinity };
    if (this.#cursor.take("+")) return { least: 1, most: Infinity };
    if (this.#cursor.take("?")) return { least: 0, most: 1 };
    const match = this.#cursor.read(COUNT);
    if (!match) return undefined;
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === "" ? Infinity : Number(match[3]);
    if (least > most || least > MOST_REPEATED || (most !== Infinity && most > MOST_REPEATED)) throw new PatternError(`has a repetition that ends before it begins or counts beyond ${MOST_REPEATED}`);
    return { least, most };
  }

  /** Undefined for flags, which stand for nothing. */
  #atom(): Node | undefined {
    if (this.#cursor.read(COUNT)) throw new PatternError("repeats nothing with a count");
    const character = this.#cursor.next();
    switch (character) {
      case "(": return this.#group();
      case "[": return { kind: "set", points: readBrackets(this.#cursor, (points) => this.#fold(points)) };
      case ".": return { kind: "set", points: this.#flags.s ? anything : complement([[10, 10]]) };
      case "^": return { kind: "assertion", test: this.#flags.m ? "line-start" : "text-start" };
      case "$": return { kind: "assertion", test: this.#flags.m ? "line-end" : "text-end" };
      case "\\": return this.#escaped();
      case "*": case "+": case "?": throw new PatternError(`repeats nothing with ${character}`);
      default: return this.#literal(character);
    }
  }

  #group(): Node | undefined {
    const before = this.#flags;
    let index = 0;
    if (this.#cursor.take("?")) {
      if (this.#cursor.take("P<") || (this.#cursor.peek() === "<" && !"=!".includes(this.#cursor.peek(1) || "=") && this.#cursor.take("<"))) index = this.#named();
      else if (!this.#readFlags()) return undefined;
    } else index = ++this.groups;
    const item = this.choice();
    if (!this.#cursor.take(")")) throw new PatternError("has a parenthesis that is never closed");
    this.#flags = before;
    return index === 0 ? item : { kind: "group", index, item };
  }

  #named(): number {
    let name = "";
    while (!this.done() && this.#cursor.peek() !== ">") name += this.#cursor.next();
    if (!this.#cursor.take(">") || !/^\w+$/.test(name)) throw new PatternError("has a group whose name is no word");
    return ++this.groups;
  }

  /** True where a group follows; false for flags that hold until the end of the group around them. */
  #readFlags(): boolean {
    const [text = ""] = this.#cursor.read(/^[imsU-]{0,10}[:)]/) ?? [];
    if (text === "" || /-.*-|-[:)]$/.test(text)) throw new PatternError("uses a group that RE2 has not: lookahead, lookbehind, atomic or conditional");
    const [on = "", off = ""] = text.slice(0, -1).split("-");
    const flags = { ...this.#flags };
    for (const flag of on) flags[flag as keyof Flags] = true;
    for (const flag of off) flags[flag as keyof Flags] = false;
    this.#flags = flags;
    return text.endsWith(":");
  }

  #escaped(): Node {
    const character = this.#cursor.next();
    switch (character) {
      case "A": return { kind: "assertion", test: "text-start" };
      case "z": return { kind: "assertion", test: "text-end" };
      case "b": return { kind: "assertion", test: "word-edge" };
      case "B": return { kind: "assertion", test: "no-word-edge" };
      default: {
        const known = readEscapedClass(this.#cursor, character);
        const point = known ? 0 : readEscapedPoint(this.#cursor, character);
        return { kind: "set", points: this.#fold(known ?? [[point, point]]) };
      }
    }
  }

  #literal(character: string): Node {
    const code = character.codePointAt(0) ?? 0;
    return { kind: "set", points: this.#fold([[code, code]]) };
  }

  #fold(points: readonly Range[]): readonly Range[] {
    return this.#flags.i ? foldCase(points) : points;
  }
}
