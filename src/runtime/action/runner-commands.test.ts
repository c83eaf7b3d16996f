// The same bytes as GitHub's own toolkit writes, for any text.
import * as core from "@actions/core";
import fc from "fast-check";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { announce, appendSummary, maskValue, say, setOutput, toFileEntry } from "./runner-commands.ts";

let folder = "";
let printed = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runner-"));
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const printedBy = (write: () => void) => {
  printed = "";
  write();
  return printed;
};
const toolkit = { error: core.error, warning: core.warning, notice: core.notice };
const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("%", "\r", "\n", ":", ",", "a", "é", "::error::") }));

describe("runner commands", () => {
  it.each(["error", "warning", "notice"] as const)("announce %s as the toolkit does", (level) => {
    fc.assert(fc.property(text, text, fc.option(fc.nat().map((at) => at + 1), { nil: undefined }), (message, title, line) => {
      const ours = printedBy(() => announce(level, message, { title, file: "a,b:c", line }));
      expect(ours).toBe(printedBy(() => toolkit[level](message, { title, file: "a,b:c", ...(line !== undefined && { startLine: line }) })));
    }), { numRuns: 60 });
  });

  it("mask a value and each of its lines as the toolkit does", () => {
    fc.assert(fc.property(text.filter((value) => value.trim() !== "" && !/[\r\n]/.test(value)), (value) => {
      expect(printedBy(() => maskValue(value))).toBe(printedBy(() => core.setSecret(value)));
    }), { numRuns: 60 });
    expect(printedBy(() => maskValue("one\r\ntwo\n \n"))).toBe("::add-mask::one%0D%0Atwo%0A %0A\n::add-mask::one\n::add-mask::two\n");
  });

  it("say a line as the toolkit does", () => expect(printedBy(() => say("a %\r b"))).toBe(printedBy(() => core.info("a %\r b"))));

  it("write outputs as the toolkit does", () => {
    const file = join(folder, "output");
    vi.stubEnv("GITHUB_OUTPUT", file);
    const writtenBy = (write: () => void) => {
      writeFileSync(file, "");
      write();
      return readFileSync(file, "utf8").replaceAll(/ghadelimiter_[0-9a-f-]{36}/g, "END");
    };
    fc.assert(fc.property(text, (value) => {
      expect(writtenBy(() => setOutput("a-name", value))).toBe(writtenBy(() => core.setOutput("a-name", value)));
    }), { numRuns: 30 });
    expect(writtenBy(() => setOutput("count", 3))).toBe("count<<END\n3\nEND\n");
  });

  it("let no value close its own entry", () => expect(() => toFileEntry("a", "x\nEND\nb<<END", "END")).toThrow("delimiter"));

  it("write summaries as the toolkit does", async () => {
    const file = join(folder, "summary");
    writeFileSync(file, "");
    vi.stubEnv("GITHUB_STEP_SUMMARY", file);
    appendSummary("# a\n");
    const ours = readFileSync(file, "utf8");
    writeFileSync(file, "");
    await core.summary.addRaw("# a\n", true).write();
    expect(ours).toBe(readFileSync(file, "utf8"));
  });

  it("say nothing to a runner that is not there", () => {
    vi.stubEnv("GITHUB_OUTPUT", "");
    vi.stubEnv("GITHUB_STEP_SUMMARY", undefined);
    expect(printedBy(() => (setOutput("a", "b"), appendSummary("c")))).toBe("");
  });
});
