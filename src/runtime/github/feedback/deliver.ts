// All kinds of feedback, each for itself: what one may not do is said, and never keeps another from being done.
import type { Report } from "../../../finding/index.ts";
import type { Github } from "../client.ts";
import { GithubError } from "../github-error.ts";
import { uploadSarif } from "./code-scanning.ts";
import { writeComment, type CommentPolicy } from "./comment.ts";
import { writeCheckRun, writeCommitStatus } from "./commit-mark.ts";
import type { Place } from "./place.ts";

export type Wishes = { readonly comment: CommentPolicy; readonly status: "check-run" | "commit-status" | "never"; readonly sarif: boolean };

/** `done` and `warnings` in words, in the order of the wishes. Rejects only for a defect of ours. */
export async function deliverFeedback(github: Github, place: Place, given: { reports: readonly Report[]; wishes: Wishes; pauseMs?: number }): Promise<{ done: string[]; warnings: string[] }> {
  const { reports, wishes } = given;
  const done: string[] = [];
  const warnings: string[] = [];
  const attempt = async (what: string, scope: string, act: () => Promise<string | undefined>) => {
    try {
      const result = await act();
      if (result !== undefined) done.push(result);
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      const repair = error.refused || error.status === 422 ? `; the job needs ${scope}, which pull requests of forks never get` : "";
      warnings.push(`no ${what}: ${error.message}${repair}`);
    }
  };
  const mark = { "check-run": writeCheckRun, "commit-status": writeCommitStatus };
  if (wishes.status !== "never") {
    const write = mark[wishes.status];
    const scope = wishes.status === "check-run" ? "checks: write" : "statuses: write";
    for (const report of reports) {
      await attempt(`${wishes.status} for ${report.check}`, scope, () => write(github, place, report).then(() => `${wishes.status} for ${report.check}`));
    }
  }
  await attempt("comment", "pull-requests: write", () => writeComment(github, place, { reports, policy: wishes.comment }));
  if (wishes.sarif) {
    await attempt("code scanning upload", "security-events: write and a plan with code scanning", async () => {
      const trouble = await uploadSarif(github, place, given);
      if (trouble !== undefined) warnings.push(trouble);
      return trouble === undefined ? "code scanning upload" : undefined;
    });
  }
  return { done, warnings };
}
