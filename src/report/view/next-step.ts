// What the reader does now; the same words in every rendering for people.
import type { Report } from "../../finding/index.ts";
import { countDispositions, openGaps } from "./order.ts";
import { plural, provedItself } from "./wording.ts";

export function nextSteps(report: Report): string[] {
  const open = countDispositions(report.findings).open;
  const gaps = openGaps(report);
  const steps: string[] = [];
  if (report.check === "compliance-verify" && open + gaps.length > 0) return ["Don't publish or deploy what this evidence is about. A gate takes no waivers: make evidence that holds, or ask for it in the policy."];
  if (open > 0) steps.push(`Fix the ${plural(open, "finding")} above and run again. To accept one for a while: pci-pipeline waive ID --owner WHO --reason WHY --until DATE`);
  if (gaps.some((gap) => gap.reason === "nothing-examined")) steps.push("Check that the input is the one you meant: it held nothing to examine.");
  else if (gaps.length > 0) steps.push("Make readable what could not be examined, or waive it by its ID. Until then the verdict can't be pass.");
  if (!provedItself(report)) steps.push("Don't rely on this run: report the missed canary as a defect of pci-pipeline.");
  if (steps.length === 0) steps.push(report.verdict === "pass" ? "Nothing to do." : "Run again with an input that can be examined.");
  return steps;
}
