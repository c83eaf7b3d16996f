// Sets of texts that a claim can be, and whether a trust policy's pattern meets one.

/**
 * `free` parts can be chosen by whoever starts the workflow; other unknown parts have one value that isn't known here.
 * No part holds one of the characters in `without`.
 */
export type Hole = { readonly free: boolean; readonly without: string };
/** Texts in order. */
export type Language = readonly (string | Hole)[];
/** "certain": some text of the language meets the pattern, whatever is unknown. */
export type Meeting = "certain" | "possible" | "none";

type Unit = { readonly char: string } | { readonly star: string } | { readonly one: true };

/** `wild` patterns have "*" for any text, and "?" for one character where `single` says so. Case is folded. */
export function meet(language: Language, pattern: string, options: { wild: boolean; single: boolean }): Meeting {
  const accepted = toUnits(pattern, options);
  const any = toLanguageUnits(language, () => true);
  if (!intersect(any, accepted)) return "none";
  // An unknown part counts as one strange character, which only a star of the pattern takes.
  return intersect(toLanguageUnits(language, (hole) => hole.free), accepted) ? "certain" : "possible";
}

/** Whether the pattern takes every text of the language: its constants agree, and a star of it stands where a part is unknown. */
export function isCovered(language: Language, pattern: string, options: { wild: boolean; single: boolean }): boolean {
  return intersect(toLanguageUnits(language, () => false), toUnits(pattern, options));
}

function toUnits(pattern: string, options: { wild: boolean; single: boolean }): Unit[] {
  return [...pattern.toLowerCase()].map((char): Unit => {
    if (options.wild && char === "*") return { star: "" };
    return options.wild && options.single && char === "?" ? { one: true } : { char };
  });
}

const STRANGE = "\u{10ffff}";

function toLanguageUnits(language: Language, isOpen: (hole: Hole) => boolean): Unit[] {
  return language.flatMap((part): Unit[] => {
    if (typeof part === "string") return [...part.toLowerCase()].map((char) => ({ char }));
    return isOpen(part) ? [{ star: part.without }] : [{ char: STRANGE }];
  });
}

/** Whether two patterns have a text in common; a star's own characters are those that it excludes. */
function intersect(left: readonly Unit[], right: readonly Unit[]): boolean {
  const seen = new Set<number>();
  const width = right.length + 1;
  const pending: [number, number][] = [[0, 0]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [i, j] = next;
    if (i === left.length && j === right.length) return true;
    if (seen.has(i * width + j)) continue;
    seen.add(i * width + j);
    pending.push(...steps({ a: left[i], b: right[j] }, i, j));
  }
  return false;
}

function steps({ a, b }: { a: Unit | undefined; b: Unit | undefined }, i: number, j: number): [number, number][] {
  const found: [number, number][] = [];
  if (a && "star" in a) found.push([i + 1, j]);
  if (b && "star" in b) found.push([i, j + 1]);
  if (!a || !b || !agree(a, b)) return found;
  found.push(["star" in a ? i : i + 1, "star" in b ? j : j + 1]);
  return found;
}

/** Two stars in step would only repeat what each does alone. */
function agree(a: Unit, b: Unit): boolean {
  if ("star" in a) return "char" in b ? !a.star.includes(b.char) : "one" in b;
  if ("star" in b) return "char" in a ? !b.star.includes(a.char) : true;
  if ("one" in a) return !("char" in b) || b.char !== STRANGE;
  if ("one" in b) return a.char !== STRANGE;
  return a.char === b.char;
}
