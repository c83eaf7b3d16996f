// Names of what is stored for workflows, never a value (REST docs: "GitHub Actions Secrets"). GITHUB_TOKEN may not list them.
import * as z from "zod";
import type { Ask } from "../../../source/index.ts";
import { known, read, unknown, type Known } from "./known.ts";
import type { Place } from "./settings.ts";

/** In lower case. */
export type StoredNames = {
  readonly environment: Known<ReadonlySet<string>>;
  /** Of the repository and of its organisation, as far as the repository sees them. */
  readonly outside: Known<ReadonlySet<string>>;
};

const namesSchema = z.array(z.looseObject({ name: z.string() }));
const NO_TOKEN = "a workflow's own token may not list secret names; give an admin-token that may read them (fine-grained: Environments and Secrets, read)";

export async function readStoredNames(ask: Ask | undefined, { owner, repo, environment }: Place): Promise<StoredNames> {
  if (!ask) return { environment: unknown(NO_TOKEN), outside: unknown(NO_TOKEN) };
  const list = async (route: string, more: Readonly<Record<string, string>> = {}): Promise<Known<ReadonlySet<string>>> => {
    const answer = read(await ask(route, { owner, repo, ...more, per_page: 100 }, { all: true }), namesSchema);
    return answer.known ? known(new Set(answer.value.map(({ name }) => name.toLowerCase()))) : answer;
  };
  const [inside, own, organization] = await Promise.all([
    list("GET /repos/{owner}/{repo}/environments/{environment_name}/secrets", { environment_name: environment }),
    list("GET /repos/{owner}/{repo}/actions/secrets"),
    list("GET /repos/{owner}/{repo}/actions/organization-secrets"),
  ]);
  if (!own.known) return { environment: inside, outside: own };
  if (!organization.known) return { environment: inside, outside: organization };
  return { environment: inside, outside: known(new Set([...own.value, ...organization.value])) };
}
