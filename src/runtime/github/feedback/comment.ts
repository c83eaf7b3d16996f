// One comment of a workflow on the pull request, updated in place: a thread of bot comments is read by nobody.
import type { Report } from "../../../finding/index.ts";
import { toSummary } from "../../../report/index.ts";
import type { Github } from "../client.ts";
import { GithubError } from "../github-error.ts";
import type { Place } from "./place.ts";

export type CommentPolicy = "always" | "on-failure" | "never";

/** GitHub refuses a longer body (65,536 characters). */
const MAX_BYTES = 60_000;

/** What was done, as words, or nothing. A comment that is there turns green again, also under on-failure. Throws GithubError. */
export async function writeComment(github: Github, place: Place, { reports, policy }: { reports: readonly Report[]; policy: CommentPolicy }): Promise<string | undefined> {
  const { owner, repo, pullRequest } = place;
  if (policy === "never" || pullRequest === undefined) return undefined;
  const marker = `<!-- pci-pipeline:${place.workflow} -->`;
  const body = `${marker}\n${toSummary(reports, { maxBytes: MAX_BYTES - 400, moreAt: "the artifact compliance-attestation" })}\n[The run](${place.runUrl})\n`;
  const present = await findOwn(github, { owner, repo, pullRequest, marker });
  if (present !== undefined && (await update(github, { owner, repo, comment_id: present, body }))) return "comment updated";
  if (policy === "on-failure" && reports.length > 0 && reports.every(({ verdict }) => verdict === "pass")) return undefined;
  await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { owner, repo, issue_number: pullRequest, body });
  return "comment written";
}

type Search = { owner: string; repo: string; pullRequest: number; marker: string };

/** The oldest comment that begins with the marker and whose author is trusted: an outsider who writes the marker first gets no answer of ours. */
async function findOwn(github: Github, { owner, repo, pullRequest, marker }: Search): Promise<number | undefined> {
  const pages = github.paginate.iterator("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { owner, repo, issue_number: pullRequest, per_page: 100 });
  for await (const { data } of pages) {
    const own = data.find(({ body, user, author_association: association }) =>
      body?.startsWith(marker) === true && (user?.type === "Bot" || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association ?? "")));
    if (own) return Number(own.id);
  }
  return undefined;
}

/** False where somebody took the comment away meanwhile, or it is another's that this token may not edit. */
async function update(github: Github, comment: { owner: string; repo: string; comment_id: number; body: string }): Promise<boolean> {
  try {
    await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", comment);
    return true;
  } catch (error) {
    if (error instanceof GithubError && error.refused) return false;
    throw error;
  }
}
