// The one pass over every byte: finds the few offsets at which a rule's expression is worth trying.
// The interface is narrow on purpose, so that another engine can stand behind it.

/** A literal that stands in every match of some rule. */
export type Literal = {
  readonly text: string;
  readonly caseless: boolean;
  /** Characters that must follow at least so often. */
  readonly tail?: { readonly chars: string; readonly least: number };
};

/** Offsets in order. `kind[n]` is the index of the literal that starts at `offset[n]`, or ASSIGNMENT for an operator. */
export type Candidates = { readonly count: number; readonly offset: Int32Array; readonly kind: Int32Array };
export type FindCandidates = (bytes: Uint8Array) => Candidates;

export const ASSIGNMENT = -1;
/** How far an operator may stand behind the word that makes its value worth a look. */
const REACH = 64;
const LITERAL = 1;
const KEYWORD = 2;
const FOLD = 0x20;

/** Pieces of names that credentials have; four characters each. A `?` stands for whatever may follow a short name. */
const namePieces = ["pass", "pwd?", "psw?", "secr", "toke", "apik", "api_", "api-", "cred", "auth", "_key", "-key", ".key", "skey", "ekey", "nkey", "rkey", "gkey", "tkey", "ykey", "hkey", "tkey", "_pat", "csrf"];
const FOLLOWERS = "abcdefghijklmnopqrstuvwxyz0123456789_-.\"'=: >/+$\\";

type Slot = { readonly index: number; readonly back: number; readonly text: string; readonly caseless: boolean; readonly tail?: Uint8Array; readonly least: number };

/** Compiles literals of at least three characters into one search. The arrays of a result are used again by the next call. */
export function createPrefilter(literals: readonly Literal[]): FindCandidates {
  const flags = new Uint8Array(1 << 16);
  const slots = new Map<number, Slot[]>();
  for (const piece of namePieces) for (const gram of expandGram(piece)) setFlag(flags, gram, KEYWORD);
  literals.forEach((literal, index) => {
    const { gram, back } = rarestGram(literal);
    const tail = literal.tail && toClass(literal.tail.chars);
    const slot = { index, back, text: literal.text, caseless: literal.caseless, ...(tail && { tail }), least: literal.tail?.least ?? 0 };
    for (const one of expandGram(gram)) {
      const hash = setFlag(flags, one, LITERAL);
      slots.set(hash, [...(slots.get(hash) ?? []), slot]);
    }
  });
  const output = new Output();
  return (bytes) => search(bytes, { flags, slots, output });
}

type Tables = { readonly flags: Uint8Array; readonly slots: ReadonlyMap<number, readonly Slot[]>; readonly output: Output };

function search(bytes: Uint8Array, tables: Tables): Candidates {
  const { flags, slots, output } = tables;
  output.count = 0;
  let window = 0;
  let named = -REACH - 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    window = (window << 8) | byte | FOLD;
    const hash = Math.imul(window, 0x9e3779b1) >>> 16;
    const flag = flags[hash]!;
    if (flag !== 0) {
      if ((flag & LITERAL) !== 0) verify(bytes, at, slots.get(hash)!, output);
      if ((flag & KEYWORD) !== 0) named = at;
    }
    if ((byte === 0x3d || byte === 0x3a || byte === 0x3e) && at - named <= REACH) output.add(at, ASSIGNMENT);
  }
  return output;
}

function verify(bytes: Uint8Array, last: number, slots: readonly Slot[], output: Output): void {
  for (const slot of slots) {
    const start = last - 3 - slot.back;
    if (start >= 0 && standsAt(bytes, start, slot) && hasTail(bytes, start + slot.text.length, slot)) output.add(start, slot.index);
  }
}

function standsAt(bytes: Uint8Array, start: number, slot: Slot): boolean {
  const { text, caseless } = slot;
  for (let at = 0; at < text.length; at++) {
    const byte = bytes[start + at];
    if (byte === text.charCodeAt(at)) continue;
    if (!caseless || byte === undefined || lower(byte) !== lower(text.charCodeAt(at))) return false;
  }
  return true;
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | FOLD : byte;
}

function hasTail(bytes: Uint8Array, from: number, slot: Slot): boolean {
  if (!slot.tail) return true;
  for (let at = from; at < from + slot.least; at++) if (slot.tail[bytes[at] ?? 0] !== 1) return false;
  return true;
}

/** The four characters that ordinary text holds least, and how far they stand behind the literal's start. */
function rarestGram(literal: Literal): { gram: string; back: number } {
  const { text } = literal;
  if (text.length < 3) throw new Error(`the anchor ${text} is shorter than three characters`);
  if (text.length === 3) return { gram: `${text}?`, back: 0 };
  let best = { gram: text.slice(0, 4), back: 0 };
  for (let back = 1; back + 4 <= text.length; back++) {
    const gram = text.slice(back, back + 4);
    if (rarity(gram) > rarity(best.gram)) best = { gram, back };
  }
  return best;
}

/** Rough: digits and punctuation count most, then letters that English uses little. */
function rarity(gram: string): number {
  return [...gram.toLowerCase()].reduce((sum, character) => sum + (/[a-z ]/.test(character) ? ("jqxzkvwbgyp".includes(character) ? 2 : 0) : 3), 0);
}

function expandGram(gram: string): string[] {
  return gram.endsWith("?") ? [...FOLLOWERS].map((follower) => gram.slice(0, 3) + follower) : [gram];
}

function setFlag(flags: Uint8Array, gram: string, flag: number): number {
  let window = 0;
  for (let at = 0; at < 4; at++) window = (window << 8) | gram.charCodeAt(at) | FOLD;
  const hash = Math.imul(window, 0x9e3779b1) >>> 16;
  flags[hash] = flags[hash]! | flag;
  return hash;
}

function toClass(chars: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of chars) set[character.charCodeAt(0)] = 1;
  return set;
}

class Output implements Candidates {
  count = 0;
  offset = new Int32Array(1 << 12);
  kind = new Int32Array(1 << 12);

  add(offset: number, kind: number): void {
    if (this.count === this.offset.length) this.#grow();
    this.offset[this.count] = offset;
    this.kind[this.count++] = kind;
  }

  #grow(): void {
    const offset = new Int32Array(this.count * 2);
    const kind = new Int32Array(this.count * 2);
    offset.set(this.offset);
    kind.set(this.kind);
    this.offset = offset;
    this.kind = kind;
  }
}
