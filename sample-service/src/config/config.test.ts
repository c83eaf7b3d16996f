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

  it("takes TLS files both or not at all, and no store over plain http on another machine", () => {
    expect(issuesOf({ TLS_KEY_FILE: "/run/tls/tls.key" })).toEqual(["TLS_CERTIFICATE_FILE and TLS_KEY_FILE are given both or not at all"]);
    expect(issuesOf({ CREDENTIALS_STORE: "openbao", OPENBAO_URL: "http://openbao.example:8200", OPENBAO_MOUNT: "../prod", INSTANCE: "a b" })).toEqual([
      "INSTANCE is a host name or the name of a pod", "OPENBAO_URL uses https, since its host is not this machine", expect.stringMatching(/^OPENBAO_MOUNT is letters/),
    ]);
    expect(parseConfig({ CREDENTIALS_STORE: "openbao", OPENBAO_ROLE: "gateway-prod", OPENBAO_MOUNT: "prod" }).store).toMatchObject({ kind: "openbao", role: "gateway-prod", mount: "prod", path: "gateway" });
  });
});
