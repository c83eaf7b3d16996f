// The second half of the main job: sign what the checks found, then the gate, which reads everything back from disk.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { contract as attestContract } from "../../actions/compliance-attest/contract.ts";
import { main as attest } from "../../actions/compliance-attest/main.ts";
import { contract as verifyContract } from "../../actions/compliance-verify/contract.ts";
import { main as verify } from "../../actions/compliance-verify/main.ts";
import { reportSchema } from "../../src/finding/index.ts";
import { toJson } from "../../src/report/index.ts";
import { writeOutput } from "../../src/runtime/index.ts";
import { SBOM } from "./build-stage.ts";
import { IMAGE } from "./check-stages.ts";
import { callDoor, signingKeyOf, type Stage } from "./stage.ts";

export const BUNDLE = "attestation.sigstore.json";
export const PUBLIC_KEY = "evidence.pub";

export const attestStage: Stage = {
  name: "compliance-attest",
  run: async (run, world) => {
    const files = [...run.reports.keys()].map((name) => join("reports", `${name}.json`));
    for (const [name, report] of run.reports) await writeOutput(join(run.out, "reports", `${name}.json`), toJson(report));
    const { reference, developmentKey } = signingKeyOf(run);
    const outcome = await callDoor({ contract: attestContract, main: attest }, {
      subject: IMAGE,
      report: files.join("\n"),
      ...(existsSync(join(run.out, SBOM)) && { sbom: SBOM }),
      key: reference,
      "development-key": developmentKey,
      bundle: BUNDLE,
      "public-key": PUBLIC_KEY,
    }, world);
    const { "evidence-verdict": verdict, "signer-kind": kind } = outcome.outputs;
    return { verdict: "done", note: `signed: ${verdict}${kind === "development" ? ", with a development key made here" : ""}` };
  },
};

/** Nothing that this process holds in memory reaches the gate: bundle, key, image and reports come from disk. */
export const verifyStage: Stage = {
  name: "compliance-verify",
  run: async (run, world) => {
    const { policy } = run.config.verify;
    const { report } = await callDoor({ contract: verifyContract, main: verify }, {
      bundle: BUNDLE,
      key: PUBLIC_KEY,
      image: IMAGE,
      report: [...run.reports.keys()].map((name) => join("reports", `${name}.json`)).join("\n"),
      policy: policy === undefined ? undefined : resolve(run.folder, policy),
    }, world);
    if (!report) throw new Error("compliance-verify gave no report");
    run.reports.set("compliance-verify", report);
    await writeOutput(join(run.out, "reports", "compliance-verify.json"), toJson(report));
    return { verdict: report.verdict, note: report.findings[0]?.title ?? `${report.coverage.examined.checks ?? 0} checks of the bundle hold` };
  },
};

/** A report as it lies on disk, for the pages that are made from them. */
export async function readReport(out: string, name: string) {
  return reportSchema.parse(JSON.parse(await readFile(join(out, "reports", `${name}.json`), "utf8")));
}
