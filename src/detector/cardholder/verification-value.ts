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
const named = /^(?:cvv2?|cvc2?|cid|csc|cav2|card[_ -]?(?:verification|security)[_ -]?(?:value|code)|security[_-]?code|verification[_-]?value)["']?\s{0,3}(?:[:=]|=>|>)\s{0,3}["']?(\d{3,4})(?![\d.])/i;

/** More characters than a name and its value have. */
const MOST = 64;

/** 1 for what a name begins with, and for what may not stand before it. */
const begins = toSet("cCsSvV");
const words = toSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

function toSet(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

/** Where between the offsets a word begins with c, s or v, or a part of a name behind an underscore; `to` where none does. */
function nextName(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (begins[bytes[at]!] === 1 && words[bytes[at - 1] ?? 0] === 0) return at;
  return to;
}

/** Values named as such near one of the rule's numbers among `cards`, which come in order. */
export function findVerificationValues(bytes: Uint8Array, cards: readonly Match[], rule: RuleInfo): VerificationValue[] {
  const found: VerificationValue[] = [];
  const places = joinNeighbourhoods(cards, rule);
  for (let n = 0; n < places.length; n += 2) {
    const end = Math.min(bytes.length, places[n + 1]!);
    for (let at = nextName(bytes, places[n]!, end); at < end;) {
      const [all = "", digits = ""] = named.exec(textOf(bytes, at, Math.min(end, at + MOST))) ?? [];
      const stop = at + all.length;
      if (all !== "") found.push({ start: stop - digits.length, end: stop, from: at });
      at = nextName(bytes, Math.max(stop, at + 1), end);
    }
  }
  return withNumbers(found, cards, rule);
}

/** Each begins with the number before it, where one is near. */
function withNumbers(values: readonly VerificationValue[], cards: readonly Match[], rule: RuleInfo): VerificationValue[] {
  let next = 0;
  let before: Match | undefined;
  return values.map((value) => {
    for (; next < cards.length && cards[next]!.end <= value.from; next++) if (cards[next]!.rule === rule) before = cards[next];
    return before && value.from - before.end <= NEAR ? { ...value, from: before.start } : value;
  });
}

/** Start and end by turns of what is near the rule's cards; what is near several is searched once. */
function joinNeighbourhoods(cards: readonly Match[], rule: RuleInfo): number[] {
  const joined: number[] = [];
  for (const card of cards) {
    if (card.rule !== rule) continue;
    if (joined.length > 0 && card.start - NEAR <= joined[joined.length - 1]!) joined[joined.length - 1] = card.end + NEAR;
    else joined.push(Math.max(0, card.start - NEAR), card.end + NEAR);
  }
  return joined;
}
