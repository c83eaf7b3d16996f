// The sample's planted leaks: the ways in which credentials and card data really reach images and logs, with made-up values.
import { createSampler, makeCardNumber, ruleSamples } from "../detector/index.ts";
import type { LayerSpec } from "../layout/index.ts";

export type LeakyParts = {
  readonly layers: readonly LayerSpec[];
  readonly env: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
  /** Lines of a job log. */
  readonly log: readonly string[];
};

/** The same seed gives the same values, so that the leaky image is as reproducible as the clean one. */
export function plantLeaks(seed: string): LeakyParts {
  const samples = new Map(ruleSamples(seed).map(({ ruleId, text }) => [ruleId, text]));
  const value = (ruleId: string) => {
    const text = samples.get(ruleId);
    if (text === undefined) throw new Error(`the leaky sample plants a value of the rule ${ruleId}, which is gone`);
    return text;
  };
  const sampler = createSampler(`${seed}:leaky`);
  const card = makeCardNumber(sampler);
  const bearer = `sk_live_${sampler.expand("{alnum:24}")}`;
  return {
    layers: [
      { createdBy: "COPY .env /app/.env", entries: [{ type: "file", path: "app/.env", content: `${value("stripe-secret-key")}\n${value("postgres-url")}\n` }] },
      { createdBy: "RUN rm /app/.env", entries: [{ type: "file", path: "app/.wh..env", content: "" }] },
      { createdBy: "COPY fixtures /app/fixtures", entries: [{ type: "file", path: "app/fixtures/payments.csv", content: `id,card,amount\n1,${card},1200\n` }] },
    ],
    env: { ADYEN_API_KEY: value("adyen-api-key") },
    labels: { "build.token": value("github-personal-access-token") },
    steps: [`ARG NPM_TOKEN=${value("npm-access-token")}`],
    log: ["##[group]Run ./deploy.sh", `+ curl -H 'Authorization: Bearer ${bearer}' https://processor.example/charges`, `debug: ${Buffer.from(`card=${card};key=${bearer}`).toString("base64")}`, "##[endgroup]"],
  };
}
