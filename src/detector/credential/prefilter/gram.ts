// Tables of the prefilter: which four bytes, at an even or an odd distance, give away which literal.

/** A literal that stands in every match of some rule. */
export type Literal = {
  readonly text: string;
  readonly caseless: boolean;
  /** Characters that must follow at least so often. */
  readonly tail?: { readonly chars: string; readonly least: number };
};

export type Slot = {
  /** Index of the literal, or -1 for a piece of a name that credentials have. */
  readonly index: number;
  /** How far behind the literal's start the four bytes stand; -1 where they begin with the byte before it. */
  readonly back: number;
  /** What the bytes must be once the bits of `folds` are set in them. */
  readonly codes: Uint8Array;
  readonly folds: Uint8Array;
  readonly tail?: Uint8Array;
  readonly least: number;
};

const FOLD = 0x20;
/** Bits of a hash: so many that a bitmap of them stays in the first cache levels and is nearly empty. */
const BITS = 19;
/** Stands for a neighbour of a short literal. */
const NEIGHBOUR = -1;
/** What may follow a piece of a name. */
const NAME_TAIL = { chars: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.\"'=: >/+$\\`])", least: 0 };

/** Pieces of the names that credentials have. */
const namePieces = ["pass", "pwd", "pswd", "secr", "toke", "apik", "api_", "api-", "cred", "auth", "_key", "-key", ".key", "skey", "ekey", "nkey", "rkey", "gkey", "tkey", "ykey", "hkey", "pkey", "_pat"];

export class Slots {
  /** One bit for each hash that some literal has. */
  readonly bits = new Int32Array(1 << (BITS - 5));
  readonly #lists: Slot[][] = [[]];
  readonly #numbers = new Uint16Array(1 << BITS);

  constructor(literals: readonly Literal[]) {
    for (const text of namePieces) this.#add({ text, caseless: true, tail: NAME_TAIL }, -1);
    literals.forEach((literal, index) => this.#add(literal, index));
  }

  at(hash: number): readonly Slot[] {
    return this.#lists[this.#numbers[hash]!]!;
  }

  has(hash: number): boolean {
    return ((this.bits[hash >>> 5]! >>> hash) & 1) !== 0;
  }

  /** Two grams, at distances of different parity. */
  #add(literal: Literal, index: number): void {
    if (literal.text.length < 3) throw new Error(`the anchor ${literal.text} is shorter than three characters`);
    for (const parity of [0, 1]) {
      const { back, gram } = rarestGram(literal, parity);
      const slot = toSlot(literal, index, back);
      for (const hash of toHashes(gram, literal.tail?.chars)) this.#put(hash, slot);
    }
  }

  #put(hash: number, slot: Slot): void {
    const known = this.#numbers[hash]!;
    if (known !== 0) return void this.#lists[known]!.push(slot);
    this.#numbers[hash] = this.#lists.length;
    this.#lists.push([slot]);
    this.bits[hash >>> 5]! |= 1 << (hash & 31);
  }
}

/** Hash of four bytes, read little-endian; upper and lower case are the same. */
export function hashWord(word: number): number {
  return Math.imul(word | 0x20202020, 0x9e3779b1) >>> (32 - BITS);
}

function toHashes(gram: readonly number[], followers: string | undefined): Set<number> {
  const free = gram.indexOf(NEIGHBOUR);
  const neighbours = free < 0 ? [0] : free === 3 && followers !== undefined ? Array.from(followers, (character) => character.charCodeAt(0)) : Array.from({ length: 256 }, (_, byte) => byte);
  return new Set(neighbours.map((byte) => {
    const [a = 0, b = 0, c = 0, d = 0] = free < 0 ? gram : gram.with(free, byte);
    return hashWord(a | (b << 8) | (c << 16) | (d << 24));
  }));
}

function toSlot(literal: Literal, index: number, back: number): Slot {
  const { text, tail } = literal;
  const folds = Uint8Array.from(text, (character) => (literal.caseless && /[a-z]/i.test(character) ? FOLD : 0));
  const codes = Uint8Array.from(folds, (fold, at) => text.charCodeAt(at) | fold);
  return { index, back, codes, folds, ...(tail && { tail: toClass(tail.chars) }), least: tail?.least ?? 0 };
}

/** Four bytes at a distance of the given parity: within the literal where it is long enough, else with one neighbour. */
function rarestGram({ text, tail }: Literal, parity: number): { back: number; gram: number[] } {
  const codes = Array.from(text, (character) => character.charCodeAt(0));
  let best: { back: number; gram: number[] } | undefined;
  for (let back = parity; back + 4 <= text.length; back += 2) {
    const gram = codes.slice(back, back + 4);
    if (!best || rarity(gram) > rarity(best.gram)) best = { back, gram };
  }
  if (best) return best;
  // What follows is known better than what stands before.
  const isFollowed = tail !== undefined && text.length - 3 >= parity && (text.length - 3 - parity) % 2 === 0;
  if (isFollowed || parity === 0) return { back: text.length - 3 - ((text.length - 3 - parity) % 2), gram: [...codes.slice(-3), NEIGHBOUR] };
  return { back: -1, gram: [NEIGHBOUR, ...codes.slice(0, 3)] };
}

/** Rough: digits and punctuation count most, then letters that English uses little. */
function rarity(gram: readonly number[]): number {
  return gram.reduce((sum, code) => {
    const character = String.fromCharCode(code).toLowerCase();
    return sum + (/[a-z ]/.test(character) ? ("jqxzkvwbgyp".includes(character) ? 2 : 0) : 3);
  }, 0);
}

function toClass(chars: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of chars) set[character.charCodeAt(0)] = 1;
  return set;
}
