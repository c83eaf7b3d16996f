import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "./config.ts";

function issuesOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    return error instanceof ConfigError ? error.issues : [String(error)];
  }
}

describe("parseConfig", () => {
  it("has a default for everything", () => {
    expect(parseConfig({ PORT: "" })).toMatchObject({ host: "0.0.0.0", port: 8080, logLevel: "info", drainDelayMs: 3000, store: { kind: "file", path: "/run/credentials/processors.json" } });
  });

  it("reports all problems at once and shows no value", () => {
    const issues = issuesOf({ PORT: "99999", DRAIN_DELAY_MS: "-1", LOG_LEVEL: "loud", PROCESSOR_BANCOSUR_URL: "http://user:pw@host/", PROCESSOR_WALLETPRO_URL: "nonsense", ALLOW_HTTP_PROCESSORS: "maybe" });
    expect(issues.length).toBe(6);
    expect(issues.join()).not.toMatch(/99999|loud|pw@|nonsense|maybe/);
  });

  it("lets card data cross a network only by https, unless told otherwise", () => {
    const url = { PROCESSOR_NORTEPAY_URL: "http://processors.example/nortepay" };
    expect(issuesOf(url)).toEqual(["PROCESSOR_NORTEPAY_URL uses https, since its host is not this machine"]);
    expect(issuesOf({ ...url, ALLOW_HTTP_PROCESSORS: "true" })).toEqual([]);
    expect(issuesOf({ PROCESSOR_NORTEPAY_URL: "https://processors.example/nortepay" })).toEqual([]);
  });
});
