// When nothing is deployed, and what the stage then says. The deployments themselves: test/e2e/deploy.test.ts.
import { describe, expect, it } from "vitest";
import { composeReport, Ledger, type Report } from "../../src/finding/index.ts";
import { openWorld } from "../../src/runtime/index.ts";
import { configSchema } from "./config.ts";
import { deployStage } from "./deploy-stage.ts";
import type { Run } from "./stage.ts";

const cluster = { context: "no-such-context", namespace: "dev", kustomization: "k", deployment: "gateway", container: "gateway", image: "registry.example/gateway" };
const now = new Date("2026-05-06T07:08:09.000Z");

/** A gate that looked at something only when it is to pass. */
function makeGate(passes: boolean): Report {
  const ledger = new Ledger();
  if (passes) ledger.examined("checks", 1);
  const tool = { name: "pci-pipeline", version: "0.0.0", rules: { count: 1, sha256: "" } } as const;
  return composeReport({ check: "compliance-verify", subject: { name: "x", digest: null, digestKind: null }, tool, startedAt: now, ledger, findings: [], gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } }, { failOn: "medium", waivers: [], baseline: new Set(), now });
}

async function run(deploy: object, reports: Run["reports"] = new Map()) {
  const config = configSchema.parse({ schema: "pci-pipeline/config/v1", build: { context: "x" }, isolation: [{ repo: ".", "allow-jobs": ["a.yml:b"] }], deploy });
  const lines: string[] = [];
  const world = openWorld(new AbortController().signal, (line) => lines.push(line));
  const result = await deployStage.run({ config, folder: "/nowhere", out: "/nowhere", sample: "clean", builder: "embedded", reports }, world);
  return { ...result, lines };
}

describe("deployStage", () => {
  it("says how to get a cluster where none is configured", async () => {
    const { verdict, note, lines } = await run({}, new Map([["compliance-verify", makeGate(true)]]));
    expect(verdict).toBe("not-run");
    expect(note).toMatch(/npm run cluster:up/);
    expect(lines).toEqual([note]);
  });

  it("counts against the verdict where a deployment is required", async () => {
    expect((await run({ required: true })).verdict).toBe("inconclusive");
  });

  it.each([["a gate that did not pass", new Map([["compliance-verify", makeGate(false)]])], ["no gate", new Map()]])("deploys nothing after %s", async (_, reports) => {
    const { verdict, note } = await run({ cluster }, reports);
    expect(verdict).toBe("not-run");
    expect(note).toMatch(/the gate says inconclusive, so nothing was deployed/);
  });
});
