// Findings are never dropped: each lands in exactly one of four bins.
import { reaches, type Finding, type Severity } from "./finding.ts";
import { Fingerprinter } from "./fingerprint.ts";
import type { Gap } from "./gap.ts";
import type { Location } from "./location.ts";
import type { Preview } from "./redact.ts";
import { holds, type Waiver } from "./waiver.ts";

/** What a detector states, before anybody has judged it. */
export type FindingDraft = Omit<Finding, "disposition" | "waiver" | "fingerprint" | "preview"> & { preview: Preview };
/** What a reader could not examine, before anybody has accepted it. */
export type GapDraft = Omit<Gap, "disposition" | "waiver" | "fingerprint">;

export type Terms = {
  readonly failOn: Severity;
  readonly waivers: readonly Waiver[];
  /** Fingerprints of the findings that an earlier report holds. */
  readonly baseline: ReadonlySet<string>;
  readonly now: Date;
};

export function disposeFindings(drafts: readonly FindingDraft[], terms: Terms): Finding[] {
  const fingerprinter = new Fingerprinter();
  return drafts.map((draft) => {
    const fingerprint = fingerprinter.next(draft.ruleId, draft.location);
    const waiver = findWaiver(terms, (candidate) => accepts(candidate, { rule: draft.ruleId, fingerprint, location: draft.location }));
    const finding = { ...draft, fingerprint, ...(waiver && { waiver }) };
    if (!reaches(draft.severity, terms.failOn)) return { ...finding, disposition: "below-threshold" };
    if (waiver && holds(waiver, terms.now)) return { ...finding, disposition: "waived" };
    return { ...finding, disposition: terms.baseline.has(fingerprint) ? "baseline" : "open" };
  });
}

export function disposeGaps(drafts: readonly GapDraft[], terms: Terms): Gap[] {
  const fingerprinter = new Fingerprinter();
  return drafts.map((draft) => {
    const fingerprint = fingerprinter.next(draft.reason, draft.location);
    const waiver = draft.reason === "nothing-examined" ? undefined
      : findWaiver(terms, (candidate) => accepts(candidate, { gap: draft.reason, fingerprint, location: draft.location }));
    const disposition = waiver && holds(waiver, terms.now) ? "waived" : "open";
    return { ...draft, fingerprint, disposition, ...(waiver && { waiver }) };
  });
}

/** A waiver in force comes before an expired one, which is shown so that its owner sees why the finding is open again. */
function findWaiver(terms: Terms, matches: (waiver: Waiver) => boolean): Waiver | undefined {
  const candidates = terms.waivers.filter(matches);
  return candidates.find((waiver) => holds(waiver, terms.now)) ?? candidates[0];
}

type Subject = { rule?: string; gap?: string; fingerprint: string; location: Location };

function accepts(waiver: Waiver, subject: Subject): boolean {
  if (waiver.fingerprint !== undefined) return waiver.fingerprint === subject.fingerprint;
  if (waiver.rule !== subject.rule || waiver.gap !== subject.gap) return false;
  if (waiver.part !== undefined && !(subject.location.kind === "image" && subject.location.part === waiver.part)) return false;
  return waiver.path === pathOf(subject.location);
}

/** The path that a waiver names: inside an image the path, else the file. */
function pathOf(location: Location): string | undefined {
  return location.kind === "image" ? location.path : location.file;
}
