// pci-pipeline/<check> on the commit, which branch rules can require: a check run with the findings in it, or a plain status.
import type { Report, Verdict } from "../../../finding/index.ts";
import { toAnnotations, toSummary, type Annotation } from "../../../report/index.ts";
import type { Github } from "../client.ts";
import type { Place } from "./place.ts";

/** A check run's summary may have 65,535 characters, and one request fifty annotations. */
const MAX_BYTES = 60_000;
const PER_REQUEST = 50;
/** Of each level; more than that nobody reads beside lines. */
const MOST_ANNOTATIONS = 100;
const LEVELS = { error: "failure", warning: "warning", notice: "notice" } as const satisfies { [L in Annotation["level"]]: string };

const nameOf = (report: Report) => `pci-pipeline/${report.check}`;

/** Never neutral: GitHub takes that for as good as a success, and what could not be examined is none. */
const CONCLUSIONS = { pass: "success", fail: "failure", inconclusive: "failure" } as const satisfies { [V in Verdict]: string };
const STATES = { pass: "success", fail: "failure", inconclusive: "error" } as const satisfies { [V in Verdict]: string };

/** One of this name and commit is updated, so that a second try makes no second one. Throws GithubError. */
export async function writeCheckRun(github: Github, place: Place, report: Report): Promise<void> {
  const { owner, repo, sha } = place;
  const name = nameOf(report);
  const title = `${report.verdict}: ${sentence(report)}`;
  const summary = toSummary([report], { maxBytes: MAX_BYTES, moreAt: "the artifact compliance-attestation" });
  const annotations = toAnnotations(report, MOST_ANNOTATIONS).flatMap(toCheckAnnotation);
  const [first = [], ...rest] = Array.from({ length: Math.max(1, Math.ceil(annotations.length / PER_REQUEST)) }, (_, at) => annotations.slice(at * PER_REQUEST, (at + 1) * PER_REQUEST));
  const shared = { owner, repo, details_url: place.runUrl, external_id: `${place.runUrl}#${name}` };
  const conclusion = CONCLUSIONS[report.verdict];
  const present = await github.request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", { owner, repo, ref: sha, check_name: name, filter: "latest" });
  const own = present.data.check_runs.find(({ external_id: id }) => id === shared.external_id);
  const output = { title, summary, annotations: first };
  const { data: { id } } = own === undefined
    ? await github.request("POST /repos/{owner}/{repo}/check-runs", { ...shared, name, head_sha: sha, status: "completed", conclusion, output })
    : await github.request("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", { ...shared, check_run_id: own.id, status: "completed", conclusion, output });
  for (const more of rest) {
    await github.request("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", { owner, repo, check_run_id: id, output: { title, summary, annotations: more } });
  }
}

/** Throws GithubError. */
export async function writeCommitStatus(github: Github, place: Place, report: Report): Promise<void> {
  const { owner, repo, sha, runUrl } = place;
  await github.request("POST /repos/{owner}/{repo}/statuses/{sha}", {
    owner, repo, sha, state: STATES[report.verdict], context: nameOf(report), description: `${report.verdict}: ${sentence(report)}`.slice(0, 140), target_url: runUrl,
  });
}

function sentence(report: Report): string {
  const open = (list: readonly { disposition: string }[]) => list.filter(({ disposition }) => disposition === "open").length;
  const [findings, gaps] = [open(report.findings), open(report.coverage.gaps)];
  return `${findings} open finding${findings === 1 ? "" : "s"}, ${gaps} gap${gaps === 1 ? "" : "s"}`;
}

/** Only what has a line of the repository can be shown beside one. */
function toCheckAnnotation({ level, title, message, file, line }: Annotation) {
  return file === undefined || line === undefined ? [] : [{ path: file, start_line: line, end_line: line, annotation_level: LEVELS[level], title: title.slice(0, 255), message }];
}
