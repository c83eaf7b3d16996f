// Where feedback goes: repository, commit and pull request of the run, from the runner's environment and the event's file.
// Fields: https://docs.github.com/en/webhooks/webhook-events-and-payloads
import * as z from "zod";
import { InputError } from "../../../finding/index.ts";

export type Place = {
  readonly owner: string;
  readonly repo: string;
  /** The commit that reviewers see: a pull request's own head, not the merge that GitHub tries out. */
  readonly sha: string;
  /** As code scanning wants it: refs/heads/…, refs/pull/N/merge. */
  readonly ref: string;
  /** The commit that `ref` names. */
  readonly refSha: string;
  readonly pullRequest: number | undefined;
  readonly runUrl: string;
  /** The workflow's name: two workflows of a repository each have a comment of their own. */
  readonly workflow: string;
};

const eventSchema = z.object({
  pull_request: z.object({ number: z.int().positive(), head: z.object({ sha: z.string().regex(/^[0-9a-f]{40,64}$/) }) }).optional(),
});

/** `event` is the text of $GITHUB_EVENT_PATH. Throws InputError off a runner. */
export function readPlace(environment: (name: string) => string | undefined, event: string): Place {
  const repository = /^([\w.-]+)\/([\w.-]+)$/.exec(environment("GITHUB_REPOSITORY") ?? "");
  const refSha = /^[0-9a-f]{40,64}$/.exec(environment("GITHUB_SHA") ?? "")?.[0];
  const [, owner, repo] = repository ?? [];
  if (owner === undefined || repo === undefined || refSha === undefined) throw new InputError("GITHUB_REPOSITORY and GITHUB_SHA name no repository and commit; run this as a step of a workflow");
  const pullRequest = readEvent(event)?.pull_request;
  const server = environment("GITHUB_SERVER_URL") ?? "https://github.com";
  return {
    owner, repo, refSha, sha: pullRequest?.head.sha ?? refSha, ref: environment("GITHUB_REF") ?? "", pullRequest: pullRequest?.number,
    runUrl: `${server}/${owner}/${repo}/actions/runs/${environment("GITHUB_RUN_ID") ?? ""}`,
    workflow: (environment("GITHUB_WORKFLOW") ?? "").replace(/[^\w.-]+/g, "-").slice(0, 60),
  };
}

/** An event without what we look for is one without a pull request; unreadable text is no event. */
function readEvent(event: string): z.infer<typeof eventSchema> | undefined {
  try {
    return eventSchema.safeParse(JSON.parse(event)).data;
  } catch {
    return undefined;
  }
}
