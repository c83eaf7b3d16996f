// Cardholder data made from a seed, for tests and for the values that a run plants into itself.
import type { Sampler } from "../sampler.ts";
import { Digits, toCheckDigit } from "./number/digits.ts";
import { issuerOf } from "./number/issuer.ts";
import { isTestCard, testCards } from "./number/test-card.ts";

/** A number with issuer, length and check digit that no processor publishes for tests. */
export function makeCardNumber(sampler: Sampler, prefix = "4", length = 16): string {
  for (;;) {
    const body = sampler.expand(`${prefix}{digit:${length - 1 - prefix.length}}`);
    const number = body + toCheckDigit(body);
    const digits = Digits.of(number);
    if (!isTestCard(digits) && issuerOf(digits) && !/(\d)\1{3}/.test(number)) return number;
  }
}

/** One text for each rule. */
export function cardholderSamples(sampler: Sampler): { ruleId: string; text: string }[] {
  const number = makeCardNumber(sampler);
  const [published = ""] = testCards;
  return [
    { ruleId: "card-number", text: `card=${makeCardNumber(sampler, "51")}` },
    { ruleId: "test-card-number", text: `card=${published}` },
    { ruleId: "track-data", text: `;${makeCardNumber(sampler)}=${sampler.expand("2{digit:1}")}061011234500000?` },
    { ruleId: "card-verification-value", text: `card=${number} cvv=${sampler.expand("{digit:3}")}` },
  ];
}
