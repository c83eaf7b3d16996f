// One value for each rule that it must find: what a run plants into itself to prove that it would have seen a leak.
import { cardholderSamples } from "./cardholder/index.ts";
import { credentialRules } from "./credential/index.ts";
import { createSampler } from "./sampler.ts";

/** The same seed gives the same values; another seed other ones, which nobody has seen before. Values of binary files, one character a byte, stand in no text. */
export function ruleSamples(seed: string, { binary = false } = {}): { ruleId: string; text: string }[] {
  const credential = credentialRules.flatMap((rule) => rule.samples.hit.slice(0, 1).map((template) => ({ ruleId: rule.id, text: createSampler(`${seed}:${rule.id}`).expand(template) })));
  return [...credential.filter(({ text }) => binary || /^[\t\n\r -~]*$/.test(text)), ...cardholderSamples(createSampler(`${seed}:cardholder`))];
}
