// Takes reports in: all problems at once, none of them a value. A statement is only as good as what it was made from.
import { createHash } from "node:crypto";
import { InputError, judge, reportSchema, type Report, type ReportSubject } from "../../finding/index.ts";
import { pipelineChecks, type PipelineCheck } from "./predicate.ts";

/** A file as it lay on disk; `name` is without folders. */
export type EvidenceFile = { readonly name: string; readonly bytes: Uint8Array };
export type TakenReport = { readonly check: PipelineCheck; readonly report: Report; readonly name: string; readonly sha256: string };

/** Clocks of two machines may differ by this much, in milliseconds. */
export const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Parses reports and holds them against the image that they are to vouch for.
 * @throws InputError that lists every problem of every report: unreadable, of another image, of a check that no statement covers, twice.
 */
export function takeReports(files: readonly EvidenceFile[], context: { subject: ReportSubject; now: Date }): TakenReport[] {
  const problems: string[] = [];
  const taken: TakenReport[] = [];
  for (const file of files) {
    const report = parseReport(file);
    const problem = typeof report === "string" ? report : findProblem(report, context);
    if (problem !== undefined) problems.push(`${file.name} ${problem}`);
    else if (typeof report !== "string") taken.push({ check: report.check as PipelineCheck, report, name: file.name, sha256: hashBytes(file.bytes) });
  }
  for (const [, same] of Map.groupBy(taken, nameExamined)) {
    if (same.length > 1) problems.push(`${same.map((one) => one.name).join(" and ")} are both of ${same[0]?.check} and the same subject; hand in one of them`);
  }
  if (problems.length > 0) throw new InputError(`report: ${problems.join("; ")}`);
  return taken;
}

/** A check may have looked at several things, such as two repositories, each in a report of its own. */
function nameExamined({ check, report }: TakenReport): string {
  return JSON.stringify([check, report.subject.name, report.subject.digest?.sha256 ?? null]);
}

function parseReport(file: EvidenceFile): Report | string {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(file.bytes));
  } catch {
    return "is not JSON; hand in what a check wrote with --format json";
  }
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.slice(0, 3).map((issue) => `/${issue.path.map(String).join("/")}`);
  return `is not a report of pci-pipeline/report/v1 (see ${places.join(", ")}); make it again with this version`;
}

function findProblem(report: Report, { subject, now }: { subject: ReportSubject; now: Date }): string | undefined {
  if (!pipelineChecks.some((check) => check === report.check)) return `is of ${report.check}, which this statement does not cover; leave it out`;
  if (judge(report) !== report.verdict) return "has a verdict that does not follow from its own findings and gaps; make it again";
  const waived = [...report.findings, ...report.coverage.gaps].filter((one) => one.disposition === "waived");
  if (waived.some((one) => one.waiver === undefined)) return "accepts a finding or gap without naming the waiver; make it again";
  if (Date.parse(report.finishedAt) > now.getTime() + CLOCK_TOLERANCE_MS) return "ended in the future; set the clocks right and make it again";
  const { digest, digestKind } = report.subject;
  const aboutImage = report.check === "image-secret-audit" || digestKind === "manifest" || digestKind === "config";
  if (!aboutImage) return undefined;
  if (digest === null) return "names no digest of its image; audit the image again";
  if (digestKind !== subject.digestKind) return `names the image by its ${digestKind}, the subject is named by its ${subject.digestKind}; audit the same file or reference that is the subject`;
  return digest.sha256 === subject.digest?.sha256 ? undefined : "is of another image than the subject; audit the subject";
}
