// The job's identity token, as GitHub's runner hands it out (OpenID Connect); masked by the toolkit before anybody sees it.
import { getIDToken } from "@actions/core";

/** Rejects where the runner gives none: the job needs permissions: id-token: write. */
export function requestIdentity(audience: string): Promise<string> {
  return getIDToken(audience);
}
