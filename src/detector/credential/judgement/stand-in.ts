// Cheap questions before dear ones: whether a value holds anything at all of what the expressions about placeholders and references look for.

const TABLE_BITS = 12;
export const LESS = 0x3c;

/** Marks the hash of each of the words of three characters. */
export function toTriples(words: string): Uint8Array {
  const table = new Uint8Array(1 << TABLE_BITS);
  for (const word of words.split(" ")) table[hash(hash(fold(word.charCodeAt(0)), fold(word.charCodeAt(1))), fold(word.charCodeAt(2)))] = 1;
  return table;
}

function hash(before: number, code: number): number {
  return (before * 37 + code) & ((1 << TABLE_BITS) - 1);
}

/** Lower case and upper case are the same; so are a few signs, which leads to no more than a needless look. */
function fold(code: number): number {
  return code | 0x20;
}

/** False where none of the triples stands in the value, nor the character `single`, nor one that is no byte. */
export function maySay(value: string, triples: Uint8Array, single: number): boolean {
  let first = 0;
  let second = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    const third = fold(code);
    if (at >= 2 && triples[hash(hash(first, second), third)] === 1) return true;
    if (code === single || code > 0xff) return true;
    first = second;
    second = third;
  }
  return false;
}

const lookups = toTriples("get env");
const COLON = 0x3a;

/** Signs that only references begin with: $ % @ ! & _ */
function beginsReference(code: number): boolean {
  return code === 0x24 || code === 0x25 || code === 0x40 || code === 0x21 || code === 0x26 || code === 0x5f;
}

/** False for values that hold no bracket, no colon, no slash near the front, no dot near an end, and none of the words. */
export function mayRefer(value: string): boolean {
  if (beginsReference(value.charCodeAt(0))) return true;
  const { length } = value;
  for (let at = 0; at < length; at++) {
    const code = value.charCodeAt(at);
    if (code === 0x28 || code === 0x3c || code === 0x5b || code === 0x7b) return true;
    if (code === 0x2e && (at <= 8 || at >= length - 6)) return true;
    if (code === 0x2f && (at <= 8 || value.endsWith("aws4_request"))) return true;
  }
  return maySay(value, lookups, COLON);
}
