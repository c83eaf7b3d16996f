// Lays the literals out in the memory of the WebAssembly module, as wasm/sieve.ts reads them.
import { NEIGHBOUR, namePieces, rarestGram, SHORTEST, type Gram, type Literal } from "./literal.ts";

/** Addresses in the module's memory. */
export type Layout = { readonly bits: number; readonly table: number; readonly tableMask: number; readonly classes: number; readonly end: number };
export type Table = { readonly bytes: Uint8Array; readonly layout: Layout };

/** Bits of a hash: so many that a bitmap of them is nearly empty, and few enough that it stays in the second cache level. */
const HASH_BITS = 21;
const FOLD = 0x20;
/** Bytes of a slot and of a list's head; wasm/sieve.ts says what they hold. */
const SLOT = 56;
const HEAD = 8;
const BITS_AT = 1024;
const CLASSES_AT = BITS_AT + (1 << (HASH_BITS - 3));
const CLASSES_BYTES = 5 * 256;

/** A slot's bytes, written once and copied into each list that it is part of. */
type Slot = Uint8Array;
/** The slots of a hash; hashes with the same slots share one list. */
type List = { readonly slots: readonly Slot[]; readonly longer: Map<Slot, List> };

/** Throws for a literal that would stand everywhere. */
export function layOut(literals: readonly Literal[]): Table {
  const strings = new Strings();
  const lists = gatherSlots(literals, strings);
  const tableSize = 1 << Math.ceil(Math.log2(Math.max(16, lists.size * 2)));
  const tableAt = CLASSES_AT + CLASSES_BYTES;
  const listsAt = tableAt + tableSize * 8;
  const listsSize = [...new Set(lists.values())].reduce((sum, { slots }) => sum + HEAD + slots.length * SLOT, 0);
  const bytes = new Uint8Array(listsAt + listsSize + strings.size);
  bytes.set(toClasses(), CLASSES_AT);
  const layout = { bits: BITS_AT, table: tableAt, tableMask: tableSize - 1, classes: CLASSES_AT, end: bytes.length };
  writeLists({ bytes, listsAt, lists, stringsAt: listsAt + listsSize }, layout);
  strings.writeTo(bytes, listsAt + listsSize);
  return { bytes, layout };
}

/** Slots by the hash of their four bytes. */
function gatherSlots(literals: readonly Literal[], strings: Strings): Map<number, List> {
  const empty: List = { slots: [], longer: new Map() };
  const lists = new Map<number, List>();
  const add = (literal: Literal, index: number) => {
    if (literal.text.length < SHORTEST) throw new Error(`the anchor ${literal.text} is shorter than three characters`);
    for (const parity of [0, 1] as const) {
      const gram = rarestGram(literal, parity);
      const slot = toSlot({ literal, index, back: gram.back }, strings);
      for (const hash of toHashes(gram, literal)) {
        const { slots, longer } = lists.get(hash) ?? empty;
        const list = longer.get(slot) ?? { slots: [...slots, slot], longer: new Map() };
        longer.set(slot, list);
        lists.set(hash, list);
      }
    }
  };
  for (const text of namePieces) add({ text, caseless: true }, -1);
  literals.forEach(add);
  return lists;
}

function toHashes({ codes }: Gram, { tail }: Literal): Set<number> {
  const free = codes.indexOf(NEIGHBOUR);
  const hashes = new Set<number>();
  const word = codes.reduce((sum, code, place) => sum | (place === free ? 0 : code << (place * 8)), 0);
  const isFollowed = free === 3 && tail !== undefined && tail.least > 0;
  const neighbours = free < 0 ? [0] : isFollowed ? Array.from(tail.chars, (character) => character.charCodeAt(0)) : allBytes;
  for (const byte of neighbours) hashes.add(hashWord(word | (byte << (Math.max(0, free) * 8))));
  return hashes;
}

const allBytes = Array.from({ length: 256 }, (_, byte) => byte);

/** Hash of four bytes, read little-endian; upper and lower case are the same. */
function hashWord(word: number): number {
  return Math.imul(word | 0x20202020, 0x9e3779b1) >>> (32 - HASH_BITS);
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

/** Addresses of strings count from the first string until `writeLists` puts them in their place. */
function toSlot({ literal, index, back }: { literal: Literal; index: number; back: number }, strings: Strings): Slot {
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
  return slot;
}

type Writing = { readonly bytes: Uint8Array; readonly listsAt: number; readonly stringsAt: number; readonly lists: ReadonlyMap<number, List> };

function writeLists({ bytes, listsAt, stringsAt, lists }: Writing, layout: Layout): void {
  const view = new DataView(bytes.buffer);
  const addresses = new Map<List, number>();
  let end = listsAt;
  for (const [hash, list] of lists) {
    const at = addresses.get(list) ?? end;
    if (at === end) end = writeList(view, list, { at, stringsAt });
    addresses.set(list, at);
    bytes[BITS_AT + (hash >>> 3)]! |= 1 << (hash & 7);
    let place = hash & layout.tableMask;
    while (view.getInt32(layout.table + place * 8, true) !== 0) place = (place + 1) & layout.tableMask;
    view.setInt32(layout.table + place * 8, hash + 1, true);
    view.setInt32(layout.table + place * 8 + 4, at, true);
  }
}

/** Gives the address behind the list. */
function writeList(view: DataView, { slots }: List, { at, stringsAt }: { at: number; stringsAt: number }): number {
  view.setInt32(at, slots.length, true);
  slots.forEach((slot, number) => {
    const start = at + HEAD + number * SLOT;
    new Uint8Array(view.buffer).set(slot, start);
    for (const field of [40, 44, 48]) view.setInt32(start + field, view.getInt32(start + field, true) + stringsAt, true);
  });
  return at + HEAD + slots.length * SLOT;
}

function toClass(chars: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of chars) set[character.charCodeAt(0)] = 1;
  return set;
}

const SEXTETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** For each character of base64 and its place modulo four the alignments under which it can be part of seven-bit text; then the values of hexadecimal digits. */
function toClasses(): Uint8Array {
  const tables = new Uint8Array(CLASSES_BYTES).fill(0xff, 1024);
  for (let place = 0; place < 4; place++) {
    for (let byte = 0; byte < 256; byte++) {
      const value = SEXTETS.indexOf(byte === 0x2d ? "+" : byte === 0x5f ? "/" : String.fromCharCode(byte));
      const alignments = [0, 1, 2, 3].filter((alignment) => value >= 0 && isPossible(value, (place - alignment + 4) % 4));
      tables[place * 256 + byte] = alignments.reduce((sum, alignment) => sum | (1 << alignment), 0);
    }
  }
  for (const digit of "0123456789abcdefABCDEF") tables[1024 + digit.charCodeAt(0)] = Number.parseInt(digit, 16);
  return tables;
}

/** The first bit of each byte is 0 in seven-bit text; which of a sextet's bits that is depends on its place in the group. */
function isPossible(value: number, place: number): boolean {
  if (place === 0) return value < 32;
  return place === 3 || (value & (place === 1 ? 8 : 2)) === 0;
}
