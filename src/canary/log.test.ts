// The planted log is found whole, whatever the seed, and a guard that has lost one of its eyes is told.
import { describe, expect, it } from "vitest";
import { inspectAll } from "../detector/index.ts";
import { contentRules, createLogInspector, logDecoders, logRules } from "../detector/masking/index.ts";
import { Ledger } from "../finding/index.ts";
import { readLogs } from "../reader/log/index.ts";
import { logCanary, proveDetection } from "./index.ts";

async function prove(seed: string, without: readonly string[] = []) {
  const inspector = createLogInspector({ without });
  return proveDetection(logCanary(seed), (source) => inspectAll(readLogs(source, { ledger: new Ledger() }), inspector, new Ledger()));
}

describe("the canary log", () => {
  it("is found whole", async () => expect(await prove(createLogInspector().tool.sha256)).toMatchObject({ missed: [] }));

  it("holds every rule and every disguise of logs", () => {
    const names = logCanary("x").plants.map(({ name }) => name);
    for (const { id } of [...contentRules, ...logRules]) expect(names).toContain(`rule ${id}`);
    expect(names.filter((name) => name.startsWith("disguise ")).length).toBeGreaterThanOrEqual(logDecoders.length + 8);
    expect(new Set(names).size).toBe(names.length);
  });

  it("has other values for another seed and the same for the same", async () => {
    const text = async (seed: string) => {
      const chunks = await Array.fromAsync(logCanary(seed).input.logs[0]?.open() ?? []);
      return Buffer.concat(chunks.filter((chunk) => chunk instanceof Uint8Array)).toString();
    };
    expect(await text("a")).toBe(await text("a"));
    expect(await text("a")).not.toBe(await text("b"));
  });

  it.each([["reversed", "disguise reversed"], ["spaced", "disguise spaced"], ["terminal", "disguise zero-width"], ["base32", "disguise base32"], ["masking", "rule mask-command-echo"]])("misses something without %s", async (name, canary) => {
    const { planted, detected, missed } = await prove("x", [name]);
    expect(missed).toContain(canary);
    expect(detected).toBe(planted - missed.length);
  });
});
