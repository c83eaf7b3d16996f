import { describe, expect, it } from "vitest";
import { measure, type Round, type Sample } from "../../../measurement/index.ts";
import { toHtml } from "../../index.ts";
import { fabricatePage } from "../../testing/page.ts";
import { fabricateReport } from "../../testing/reports.ts";

const versions = ["a", "b"].map((digit) => `sha256:${digit.repeat(64)}`);

function makeRound(failedAt: number | null): Round {
  const samples = Array.from({ length: 4000 }, (_, n): Sample => {
    const at = n * 10;
    return {
      id: `r${n}`, key: null, lane: n % 2 === 0 ? "fresh" : "kept", intended: at, sent: at, ended: at + 4,
      answer: at === failedAt ? { kind: "reset" } : { kind: "answered", status: 200, pod: at < 18_000 ? "gateway-a" : "gateway-b" },
    };
  });
  return {
    samples, window: { from: 12_000, to: 30_000 }, ledgers: { service: null, effects: null },
    digests: new Map([["gateway-a", versions[0] ?? ""], ["gateway-b", versions[1] ?? ""]]),
    events: [{ at: 0, kind: "pod-ready", pod: "gateway-a" }, { at: 10_000, kind: "pod-ready", pod: "gateway-b" }, { at: 12_000, kind: "pod-terminating", pod: "gateway-a" }, { at: 30_000, kind: "pod-gone", pod: "gateway-a" }],
  };
}

const page = (facts: object) => toHtml(fabricatePage([fabricateReport({ check: "rollout", facts: facts as Record<string, never> })]));
const measured = (failedAt: number | null) => page({ measurement: measure([makeRound(failedAt)], { scenario: "update", ratePerSecond: 100, errorBudget: 0 }) });

describe("rolloutSection", () => {
  it("says the count with its bound, and draws each second and each pod", () => {
    const markup = measured(null);
    expect(markup).toContain("0 of 1,801 requests failed during update");
    expect(markup).toContain("fewer than 0.17 % of requests fail");
    expect(markup.match(/<title>second \d+: 100 sent, 0 failed<\/title>/g)).toHaveLength(40);
    expect(markup).toContain("gateway-a: ready at 0 s, ending from 12 s, gone at 30 s");
  });

  it("claims no bound once a request failed, and shows where", () => {
    const markup = measured(15_000);
    expect(markup).toContain("1 of 1,801 requests failed");
    expect(markup).not.toContain("confidence");
    expect(markup).toContain("<title>second 15: 100 sent, 1 failed</title>");
    expect(markup).toContain("1 reset");
  });

  it("says so where the measurement cannot be read, and is silent where there is none", () => {
    expect(page({ measurement: { requests: 1 } })).toContain("The measurement has a form that can");
    expect(page({ measurement: null })).not.toContain("Requests during the rollout");
  });
});
