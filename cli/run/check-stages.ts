// The three checks of the main job: each calls its door and keeps the report.
import { join, resolve } from "node:path";
import { contract as imageContract } from "../../actions/image-secret-audit/contract.ts";
import { main as auditImage } from "../../actions/image-secret-audit/main.ts";
import { contract as isolationContract } from "../../actions/isolation-assert/contract.ts";
import { main as assertIsolation } from "../../actions/isolation-assert/main.ts";
import { contract as logContract } from "../../actions/log-leak-guard/contract.ts";
import { main as guardLog } from "../../actions/log-leak-guard/main.ts";
import type { Report } from "../../src/finding/index.ts";
import type { World } from "../../src/runtime/index.ts";
import type { IsolationTarget } from "./config.ts";
import { callDoor, toNote, worst, type Run, type Stage, type StageResult } from "./stage.ts";

export const IMAGE = "image";
export const LOGS = "logs";

export const imageStage: Stage = {
  name: "image-secret-audit",
  run: async (run, world) => {
    const { report } = await callDoor({ contract: imageContract, main: auditImage }, { image: IMAGE, ...terms(run) }, world);
    return conclude([keep(run, "image-secret-audit", report)]);
  },
};

/** Reads what the stages before it have logged; its own log and those of later stages are out of its reach. */
export const logStage: Stage = {
  name: "log-leak-guard",
  run: async (run, world) => {
    const { report } = await callDoor({ contract: logContract, main: guardLog }, { log: LOGS, ...terms(run) }, world);
    return conclude([keep(run, "log-leak-guard", report)]);
  },
};

export const isolationStage: Stage = {
  name: "isolation-assert",
  run: async (run, world) => {
    const reports: Report[] = [];
    for (const [index, target] of targetsOf(run).entries()) {
      const { report } = await assertTarget(run, target, world);
      reports.push(keep(run, index === 0 ? "isolation-assert" : `isolation-assert-${index + 1}`, report));
    }
    return conclude(reports);
  },
};

function assertTarget(run: Run, target: IsolationTarget, world: World) {
  const raw = {
    repo: resolve(run.folder, target.repo),
    environment: target.environment,
    "allow-job": target["allow-jobs"].join("\n"),
    repository: target.repositories.map((entry) => entry.replace(/=(.*)$/, (_, path: string) => `=${resolve(run.folder, path)}`)).join("\n"),
    trust: target.trust.map((path) => resolve(run.folder, path)).join("\n"),
    name: target.name,
    ...terms(run),
  };
  return callDoor({ contract: isolationContract, main: assertIsolation }, raw, world);
}

/** The leaky sample brings its own workflows, whose build job enters production. */
function targetsOf(run: Run): readonly IsolationTarget[] {
  if (run.sample === "clean") return run.config.isolation;
  const repo = join(run.config.build.context, "leaky");
  return [{ repo, environment: "prod", "allow-jobs": ["release.yml:deploy"], repositories: [], trust: [] }];
}

function terms(run: Run): Record<string, string | undefined> {
  const { waivers } = run.config;
  return { "fail-on": run.config["fail-on"], waivers: waivers === undefined ? undefined : resolve(run.folder, waivers) };
}

function keep(run: Run, name: string, report: Report | undefined): Report {
  if (!report) throw new Error(`${name} gave no report`);
  run.reports.set(name, report);
  return report;
}

function conclude(reports: readonly Report[]): StageResult {
  return { verdict: worst(reports.map(({ verdict }) => verdict)), note: toNote(reports) };
}
