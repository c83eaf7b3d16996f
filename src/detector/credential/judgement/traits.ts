// What single characters are, and which letters like to stand beside each other.

/** The 150 commonest pairs of letters in names and prose of source code: three quarters of theirs, a fifth of random ones. */
const commonest = "in er te re on at le st ti en es nt co de or se ar et al ta ra ri tr an li ro io ng ed ec me ma ge it is nd el ne la to ns lo ct as di ea ex ch pe fi pa ca ac ic si ve pr ol ce ll ss na il od un ou em ad rt ut ab th he no am om ts nc ur rs sc mp da id ef im po pl op ck ha fo so bl mi ty va rr mo tt ni sp ap ke su os ig ie us ot ul ep sh be tc oc pt eg cl rc ag ho ba ls vi um rm lt gr ia cr ow ui ee ir ue rd xt do lu up ev hi ci tu qu yp ip nu ay";

/** By the numbers of two letters in the alphabet, 0 being no letter: PAIR for two letters, and COMMON where they like to stand beside each other. */
export const pairKinds = new Uint8Array(32 * 32);
export const COMMON = 1;
const PAIR = 2;
for (let first = 1; first <= 26; first++) pairKinds.fill(PAIR, (first << 5) + 1, (first << 5) + 27);
for (const pair of commonest.split(" ")) pairKinds[((pair.charCodeAt(0) & 31) << 5) | (pair.charCodeAt(1) & 31)]! |= COMMON;

/** A letter's number in the alphabet; 0 for what is no letter. */
export function letterOf(code: number): number {
  return code < 256 ? traits[code]! & LETTER : 0;
}

/** 1 for two letters, by their numbers in the alphabet, that like to stand beside each other in words. */
export function isCommonPair(first: number, second: number): number {
  return pairKinds[(first << 5) | second]! & COMMON;
}

/** What a character is, a bit for each; the lowest five are its letter's number in the alphabet. */
export const LOWER = 1 << 5;
export const UPPER = 1 << 6;
export const DIGIT = 1 << 7;
export const OTHER = 1 << 8;
/** Letters, digits, `_` and `$`. */
export const WORD = 1 << 9;
/** The same and the dot. */
export const DOTTED = 1 << 20;
/** Characters of tokens. */
export const TOKEN = 1 << 10;
export const VISIBLE = 1 << 11;
export const BRACKET = 1 << 12;
export const BACKSLASH = 1 << 13;
export const COLON = 1 << 14;
export const SEPARATOR = 1 << 15;
export const DOT = 1 << 16;
export const SLASH = 1 << 17;
/** `(`, `<`, `[` and `{`. */
export const OPENING = 1 << 18;
export const LESS = 1 << 19;
export const LETTER = 31;

export const traits = new Int32Array(256).fill(OTHER);
mark("abcdefghijklmnopqrstuvwxyz", LOWER | WORD | DOTTED | TOKEN);
mark("ABCDEFGHIJKLMNOPQRSTUVWXYZ", UPPER | WORD | DOTTED | TOKEN);
mark("0123456789", DIGIT | WORD | DOTTED | TOKEN);
mark("_$", WORD | DOTTED);
mark(".", DOTTED);
mark("_-+/=.~!@#^*%", TOKEN);
mark("()[]{}<>", BRACKET);
mark("(<[{", OPENING);
mark("-._/", SEPARATOR);
mark("<", LESS);
mark("\\", BACKSLASH);
mark(":", COLON);
mark(".", DOT);
mark("/", SLASH);
for (let code = 0x21; code < 0x7f; code++) traits[code]! |= VISIBLE;

function mark(characters: string, bits: number): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    const letter = (bits & (LOWER | UPPER)) === 0 ? 0 : code & LETTER;
    traits[code] = ((bits & (LOWER | UPPER | DIGIT)) === 0 ? traits[code]! : 0) | bits | letter;
  }
}
