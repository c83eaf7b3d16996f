// What the gateway needs to know of a card number, and the only two things of it that it ever shows.

export type Brand = "visa" | "mastercard" | "amex" | "other";

/** BIN and last four digits, which PCI DSS 3.4.1 allows to show. */
export type MaskedCard = { readonly bin: string; readonly last4: string; readonly brand: Brand };

/** Luhn's check digit, ISO/IEC 7812-1 annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function brandOf(digits: string): Brand {
  const four = Number(digits.slice(0, 4));
  if (digits.startsWith("4")) return "visa";
  if (digits.startsWith("34") || digits.startsWith("37")) return "amex";
  if ((four >= 5100 && four <= 5599) || (four >= 2221 && four <= 2720)) return "mastercard";
  return "other";
}

export function maskCard(digits: string): MaskedCard {
  return { bin: digits.slice(0, 6), last4: digits.slice(-4), brand: brandOf(digits) };
}

/** `expiry` is MM/YY; a card is good through the last day of its month, UTC. */
export function isExpired(expiry: string, now: Date): boolean {
  const month = Number(expiry.slice(0, 2));
  const year = 2000 + Number(expiry.slice(3));
  return now.getTime() >= Date.UTC(year, month, 1);
}
