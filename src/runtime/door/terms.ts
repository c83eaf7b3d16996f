// The terms that a user sets for the judgement: threshold, waivers, baseline.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { InputError, readIgnoreFile, reportSchema, waiversSchema, type Severity, type Terms } from "../../finding/index.ts";
import type { World } from "./contract.ts";
import { readInput } from "../file/input-file.ts";
import { parseYaml } from "../file/yaml-file.ts";

type TermInputs = { readonly "fail-on": Severity; readonly waivers: string | undefined; readonly baseline: string | undefined; readonly "gitleaks-ignore"?: string | undefined };

/** Reads the waivers file, the ignore file of gitleaks where the repository has one, and the baseline report; throws InputError for any of them. */
export async function readTerms(inputs: TermInputs, world: World): Promise<Terms> {
  const waivers = inputs.waivers === undefined ? [] : await readWaivers(world.cwd, inputs.waivers);
  const baseline = inputs.baseline === undefined ? new Set<string>() : await readBaseline(world.cwd, inputs.baseline);
  const ignored = await readIgnored(world.cwd, inputs["gitleaks-ignore"]);
  return { failOn: inputs["fail-on"], waivers, ...(ignored.length > 0 && { ignored }), baseline, now: world.now() };
}

/** The name that gitleaks itself looks for may be missing; any other has to be there. */
const USUAL = ".gitleaksignore";

async function readIgnored(cwd: string, path: string | undefined): Promise<NonNullable<Terms["ignored"]>> {
  if (path === undefined || (path === USUAL && !existsSync(resolve(cwd, path)))) return [];
  return readIgnoreFile((await readInput(cwd, path, "ignore file")).toString("utf8"), path);
}

async function readWaivers(cwd: string, path: string): Promise<Terms["waivers"]> {
  const text = (await readInput(cwd, path, "waivers file")).toString("utf8");
  return parseYaml(text, waiversSchema, `waivers file ${path}`).waivers;
}

async function readBaseline(cwd: string, path: string): Promise<ReadonlySet<string>> {
  const text = (await readInput(cwd, path, "baseline report")).toString("utf8");
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new InputError(`baseline report ${path} is not JSON; make it with --format json --output FILE`, { cause: error });
  }
  const report = reportSchema.safeParse(document);
  if (!report.success) throw new InputError(`baseline ${path} is not a report of this version; make it anew with --format json --output FILE`);
  return new Set(report.data.findings.map((finding) => finding.fingerprint));
}
