// Source and build facts: what the runner's environment says, overruled by what a facts file says. Nothing of it is verified here.
import * as z from "zod";
import { buildSchema, sourceSchema } from "./predicate.ts";

export type SourceFacts = {
  readonly source: z.infer<typeof sourceSchema>;
  readonly build: z.infer<typeof buildSchema>;
  readonly factsFrom: readonly ("environment" | "file")[];
};

/** What a facts file may say; each field that it leaves out stays as the environment has it. */
export const factsSchema = z.strictObject({
  schema: z.literal("pci-pipeline/facts/v1"),
  source: sourceSchema.partial().optional(),
  build: buildSchema.partial().optional(),
});
type FactsFile = z.infer<typeof factsSchema>;

/** `environment` reads GitHub's default variables (docs.github.com, "Default environment variables"); absent facts are null. */
export function collectFacts(environment: (name: string) => string | undefined, file?: FactsFile): SourceFacts {
  const source = readSource(environment);
  const build = readBuild(environment);
  const fromEnvironment = environment("GITHUB_ACTIONS") === "true";
  return {
    source: { ...source, ...dropUndefined(file?.source) },
    build: { ...build, ...dropUndefined(file?.build) },
    factsFrom: [...(fromEnvironment ? ["environment" as const] : []), ...(file ? ["file" as const] : [])],
  };
}

type Environment = (name: string) => string | undefined;

function readSource(environment: Environment): SourceFacts["source"] {
  const variable = readerOf(environment);
  const commit = variable("GITHUB_SHA");
  return {
    repository: variable("GITHUB_REPOSITORY"),
    commit: commit !== null && sourceSchema.shape.commit.safeParse(commit).success ? commit : null,
    ref: variable("GITHUB_REF"),
  };
}

function readBuild(environment: Environment): SourceFacts["build"] {
  const variable = readerOf(environment);
  const server = variable("GITHUB_SERVER_URL");
  const ref = variable("GITHUB_WORKFLOW_REF");
  const runner = variable("RUNNER_ENVIRONMENT");
  return {
    builder: server !== null && ref !== null ? `${server}/${ref}` : null,
    workflow: { ref, sha: variable("GITHUB_WORKFLOW_SHA") },
    run: { id: variable("GITHUB_RUN_ID"), attempt: variable("GITHUB_RUN_ATTEMPT"), event: variable("GITHUB_EVENT_NAME") },
    runner: runner === "github-hosted" || runner === "self-hosted" ? runner : null,
    rebuild: null,
    sbom: null,
  };
}

/** Off GitHub's runners the variables mean nothing, whoever set them. */
function readerOf(environment: Environment): (name: string) => string | null {
  const onRunner = environment("GITHUB_ACTIONS") === "true";
  return (name) => (onRunner && environment(name)) || null;
}

function dropUndefined<T extends object>(partial: T | undefined): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(partial ?? {}).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
