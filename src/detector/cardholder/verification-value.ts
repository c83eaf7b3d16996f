// The three or four digits printed on a card. By themselves they are any number; beside a card number and by name they are not.

export type VerificationValue = { readonly start: number; readonly end: number };

/** How far from a card number a named value may stand. */
const NEAR = 256;
const named = /(?:\b|_)(?:cvv2?|cvc2?|cid|csc|cav2|card[_ -]?(?:verification|security)[_ -]?(?:value|code)|security[_-]?code|verification[_-]?value)["']?\s{0,3}(?:[:=]|=>|>)\s{0,3}["']?(\d{3,4})(?![\d.])/gi;

/** Values named as such near one of the card numbers, which come in order; `text` is latin-1, offsets are those of its bytes. */
export function findVerificationValues(text: string, cards: readonly { start: number; end: number }[]): VerificationValue[] {
  const found: VerificationValue[] = [];
  for (const { start: from, end: to } of joinNeighbourhoods(cards)) {
    for (const match of text.slice(from, to).matchAll(named)) {
      const end = from + match.index + match[0].length;
      found.push({ start: end - (match[1]?.length ?? 0), end });
    }
  }
  return found;
}

/** What is near several cards is searched once. */
function joinNeighbourhoods(cards: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const card of cards) {
    const last = joined.at(-1);
    if (last && card.start - NEAR <= last.end) last.end = card.end + NEAR;
    else joined.push({ start: Math.max(0, card.start - NEAR), end: card.end + NEAR });
  }
  return joined;
}
