// The door: reports are held against their own verdict before anything is said of them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { composeReport, InputError, Ledger } from "../../src/finding/index.ts";
import { toJson } from "../../src/report/index.ts";
import { openWorld, parseInputs } from "../../src/runtime/index.ts";
import { sample } from "../../test/github/description.ts";
import { refuse, startGithub } from "../../test/github/standin.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";

let cwd = "";
beforeEach(() => { cwd = mkdtempSync(join(tmpdir(), "feedback-")); });
afterEach(() => rmSync(cwd, { recursive: true }));

const now = new Date("2026-11-22T00:00:00Z");
const makeReport = () => {
  const ledger = new Ledger();
  ledger.examined("files", 1);
  return toJson(composeReport({ check: "isolation-assert", subject: { name: "x", digest: null, digestKind: null }, tool: { name: "pci-pipeline", version: "0", rules: { count: 1, sha256: "" } }, startedAt: now, ledger, findings: [], gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } }, { failOn: "medium", waivers: [], baseline: new Set(), now }));
};
const variables = { GITHUB_REPOSITORY: "acme/shop", GITHUB_SHA: "a".repeat(40), GITHUB_REF: "refs/heads/main" };

function run(inputs: Record<string, string>, environment: Record<string, string> = variables) {
  const world = { ...openWorld(new AbortController().signal, () => undefined), cwd, environment: (name: string) => environment[name] };
  return main(parseInputs(contract, new Map(Object.entries({ "github-token": "t".repeat(20), ...inputs })), (name) => name), world);
}

describe("pipeline-feedback", () => {
  it("passes whatever the token may do, and says what was refused", async () => {
    writeFileSync(join(cwd, "a.json"), makeReport());
    const status = "POST /repos/{owner}/{repo}/statuses/{sha}" as const;
    for (const [answer, delivered, refused] of [[{ status: 201, body: sample("status") }, /commit-status for isolation-assert/, /^$/], [refuse(403), /^$/, /statuses: write/]] as const) {
      const github = await startGithub({ [status]: () => answer });
      const outcome = await run({ report: "a.json", status: "commit-status" }, { ...variables, GITHUB_API_URL: github.apiUrl });
      expect(outcome.verdict).toBe("pass");
      expect(outcome.outputs.delivered).toMatch(delivered);
      expect(outcome.outputs.refused).toMatch(refused);
      expect(outcome.message).toContain("isolation-assert");
      await github.close();
    }
  });

  it.each([["text", "no report"], ["an edited verdict", makeReport().replace('"detected": 1', '"detected": 0')]])("refuses %s", async (_, text) => {
    writeFileSync(join(cwd, "a.json"), text);
    await expect(run({ report: "a.json" })).rejects.toThrow(InputError);
  });

  it("refuses to run off a runner", async () => {
    writeFileSync(join(cwd, "a.json"), makeReport());
    await expect(run({ report: "a.json" }, {})).rejects.toThrow(/as a step of a workflow/);
  });
});
