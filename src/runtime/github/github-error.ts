// What a failed call of GitHub's API says: the route as documented and the status, never a header, a body or a parameter.

export class GithubError extends Error {
  override readonly name = "GithubError";
  /** Of the answer; undefined where none came (network, timeout) or none that could be read. */
  readonly status: number | undefined;
  /** The token may not do this, or the thing is hidden from it: 401, 403, 404. */
  readonly refused: boolean;

  constructor(message: string, status: number | undefined) {
    super(message);
    this.status = status;
    this.refused = status === 401 || status === 403 || status === 404;
  }
}

type Call = { readonly method: string; readonly url: string };

/** Drops the request and response that Octokit's errors carry: they hold what was sent. */
export function toGithubError(error: unknown, call: Call, scrub: (text: string) => string): GithubError {
  if (error instanceof GithubError) return error;
  const { response, message } = error as { response?: { status: number; data?: unknown }; message?: unknown };
  const route = `${call.method} ${call.url.replace(/\?.*$/s, "").replace(/^https?:\/\/[^/]+/, "")}`;
  if (response === undefined) return new GithubError(scrub(`GitHub gave no usable answer to ${route} (${shorten(message)})`), undefined);
  const said = (response.data as { message?: unknown } | undefined)?.message;
  return new GithubError(scrub(`GitHub answered ${response.status} to ${route}${typeof said === "string" ? ` (${shorten(said)})` : ""}`), response.status);
}

/** GitHub's own words, bounded and on one line. */
function shorten(text: unknown): string {
  return typeof text === "string" ? text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 200) : "unknown reason";
}
