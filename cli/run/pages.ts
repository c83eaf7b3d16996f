// What people look at: summary, SARIF and the evidence page, made from what lies on disk.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readStatement, type Statement } from "../../src/attestation/index.ts";
import type { Report, Verdict } from "../../src/finding/index.ts";
import { toHtml, toSarif, toSummary, type EvidencePage } from "../../src/report/index.ts";
import { writeOutput } from "../../src/runtime/index.ts";
import { BUNDLE, PUBLIC_KEY, readReport } from "./evidence-stages.ts";
import type { Run, StageRecord } from "./stage.ts";

export type Course = { readonly records: readonly StageRecord[]; readonly verdict: Verdict };

export async function writePages(run: Run, course: Course): Promise<void> {
  const names = [...run.reports.keys()];
  const reports = await Promise.all(names.map((name) => readReport(run.out, name)));
  for (const [index, report] of reports.entries()) await writeOutput(join(run.out, `${names[index]}.sarif`), toSarif([report]));
  await writeOutput(join(run.out, "summary.md"), toSummary(reports, { title: "pci-pipeline", moreAt: "report.html" }));
  const bundleJson = await readFile(join(run.out, BUNDLE), "utf8");
  await writeOutput(join(run.out, "report.html"), toHtml(toPage({ reports, course, bundleJson, statement: readStatement(bundleJson) })));
}

type Material = { readonly reports: readonly Report[]; readonly course: Course; readonly bundleJson: string; readonly statement: Statement };

function toPage({ reports, course, bundleJson, statement }: Material): EvidencePage {
  const { predicate, predicateType, subject } = statement;
  const [image] = subject;
  const sha256 = image?.digest.sha256 ?? "";
  return {
    title: `Evidence for ${image?.name ?? "image"}`,
    reports,
    run: { stages: course.records.map(({ stage, verdict, seconds, note }) => ({ name: stage, verdict: verdict === "done" ? "pass" : verdict, seconds: verdict === "not-run" ? null : seconds, note })) },
    statement: { predicateType, subject: { name: image?.name ?? "", sha256 }, issuedAt: predicate.issuedAt, facts: toFacts(predicate) },
    controls: predicate.controls,
    blindSpots: predicate.blindSpots,
    signer: predicate.signer,
    bundleJson,
    commands: [
      `cosign verify-blob-attestation --key ${PUBLIC_KEY} --bundle ${BUNDLE} --type ${predicateType} --insecure-ignore-tlog --digest ${sha256} --digestAlg sha256`,
      `bin/pci-pipeline compliance-verify ${BUNDLE} --key ${PUBLIC_KEY} --image image`,
    ],
  };
}

function toFacts({ source, build, tool }: Statement["predicate"]): { name: string; value: string | null }[] {
  return [
    { name: "repository", value: source.repository },
    { name: "commit", value: source.commit },
    { name: "ref", value: source.ref },
    { name: "builder", value: build.builder },
    { name: "workflow", value: build.workflow.ref },
    { name: "run", value: build.run.id },
    { name: "runner", value: build.runner },
    { name: "made by", value: `${tool.name} ${tool.version}` },
  ];
}
