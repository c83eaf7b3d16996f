// What is searched for in every byte: literals of rules, pieces of the names that credentials have, and the four bytes that give each away.

/** A literal that stands in every match of some rule. */
export type Literal = {
  readonly text: string;
  readonly caseless: boolean;
  /** Characters of which at least so many must follow, and the one that must end their run. */
  readonly tail?: { readonly chars: string; readonly least: number; readonly next?: string };
};

/** Stands for a neighbour of a short literal. */
export const NEIGHBOUR = -1;
/** The shortest literal: shorter ones stand everywhere. */
export const SHORTEST = 3;

/** Pieces of the names that credentials have. */
export const namePieces: readonly string[] = ["pass", "pwd", "pswd", "secr", "toke", "apik", "api_", "api-", "cred", "auth", "_key", "-key", ".key", "skey", "ekey", "nkey", "rkey", "gkey", "tkey", "ykey", "hkey", "pkey", "ckey", "_pat"];

/** The byte that must end the run behind a literal; -1 for any, and where a flood of the literal would be one run. */
export function endOfRun({ text, tail }: Literal): number {
  const isInRun = Array.from(text).every((character) => tail?.chars.includes(character));
  return tail?.next === undefined || isInRun ? -1 : tail.next.charCodeAt(0);
}

export type Gram = {
  /** How far behind the literal's start the four bytes stand; -1 where they begin with the byte before it. */
  readonly back: number;
  /** Four codes; NEIGHBOUR where any byte may stand, or the first of those that must follow. */
  readonly codes: readonly number[];
};

/** Four bytes at an even or odd distance: within the literal where it is long enough, else with one neighbour. */
export function rarestGram({ text, tail }: Literal, parity: 0 | 1): Gram {
  const codes = Array.from(text, (character) => character.charCodeAt(0));
  let best: Gram | undefined;
  for (let back: number = parity; back + 4 <= text.length; back += 2) {
    const gram = codes.slice(back, back + 4);
    if (!best || rarity(gram) > rarity(best.codes)) best = { back, codes: gram };
  }
  if (best) return best;
  // What follows is known better than what stands before.
  const last = text.length - 3;
  const isFollowed = last >= parity && (last - parity) % 2 === 0 && (tail?.least ?? 0) > 0;
  if (isFollowed || parity === 0) return { back: last - ((last - parity) % 2), codes: [...codes.slice(-3), NEIGHBOUR] };
  return { back: -1, codes: [NEIGHBOUR, ...codes.slice(0, 3)] };
}

/** How rare characters are in programs and texts, in bits, upper and lower case being the same; others have RAREST. */
const bitsOf = new Map(Object.entries({ 3: " e", 4: "taoinsr", 5: "ldcump\":", 6: "fghyb.,/_-01=", 7: "wvkx();<>{}'", 8: "23456789", 10: "jqz" }).flatMap(([bits, characters]) => Array.from(characters, (character) => [character, Number(bits)] as const)));
const RAREST = 9;

function rarity(gram: readonly number[]): number {
  return gram.reduce((sum, code) => sum + (bitsOf.get(String.fromCharCode(code).toLowerCase()) ?? RAREST), 0);
}
