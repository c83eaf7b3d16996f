// Reads vitest's JSON reports: sums, and everything that looks green because it did not run.

type TestResult = { readonly fullName: string; readonly status: string };
/** The part of vitest's JSON report that is read here; its format is jest's. */
export type TestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly name: string; readonly status?: string; readonly message?: string; readonly assertionResults: readonly TestResult[] }[];
};

/** Tests that may be skipped, by full name, each with its reason. */
export const allowedSkips: ReadonlyMap<string, string> = new Map([
  ["the gateway in a cluster denies what network policies deny, where the cluster enforces them", "the test asks the cluster first; where no controller enforces policies there is nothing to prove, and k3d/README.md says so"],
]);

/** A file that failed before its first test counts as one failure. */
export function sumCounts(reports: readonly TestReport[]): { passed: number; failed: number } {
  const brokenFiles = (report: TestReport) => report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed")).length;
  return {
    passed: reports.reduce((sum, report) => sum + report.numPassedTests, 0),
    failed: reports.reduce((sum, report) => sum + report.numFailedTests + brokenFiles(report), 0),
  };
}

/** Sentences on a run without tests, files without a test that ran, and skips that are not on the list. */
export function findVacuity(report: TestReport, allowed: ReadonlyMap<string, string>): string[] {
  if (report.numPassedTests + report.numFailedTests === 0) return ["a test run executed no test"];
  return report.testResults.flatMap((file) => {
    const skipped = file.assertionResults.filter((test) => !["passed", "failed"].includes(test.status) && !allowed.has(test.fullName));
    const idle = file.assertionResults.length === 0 && file.status !== "failed" ? [`${file.name} holds no test that ran`] : [];
    return [...idle, ...skipped.map((test) => `skipped and not on the list: ${test.fullName}`)];
  });
}
