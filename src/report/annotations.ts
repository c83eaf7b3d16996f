// GitHub annotations as data; the runtime prints them.
import { severities, type Finding, type Gap, type Location, type Report, type Severity } from "../finding/index.ts";
import { show } from "./clean.ts";
import { shows } from "./view/finding-notes.ts";
import { openFindings, openGaps } from "./view/order.ts";
import { placeLine } from "./view/place.ts";
import { count, provedItself, selfTestSentence } from "./view/wording.ts";

export const annotationLevels = ["error", "warning", "notice"] as const;

export type Annotation = {
  readonly level: (typeof annotationLevels)[number];
  readonly title: string;
  readonly message: string;
  /** Only where the place is a file of the audited repository. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

/** GitHub drops what a step says beyond ten of each level. */
const MAX_PER_LEVEL = 10;

const levels: { readonly [S in Severity]: Annotation["level"] } = { critical: "error", high: "error", medium: "warning", low: "notice" };

/** At most ten of each level, worst first, or `most`; where there are more, the last says how many. One line of clean text each. */
export function toAnnotations(report: Report, most: number = MAX_PER_LEVEL): Annotation[] {
  const findings = openFindings(report).toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const all = [...selfTestAnnotations(report), ...findings.map(annotateFinding), ...openGaps(report).map(annotateGap)];
  return annotationLevels.flatMap((level) => capLevel(all.filter((annotation) => annotation.level === level), { level, most }));
}

function capLevel(annotations: readonly Annotation[], { level, most }: { level: Annotation["level"]; most: number }): readonly Annotation[] {
  if (annotations.length <= most) return annotations;
  const more = annotations.length - (most - 1);
  return [...annotations.slice(0, most - 1), {
    level, title: `${count(more, "more problem")}`, message: "There is room for no more here. The step summary and the JSON report have all of them.",
  }];
}

function selfTestAnnotations(report: Report): Annotation[] {
  if (provedItself(report)) return [];
  const missed = report.selfTest.missed.slice(0, 5).map((name) => show(name, 80)).join(", ");
  return [{ level: "error", title: "The self-test failed", message: selfTestSentence(report) + (missed === "" ? "" : ` Missed: ${missed}.`) }];
}

function annotateFinding(finding: Finding): Annotation {
  const seen = shows(finding).map((line) => ` (shown as ${line})`).join("");
  return {
    level: levels[finding.severity],
    title: `${show(finding.title, 100)} [${show(finding.ruleId, 60)}]`,
    message: `${placeLine(finding.location)}${seen}. ${show(finding.remediation, 600)}`,
    ...repositorySpot(finding.location),
  };
}

function annotateGap(gap: Gap): Annotation {
  return {
    level: gap.reason === "nothing-examined" ? "error" : "warning",
    title: `Not examined [${gap.reason}]`,
    message: `${placeLine(gap.location)}: ${show(gap.detail)}`,
    ...repositorySpot(gap.location),
  };
}

/** A path inside an image or log archive would point at an unrelated file of the repository. */
function repositorySpot(location: Location): Pick<Annotation, "file" | "line" | "column"> {
  switch (location.kind) {
    case "workflow":
      return { file: show(location.file, 1000), line: location.line, column: location.column };
    case "image":
    case "log":
    case "evidence":
      return {};
    default:
      return location satisfies never;
  }
}
