// Findings as code scanning alerts. Upload: https://docs.github.com/en/rest/code-scanning/code-scanning#upload-an-analysis-as-sarif-data
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Report } from "../../../finding/index.ts";
import { toSarif } from "../../../report/index.ts";
import type { Github } from "../client.ts";
import type { Place } from "./place.ts";

/** GitHub reads an upload in the background; this many looks, this many milliseconds apart. */
const LOOKS = 10;

/** Undefined once GitHub has taken it, else what GitHub has against it. Throws GithubError. */
export async function uploadSarif(github: Github, place: Place, { reports, pauseMs = 2000 }: { reports: readonly Report[]; pauseMs?: number }): Promise<string | undefined> {
  const { owner, repo } = place;
  const { data: { id } } = await github.request("POST /repos/{owner}/{repo}/code-scanning/sarifs", {
    owner, repo, commit_sha: place.refSha, ref: place.ref, sarif: gzipSync(toSarif(reports)).toString("base64"), tool_name: "pci-pipeline",
  });
  if (id === undefined) return undefined;
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await wait(pauseMs);
    const { data } = await github.request("GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}", { owner, repo, sarif_id: id });
    const { processing_status: status, errors } = data as { processing_status?: string; errors?: readonly string[] | null };
    if (status === "complete") return undefined;
    if (status === "failed") return `GitHub could not take the SARIF file (${(errors ?? []).length} errors)`;
  }
  return "GitHub has not read the SARIF file yet; look at the repository's code scanning page later";
}
