// Counts of characters, one look at each: what judgements about a value lean on.

/** 1 for a or A to 26 for z or Z; 0 for what is no letter. */
export function letterAt(value: string, at: number): number {
  const letter = (value.charCodeAt(at) | 0x20) - 0x60;
  return letter >= 1 && letter <= 26 ? letter : 0;
}

const counts = new Int32Array(1 << 16);

/** Shares of a value's bits by length and count, worked out once: share[length][count] is -p log2 p. */
const shares: (Float64Array | undefined)[] = [];
const LONGEST = 128;

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

/** How many different characters there are, as far as `enough`. */
export function countDistinct(value: string, enough: number): number {
  let distinct = 0;
  let at = 0;
  for (; at < value.length && distinct < enough; at++) if (counts[value.charCodeAt(at)]!++ === 0) distinct++;
  while (at > 0) counts[value.charCodeAt(--at)] = 0;
  return distinct;
}

export function countDigits(value: string): number {
  let digits = 0;
  for (let at = 0; at < value.length; at++) if (isDigit(value.charCodeAt(at))) digits++;
  return digits;
}

/** How many of lower case, upper case, digits and other characters occur. */
export function countClasses(value: string): number {
  let kinds = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    kinds |= code >= 0x61 && code <= 0x7a ? 1 : code >= 0x41 && code <= 0x5a ? 2 : isDigit(code) ? 4 : 8;
  }
  return (kinds & 1) + ((kinds >> 1) & 1) + ((kinds >> 2) & 1) + (kinds >> 3);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
