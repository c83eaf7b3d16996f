// A run that skipped its tests must not look green.
import { describe, expect, it } from "vitest";
import { findVacuity, sumCounts, type TestReport } from "./test-counts.ts";

const report = (statuses: readonly string[], file = "passed"): TestReport => ({
  numPassedTests: statuses.filter((status) => status === "passed").length,
  numFailedTests: statuses.filter((status) => status === "failed").length,
  testResults: [{ name: "x.test.ts", status: file, assertionResults: statuses.map((status, n) => ({ fullName: `test ${n}`, status })) }],
});

describe("test counts", () => {
  it("finds nothing wrong in an honest run", () => expect(findVacuity(report(["passed", "failed"]), new Map())).toEqual([]));
  it("refuses a run in which every test was skipped", () => expect(findVacuity(report(["skipped", "pending"]), new Map())).toHaveLength(1));
  it("refuses a single skip that is not on the list", () => expect(findVacuity(report(["passed", "skipped"]), new Map())).toEqual(["skipped and not on the list: test 1"]));
  it("accepts a skip on the list", () => expect(findVacuity(report(["passed", "skipped"]), new Map([["test 1", "why"]]))).toEqual([]));
  it("refuses a file without tests", () => {
    const empty = { ...report(["passed"]), testResults: [...report(["passed"]).testResults, { name: "y.test.ts", status: "passed", assertionResults: [] }] };
    expect(findVacuity(empty, new Map())).toEqual(["y.test.ts holds no test that ran"]);
  });
  it("counts a file that broke before its first test", () => expect(sumCounts([report([], "failed")])).toEqual({ passed: 0, failed: 1 }));
});
