// Shannon entropy of values, as cheaply as it can be told.
import { surveyOf } from "./survey.ts";

const counts = new Int32Array(1 << 16);

/** Shares of a value's bits by length and count, worked out once: share[length][count] is -p log2 p. */
const shares: (Float64Array | undefined)[] = [];
const LONGEST = 128;
/** What random text has at least, and more than what sums of fractions may be off. */
const RANDOM = 2.7;
const MARGIN = 0.01;

function sharesOf(length: number): Float64Array {
  return (shares[length] ??= Float64Array.from({ length: length + 1 }, (_, count) => (count === 0 ? 0 : shareOf(count, length))));
}

function shareOf(count: number, length: number): number {
  return (count / length) * Math.log2(count / length);
}

/** Shannon entropy, bits a character (UTF-16 code unit). */
export function entropy(value: string): number {
  const { length } = value;
  for (let at = 0; at < length; at++) counts[value.charCodeAt(at)]!++;
  const known = length <= LONGEST ? sharesOf(length) : undefined;
  let bits = 0;
  for (let at = 0; at < length; at++) {
    const code = value.charCodeAt(at);
    const count = counts[code]!;
    if (count === 0) continue;
    bits -= known ? known[count]! : shareOf(count, length);
    counts[code] = 0;
  }
  return bits;
}

/** Of values up to some length, by it: with so many different characters they have 2.7 bits a character, however often each stands. */
const enough = Uint8Array.from({ length: LONGEST + 1 }, (_, length) => {
  let distinct = 1;
  while (distinct < length && leastOf(length, distinct) < RANDOM + MARGIN) distinct++;
  return distinct < length ? distinct : LONGEST + 1;
});

/** The entropy of a value in which all characters but one stand once. */
function leastOf(length: number, distinct: number): number {
  return -shareOf(length - distinct + 1, length) - (distinct - 1) * shareOf(1, length);
}

/** Whether the entropy is that of random text. */
export function isVaried(value: string): boolean {
  return (value.length <= LONGEST && surveyOf(value).distinct >= enough[value.length]!) || entropy(value) >= RANDOM;
}
