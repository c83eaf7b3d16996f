// What GitHub's API answers to feedback on a pull request that has none yet.
import { sample } from "../github/description.ts";
import type { Routes } from "../github/standin.ts";

/** `posted` gets the body of each check run. */
export function acceptChecks(posted: Record<string, unknown>[]): Routes {
  return {
    "GET /repos/{owner}/{repo}/commits/{ref}/check-runs": () => ({ status: 200, body: { total_count: 0, check_runs: [] } }),
    "POST /repos/{owner}/{repo}/check-runs": ({ body }) => {
      posted.push(body as Record<string, unknown>);
      return { status: 201, body: sample("check-run") };
    },
    "GET /repos/{owner}/{repo}/issues/{issue_number}/comments": () => ({ status: 200, body: [] }),
  };
}
