// Lays the literals out in the memory of the WebAssembly module, as wasm/sieve.ts reads them.
import { CLASSES_BYTES, toClasses } from "./classes.ts";
import { endOfRun, NEIGHBOUR, namePieces, rarestGram, SHORTEST, type Gram, type Literal } from "./literal.ts";

/** Addresses in the module's memory; the bitmap of hashes lies at 1024, which the module knows. */
export type Layout = { readonly table: number; readonly tableMask: number; readonly classes: number; readonly end: number };
export type Table = { readonly bytes: Uint8Array; readonly layout: Layout };

/** Bits of a hash: so many that a bitmap of them is nearly empty, and few enough that it stays in the second cache level. */
const HASH_BITS = 21;
const FOLD = 0x20;
/** Bytes of a slot and of a list's head; wasm/sieve.ts says what they hold. */
const SLOT = 56;
const HEAD = 8;
const BITS_AT = 1024;
const CLASSES_AT = BITS_AT + (1 << (HASH_BITS - 3));

/** More slots than there can be. */
const MOST_SLOTS = 2 ** 24;

/** The numbers of the slots that some hashes lead to. */
type List = readonly number[];

/** Throws for a literal that would stand everywhere. */
export function layOut(literals: readonly Literal[]): Table {
  const strings = new Strings();
  const { slots, index } = indexSlots(literals, strings);
  const tableAt = CLASSES_AT + CLASSES_BYTES;
  const listsAt = tableAt + index.size * 8;
  const listsSize = index.lists.reduce((sum, list) => sum + HEAD + list.length * SLOT, 0);
  const bytes = new Uint8Array(listsAt + listsSize + strings.size);
  bytes.set(toClasses(), CLASSES_AT);
  const layout = { table: tableAt, tableMask: index.size - 1, classes: CLASSES_AT, end: bytes.length };
  strings.writeTo(bytes, listsAt + listsSize);
  let end = listsAt;
  const addresses = index.lists.map((list) => {
    const at = end;
    end = writeList(bytes, list.map((number) => slots[number]!), { at, stringsAt: listsAt + listsSize });
    return at;
  });
  index.writeTo(bytes, addresses, layout);
  return { bytes, layout };
}

/** Slots by the hash of their four bytes: some twenty thousand hashes, at the start of every run. */
function indexSlots(literals: readonly Literal[], strings: Strings): { slots: Uint8Array[]; index: HashIndex } {
  const slots: Uint8Array[] = [];
  const all: (readonly number[])[] = [];
  const add = (literal: Literal, number: number) => {
    if (literal.text.length < SHORTEST) throw new Error(`the anchor ${literal.text} is shorter than three characters`);
    for (const parity of [0, 1] as const) {
      const gram = rarestGram(literal, parity);
      slots.push(toSlot({ literal, index: number, back: gram.back }, strings));
      all.push(toProducts(gram, literal));
    }
  };
  for (const text of namePieces) add({ text, caseless: true }, -1);
  literals.forEach(add);
  const index = new HashIndex(all.reduce((sum, hashes) => sum + hashes.length, 0));
  all.forEach((hashes, slot) => {
    for (const hash of hashes) index.add(hash, slot);
  });
  return { slots, index };
}

/** An open hash table as the module reads it, with the number of a list for its address; hashes with the same slots share one list. */
class HashIndex {
  readonly size: number;
  readonly lists: List[] = [];
  readonly #products: Int32Array;
  readonly #listOf: Int32Array;
  /** The list that a list becomes with a further slot; the key is made of both numbers. */
  readonly #longer = new Map<number, number>();

  constructor(most: number) {
    this.size = 1 << Math.ceil(Math.log2(Math.max(16, most * 2)));
    this.#products = new Int32Array(this.size);
    this.#listOf = new Int32Array(this.size).fill(-1);
  }

  /** A slot may come for the same product again, not with another one between. */
  add(product: number, slot: number): void {
    let place = toHash(product) & (this.size - 1);
    while (this.#products[place] !== 0 && this.#products[place] !== product) place = (place + 1) & (this.size - 1);
    this.#products[place] = product;
    const before = this.#listOf[place]!;
    if (before >= 0 && this.lists[before]!.at(-1) === slot) return;
    const key = (before + 1) * MOST_SLOTS + slot;
    const longer = this.#longer.get(key) ?? this.lists.push([...(this.lists[before] ?? []), slot]) - 1;
    this.#longer.set(key, longer);
    this.#listOf[place] = longer;
  }

  writeTo(bytes: Uint8Array, addresses: readonly number[], layout: Layout): void {
    const words = new Int32Array(bytes.buffer, layout.table, this.size * 2);
    for (let place = 0; place < this.size; place++) {
      const product = this.#products[place]!;
      if (product === 0) continue;
      const hash = toHash(product);
      words[place * 2] = product;
      words[place * 2 + 1] = addresses[this.#listOf[place]!]!;
      bytes[BITS_AT + (hash >>> 3)]! |= 1 << (hash & 7);
    }
  }
}

/** With repetitions where letters of both cases may stand. */
function toProducts({ codes }: Gram, { tail }: Literal): number[] {
  const free = codes.indexOf(NEIGHBOUR);
  const word = codes.reduce((sum, code, place) => sum | (place === free ? 0 : code << (place * 8)), 0);
  if (free < 0) return [multiply(word)];
  const isFollowed = free === 3 && tail !== undefined && tail.least > 0;
  const neighbours = isFollowed ? foldedOf(tail.chars) : foldedBytes;
  return neighbours.map((byte) => multiply(word | (byte << (free * 8))));
}

/** Upper and lower case are the same to hashing; many literals have the same tail. */
const folded = new Map<string, readonly number[]>();

function foldedOf(chars: string): readonly number[] {
  const known = folded.get(chars) ?? [...new Set(Array.from(chars, (character) => character.charCodeAt(0) | FOLD))];
  folded.set(chars, known);
  return known;
}

/** Any byte, as hashing sees it. */
const foldedBytes = Array.from({ length: 128 }, (_, n) => ((n >> 5) << 6) | 0x20 | (n & 0x1f));

/** Four bytes, read little-endian, upper and lower case being the same, times an odd number: no two words have the same product, and none has 0. */
function multiply(word: number): number {
  return Math.imul(word | 0x20202020, 0x9e3779b1);
}

function toHash(product: number): number {
  return product >>> (32 - HASH_BITS);
}

/** Each literal and each class of characters once; addresses count from the first. */
class Strings {
  size = 0;
  readonly #all: Uint8Array[] = [];
  readonly #known = new Map<string, number>();

  put(key: string, make: () => Uint8Array): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const at = this.size;
    const bytes = make();
    this.#all.push(bytes);
    this.#known.set(key, at);
    this.size += bytes.length;
    return at;
  }

  writeTo(bytes: Uint8Array, start: number): void {
    let at = start;
    for (const piece of this.#all) {
      bytes.set(piece, at);
      at += piece.length;
    }
  }
}

/** Addresses of strings count from the first string until `writeList` puts them in their place. */
function toSlot({ literal, index, back }: { literal: Literal; index: number; back: number }, strings: Strings): Uint8Array {
  const { text, caseless, tail } = literal;
  const folds = Uint8Array.from(text, (character) => (caseless && /[a-z]/i.test(character) ? FOLD : 0));
  const codes = Uint8Array.from(folds, (fold, at) => text.charCodeAt(at) | fold);
  const slot = new Uint8Array(SLOT);
  const view = new DataView(slot.buffer);
  [index, back, codes.length, tail?.least ?? 0].forEach((value, field) => view.setInt32(field * 4, value, true));
  slot.set(codes.subarray(0, 8), 16);
  slot.set(folds.subarray(0, 8), 24);
  slot.fill(0xff, 32, 32 + Math.min(8, codes.length));
  view.setInt32(40, strings.put(`codes ${caseless} ${text}`, () => codes), true);
  view.setInt32(44, strings.put(`folds ${caseless} ${text}`, () => folds), true);
  view.setInt32(48, strings.put(`class ${tail?.chars ?? ""}`, () => toClass(tail?.chars ?? "")), true);
  view.setInt32(52, endOfRun(literal), true);
  return slot;
}

/** Gives the address behind the list. */
function writeList(bytes: Uint8Array, slots: readonly Uint8Array[], { at, stringsAt }: { at: number; stringsAt: number }): number {
  const view = new DataView(bytes.buffer);
  view.setInt32(at, slots.length, true);
  slots.forEach((slot, number) => {
    const start = at + HEAD + number * SLOT;
    bytes.set(slot, start);
    for (const field of [40, 44, 48]) view.setInt32(start + field, view.getInt32(start + field, true) + stringsAt, true);
  });
  return at + HEAD + slots.length * SLOT;
}

function toClass(chars: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of chars) set[character.charCodeAt(0)] = 1;
  return set;
}
