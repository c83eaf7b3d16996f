// The three or four digits printed on a card. By themselves they are any number; beside a card number and by name they are not.
import type { Match, RuleInfo } from "../detector.ts";
import { textOf } from "./text.ts";

export type VerificationValue = {
  readonly start: number;
  readonly end: number;
  /** Where the number before it begins, or its name where none is near: without them it is any number. */
  readonly from: number;
};

/** How far from a card number a named value may stand. */
const NEAR = 256;
const named = /(?:cvv2?|cvc2?|cid|csc|cav2|card[_ -]?(?:verification|security)[_ -]?(?:value|code)|security[_-]?code|verification[_-]?value)["']?\s{0,3}(?:[:=]|=>|>)\s{0,3}["']?(\d{3,4})(?![\d.])/iy;

/** Where a word begins with c, s or v, or a part of a name behind an underscore; the length of the text where none does. */
function nextName(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const letter = text.charCodeAt(at) | 0x20;
    if ((letter === 0x63 || letter === 0x73 || letter === 0x76) && !isLetterOrDigit(text.charCodeAt(at - 1))) return at;
  }
  return text.length;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

/** Values named as such near one of the rule's numbers among `cards`, which come in order. */
export function findVerificationValues(bytes: Uint8Array, cards: readonly Match[], rule: RuleInfo): VerificationValue[] {
  const found: VerificationValue[] = [];
  const own = cards.filter((card) => card.rule === rule);
  let next = 0;
  for (const { start, end } of joinNeighbourhoods(own)) {
    const near = textOf(bytes, start, end);
    for (let at = nextName(near, 0); at < near.length; at = nextName(near, Math.max(at + 1, named.lastIndex))) {
      named.lastIndex = at;
      const match = named.exec(near);
      if (!match) continue;
      while (next < own.length && own[next]!.end <= start + at) next++;
      const before = own[next - 1];
      const from = before && start + at - before.end <= NEAR ? before.start : start + at;
      found.push({ start: start + named.lastIndex - (match[1]?.length ?? 0), end: start + named.lastIndex, from });
    }
  }
  return found;
}

/** What is near several cards is searched once. */
function joinNeighbourhoods(cards: readonly Match[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  let last: { start: number; end: number } | undefined;
  for (let n = 0; n < cards.length; n++) {
    const card = cards[n]!;
    if (last && card.start - NEAR <= last.end) last.end = card.end + NEAR;
    else joined.push(last = { start: Math.max(0, card.start - NEAR), end: card.end + NEAR });
  }
  return joined;
}
