// What must stand behind a rule's keyword, worked out from its expression: the sieve looks at it before anybody runs the expression.
import { Buffer } from "node:buffer";
import { compilePattern } from "./pattern/program.ts";
import type { CredentialRule } from "./rule.ts";

type Tail = NonNullable<CredentialRule["tail"]>;

/** Characters behind a keyword that are looked at one by one. */
const MOST = 24;
/** Repetitions beyond this are as good as endless. */
const MOST_REPEATED = 64;
/** What is said of bytes is not what a program for UTF-8 says of characters. */
const binary = /\\x[89a-f]|[^\0-\x7f]/i;

/** For compiling rules. Undefined where nothing of use must follow. */
export function readTail(rule: CredentialRule): Tail | undefined {
  if (binary.test(rule.pattern)) return undefined;
  const walker = new Walker(`${rule.flags.includes("i") ? "(?i)" : ""}${shorten(withoutLooks(rule.pattern))}`);
  const behind = [...new Set(rule.keywords.flatMap((keyword) => walker.behind(keyword, rule)))];
  return findRun(walker, behind) ?? findTail(walker, behind);
}

/** A run of one class that must end with one character, as in `[a-z]{1,100}:`. */
function findRun(walker: Walker, behind: readonly number[]): Tail | undefined {
  const chars = walker.eaten(behind);
  const before = new Set<string>();
  let end = 0n;
  let least = 0;
  for (let states = behind; states.length > 0 && !before.has(states.join()); states = walker.step(states, chars)) {
    const others = walker.eaten(states) & ~chars;
    if (walker.mayEnd(states) || (others !== 0n && end !== 0n && others !== end)) return undefined;
    if (end === 0n) [end, least] = [others, before.size];
    before.add(states.join());
  }
  const next = toText(end);
  return next.length === 1 ? { chars: toText(chars), least: Math.min(least, MOST), next } : undefined;
}

/** So many characters of what may stand at any of their places that as few texts as possible have them. */
function findTail(walker: Walker, behind: readonly number[]): Tail | undefined {
  let best: Tail | undefined;
  let rarest = 0;
  let set = 0n;
  let chars = "";
  for (let states = behind, least = 1; least <= MOST && states.length > 0 && !walker.mayEnd(states); states = walker.step(states, ALL), least++) {
    const more = set | walker.eaten(states);
    if (more !== set) chars = toText(more);
    set = more;
    const rarity = least * Math.log2(95 / Math.max(1, chars.replace(/[^ -~]/g, "").length));
    if (rarity > rarest) [best, rarest] = [{ chars, least }, rarity];
  }
  return best;
}

/** Sets of bytes: a bit for each. */
const ALL = (1n << 256n) - 1n;
const LINE_END = 1n << 10n;
const ASCII = (1n << 128n) - 1n;
/** Blanks that JavaScript's classes have and RE2's have not. */
const OTHER_BLANKS = 0b11n << 11n;

/** Latin-1, as expressions see bytes. */
function toText(set: bigint): string {
  return Array.from({ length: 256 }, (_, byte) => ((set >> BigInt(byte)) & 1n ? String.fromCharCode(byte) : "")).join("");
}

/** The same sets stand in a program again and again. */
const known = new Map<string, bigint>();

function toSet(bytes: Uint8Array): bigint {
  const key = Buffer.from(bytes).toString("latin1");
  const set = known.get(key) ?? BigInt(`0b${bytes.toReversed().join("")}`);
  known.set(key, set);
  return set;
}

/** The states of an expression's program; conditions that eat nothing count as met. */
class Walker {
  readonly #code;
  readonly #start: number;
  /** What each state eats. */
  readonly #sets: readonly bigint[];

  constructor(source: string) {
    const { code, start } = compilePattern(source);
    this.#code = code;
    this.#start = start;
    this.#sets = code.map((instruction) => (instruction.op === "byte" ? toSet(instruction.set) : 0n));
  }

  /** Where a match may stand once the keyword is eaten, after as many other bytes as its front says. */
  behind(keyword: string, { front = [0, 0], flags }: CredentialRule): number[] {
    const found: number[] = [];
    let states = this.#close([this.#start]);
    for (let length = 0; length <= front[1]; length++) {
      if (length >= front[0]) found.push(...this.#eat(states, keyword, flags.includes("i")));
      states = this.step(states, ALL);
    }
    return found;
  }

  /** The states behind those that may eat one of the bytes. */
  step(states: readonly number[], bytes: bigint): number[] {
    const next: number[] = [];
    for (const state of states) {
      const instruction = this.#code[state];
      if (instruction?.op === "byte" && ((this.#sets[state] ?? 0n) & bytes) !== 0n) next.push(instruction.next);
    }
    return this.#close(next);
  }

  /** All that any of the states may eat, and a few bytes more where RE2's classes might be narrower than JavaScript's. */
  eaten(states: readonly number[]): bigint {
    const bytes = states.reduce((all, state) => all | (this.#sets[state] ?? 0n), 0n);
    return (bytes & LINE_END) === 0n && bytes <= ASCII ? bytes : bytes | (ALL & ~ASCII) | ((bytes & LINE_END) === 0n ? 0n : OTHER_BLANKS);
  }

  mayEnd(states: readonly number[]): boolean {
    return states.some((state) => this.#code[state]?.op === "match");
  }

  #eat(states: readonly number[], text: string, isCaseless: boolean): readonly number[] {
    return Array.from(text).reduce<readonly number[]>((left, character) => {
      const cases = isCaseless ? [character.toLowerCase(), character.toUpperCase()] : [character];
      return this.step(left, cases.reduce((bytes, one) => bytes | (1n << BigInt(one.charCodeAt(0))), 0n));
    }, states);
  }

  /** The states that eat or end, reached without eating. */
  #close(states: readonly number[]): number[] {
    const seen = new Set<number>();
    const reached: number[] = [];
    const left = [...states];
    for (let state = left.pop(); state !== undefined; state = left.pop()) {
      const instruction = this.#code[state];
      if (!instruction || seen.has(state)) continue;
      seen.add(state);
      if (instruction.op === "split") left.push(instruction.next, instruction.other);
      else if (instruction.op === "save" || instruction.op === "assert") left.push(instruction.next);
      else reached.push(state);
    }
    return reached.sort((a, b) => a - b);
  }
}

/** Without what looks ahead or behind: more matches then, so that what they must have all of them have. */
function withoutLooks(pattern: string): string {
  let kept = "";
  const open: boolean[] = [];
  for (const [piece] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[!=]|\(|\)|./gs)) {
    if (piece.startsWith("(")) open.push(!/[!=]$/.test(piece));
    if (!open.includes(false)) kept += piece;
    if (piece === ")") open.pop();
  }
  return kept;
}

/** With counts that a program over bytes can have; more matches then, too. */
function shorten(pattern: string): string {
  return pattern.replace(/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^{\\[])+|\{\d+(?:,\d+)?\}/gs, (piece) => {
    const [least = 0, most = least] = piece.startsWith("{") ? piece.match(/\d+/g)?.map(Number) ?? [] : [];
    return most <= MOST_REPEATED ? piece : `{${Math.min(least, MOST_REPEATED)},}`;
  });
}
