import { defineConfig } from "vitest/config";

const report = process.env["TEST_REPORT"];

// unit: no network, seconds. dist: rebuilds and runs the committed bundles. slow: foreign tools, each installed by its test.
// e2e: a real cluster; tools/e2e.ts says what it needs.
// Every core works: left to itself, vitest keeps one back, which is half of a build machine with two.
export default defineConfig({
  test: {
    maxWorkers: "100%",
    globalSetup: "test/scratch.ts",
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        test: {
          name: "unit",
          include: ["{src,actions,cli,tools,test,sample-service}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "test/dist/**", "test/slow/**", "test/e2e/**"],
        },
      },
      { test: { name: "dist", include: ["test/dist/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 120_000 } },
      { test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], testTimeout: 1_200_000, hookTimeout: 600_000, fileParallelism: false } },
      { test: { name: "slow", include: ["test/slow/**/*.test.ts"], testTimeout: 900_000, hookTimeout: 900_000, fileParallelism: false } },
    ],
  },
});
