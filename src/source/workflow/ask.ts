// The port to a repository's host: what GitHub's REST API answers, or why it does not. The runtime holds the adapter.

export type Answer =
  | { readonly kind: "answer"; readonly body: unknown }
  /** `detail` is one sentence without values; `status` is undefined where no answer came. */
  | { readonly kind: "failure"; readonly status: number | undefined; readonly detail: string };

/** `route` as documented, such as "GET /repos/{owner}/{repo}". With `all`, every page of a list as one array. Never throws. */
export type Ask = (route: string, parameters: Readonly<Record<string, string | number | boolean>>, options?: { readonly all?: boolean }) => Promise<Answer>;
