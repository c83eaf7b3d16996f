// GitHub's attestation store: where `gh attestation verify` looks (REST API, "Attestations").
import { GithubError } from "./github-error.ts";
import type { Github } from "./client.ts";

/** The attestation's id, or why the store did not take it: not every plan has one, and not every token may write. */
export async function storeAttestation(github: Github, { repository, bundle }: { repository: string; bundle: string }): Promise<{ readonly id: string } | { readonly refused: string }> {
  const [owner = "", repo = ""] = repository.split("/");
  try {
    const { data } = await github.request("POST /repos/{owner}/{repo}/attestations", { owner, repo, bundle: JSON.parse(bundle) as Record<string, never> });
    return { id: String(data.id ?? "") };
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    return { refused: error.message };
  }
}
