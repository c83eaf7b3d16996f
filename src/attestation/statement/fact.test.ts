import { describe, expect, it } from "vitest";
import { collectFacts } from "./fact.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";
const github: Record<string, string> = {
  GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "o/r", GITHUB_SHA: commit, GITHUB_REF: "refs/heads/main", GITHUB_SERVER_URL: "https://github.com",
  GITHUB_WORKFLOW_REF: "o/r/.github/workflows/ci.yml@refs/heads/main", GITHUB_WORKFLOW_SHA: commit, GITHUB_RUN_ID: "42", GITHUB_RUN_ATTEMPT: "1",
  GITHUB_EVENT_NAME: "push", RUNNER_ENVIRONMENT: "github-hosted",
};

describe("collectFacts", () => {
  it("reads the runner's environment", () => {
    const facts = collectFacts((name) => github[name]);
    expect(facts.source).toEqual({ repository: "o/r", commit, ref: "refs/heads/main" });
    expect(facts.build).toMatchObject({ builder: "https://github.com/o/r/.github/workflows/ci.yml@refs/heads/main", runner: "github-hosted", run: { id: "42" } });
    expect(facts.factsFrom).toEqual(["environment"]);
  });

  it("believes such variables on a runner only", () => {
    const facts = collectFacts((name) => (name === "GITHUB_ACTIONS" ? undefined : github[name]));
    expect(facts.source.commit).toBeNull();
    expect(facts.factsFrom).toEqual([]);
  });

  it("lets a facts file overrule single fields", () => {
    const file = { schema: "pci-pipeline/facts/v1", source: { commit: "f".repeat(40) }, build: { builder: "embedded" } } as const;
    const facts = collectFacts((name) => github[name], file);
    expect(facts.source).toEqual({ repository: "o/r", commit: "f".repeat(40), ref: "refs/heads/main" });
    expect(facts.build.builder).toBe("embedded");
    expect(facts.factsFrom).toEqual(["environment", "file"]);
  });

  it("takes a commit that is none for unknown", () => {
    expect(collectFacts((name) => ({ ...github, GITHUB_SHA: "main" })[name]).source.commit).toBeNull();
  });
});
