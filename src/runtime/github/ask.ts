// GitHub's API as a port that never throws: a check goes on without a fact, and says that it had none.
import type { Github } from "./client.ts";
import { GithubError } from "./github-error.ts";

type Answer = { readonly kind: "answer"; readonly body: unknown } | { readonly kind: "failure"; readonly status: number | undefined; readonly detail: string };
type Parameters = Readonly<Record<string, string | number | boolean>>;

/** `route` as documented; with `all`, every page of a list as one array. Failures hold the route and the status, never a value. */
export function toAsk(github: Github): (route: string, parameters: Parameters, options?: { readonly all?: boolean }) => Promise<Answer> {
  return async (route, parameters, options) => {
    try {
      if (options?.all) return { kind: "answer", body: await github.paginate(route, { ...parameters }) };
      const response = await github.request(route, { ...parameters });
      return { kind: "answer", body: response.data as unknown };
    } catch (error) {
      if (!(error instanceof GithubError)) throw error;
      const [path] = route.split("?");
      const said = error.status === undefined ? `GitHub gave no usable answer to ${path}` : `GitHub answered ${error.status} to ${path}`;
      return { kind: "failure", status: error.status, detail: said };
    }
  };
}
