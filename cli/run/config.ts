// pci-pipeline.yml: what the main job works on. Its JSON Schema is published in docs/schema.
import { dirname, resolve } from "node:path";
import * as z from "zod";
import { severities } from "../../src/finding/index.ts";
import { targetSchema } from "../../src/rollout/index.ts";
import { parseYaml, readInput } from "../../src/runtime/index.ts";

const isolationSchema = z.strictObject({
  repo: z.string().min(1).describe("folder of the repository, or one that holds workflow files itself"),
  environment: z.string().min(1).default("prod"),
  "allow-jobs": z.array(z.string().min(1)).min(1).describe("jobs that may reach the environment, as file.yml:job"),
  repositories: z.array(z.string().min(1)).default([]).describe("checkouts of called repositories, as owner/name@ref=path"),
  trust: z.array(z.string().min(1)).default([]).describe("trust policies that name the environment's identities"),
  name: z.string().min(1).optional().describe("owner/name of the repository"),
});

export const configSchema = z.strictObject({
  schema: z.literal("pci-pipeline/config/v1"),
  build: z.strictObject({
    context: z.string().min(1).describe("folder of the service"),
    builder: z.enum(["embedded", "docker"]).default("embedded"),
    dockerfile: z.string().min(1).optional().describe("for the docker builder; the context's own where absent"),
  }),
  "fail-on": z.enum(severities).default("medium"),
  waivers: z.string().min(1).optional().describe("file of accepted findings and gaps"),
  isolation: z.array(isolationSchema).min(1).describe("each entry is judged on its own and gives a report of its own"),
  attest: z.strictObject({ key: z.string().min(1).optional().describe("PEM file, env://NAME or openbao://NAME; a development key where absent") }).default({}),
  verify: z.strictObject({ policy: z.string().min(1).optional() }).default({}),
  deploy: z.strictObject({
    required: z.boolean().default(false).describe("whether a deployment that did not run makes the verdict inconclusive"),
    cluster: targetSchema.optional().describe("where the attested image goes once the gate has passed; nothing is deployed where absent"),
  }).default({ required: false }),
});

export type Config = z.infer<typeof configSchema>;
export type IsolationTarget = Config["isolation"][number];

/** Config and the folder that its paths start from. Throws InputError with all issues at once. */
export async function readConfig(cwd: string, path: string): Promise<{ config: Config; folder: string }> {
  const text = (await readInput(cwd, path, "config")).toString("utf8");
  return { config: parseYaml(text, configSchema, `config ${path}`), folder: dirname(resolve(cwd, path)) };
}
