import { defineConfig } from "vitest/config";

// unit: no network, seconds. dist: runs the committed bundles. slow: real foreign tools, in .ci/run and `npm run verify`.
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["{src,actions,cli,tools,test,sample-service}/**/*.test.ts"], exclude: ["**/node_modules/**", "test/dist/**", "test/slow/**"] } },
      { test: { name: "dist", include: ["test/dist/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "slow", include: ["test/slow/**/*.test.ts"], testTimeout: 900_000, hookTimeout: 900_000, fileParallelism: false } },
    ],
  },
});
