// The three or four digits printed on a card. By themselves they are any number; beside a card number and by name they are not.

export type VerificationValue = { readonly start: number; readonly end: number };

/** How far from a card number a named value may stand. */
const NEAR = 256;
const named = /(?:\b|_)(?:cvv2?|cvc2?|cid|csc|cav2|card[_ -]?(?:verification|security)[_ -]?(?:value|code)|security[_-]?code|verification[_-]?value)["']?\s{0,3}(?:[:=]|=>|>)\s{0,3}["']?(\d{3,4})(?![\d.])/gi;

/** Values named as such near one of the card numbers; `text` is latin-1, offsets are those of its bytes. */
export function findVerificationValues(text: string, cards: readonly { start: number; end: number }[]): VerificationValue[] {
  const found = new Map<number, VerificationValue>();
  for (const card of cards) {
    const base = Math.max(0, card.start - NEAR);
    for (const match of text.slice(base, card.end + NEAR).matchAll(named)) {
      const end = base + match.index + match[0].length;
      const start = end - (match[1]?.length ?? 0);
      if (start >= card.end || end <= card.start) found.set(start, { start, end });
    }
  }
  return [...found.values()];
}
