// Findings are never dropped: each lands in exactly one of four bins.
import { reaches, type Finding, type Severity } from "../finding.ts";
import { Fingerprinter } from "../fingerprint.ts";
import type { Gap } from "../gap.ts";
import { ignores, toWaiver, type IgnoreEntry } from "./ignore-file.ts";
import type { Location } from "../location.ts";
import type { Preview } from "../redact.ts";
import { holds, NO_LAST_DAY, type Waiver } from "./waiver.ts";

/** What a detector states, before anybody has judged it. */
export type FindingDraft = Omit<Finding, "disposition" | "waiver" | "fingerprint" | "preview"> & {
  preview: Preview;
  /** Who has accepted it before any waiver is asked, such as an allowlist of the user's rules. */
  accepted?: { readonly source: string; readonly reason: string };
  /** Ids that other scanners have for the same rule. */
  aliases?: readonly string[];
};
/** What a reader could not examine, before anybody has accepted it. */
export type GapDraft = Omit<Gap, "disposition" | "waiver" | "fingerprint">;

export type Terms = {
  readonly failOn: Severity;
  readonly waivers: readonly Waiver[];
  /** Acceptances in the form of gitleaks. */
  readonly ignored?: readonly IgnoreEntry[];
  /** Fingerprints of the findings that an earlier report holds. */
  readonly baseline: ReadonlySet<string>;
  readonly now: Date;
};

export function disposeFindings(drafts: readonly FindingDraft[], terms: Terms): Finding[] {
  const fingerprinter = new Fingerprinter();
  return drafts.map(({ accepted, aliases = [], ...draft }) => {
    const fingerprint = fingerprinter.next(draft.ruleId, draft.location);
    const waiver = findWaiver(terms, (candidate) => accepts(candidate, { rule: draft.ruleId, fingerprint, location: draft.location }))
      ?? findIgnoring(terms, { rules: [draft.ruleId, ...aliases], location: draft.location }, fingerprint)
      ?? (accepted && { fingerprint, owner: "rules file", reason: accepted.reason, until: NO_LAST_DAY, source: accepted.source });
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

/** The same for the lines of an ignore file. */
function findIgnoring(terms: Terms, subject: { rules: readonly string[]; location: Location }, fingerprint: string): Waiver | undefined {
  const entry = terms.ignored?.find((candidate) => ignores(candidate, subject));
  return entry && toWaiver(entry, fingerprint);
}

type Subject = { rule?: string; gap?: string; fingerprint: string; location: Location };

function accepts(waiver: Waiver, subject: Subject): boolean {
  if (waiver.fingerprint !== undefined) return waiver.fingerprint === subject.fingerprint;
  if (waiver.rule !== subject.rule || waiver.gap !== subject.gap) return false;
  if (waiver.part !== undefined && !(subject.location.kind === "image" && subject.location.part === waiver.part)) return false;
  return waiver.path === pathOf(subject.location);
}

/** How a report lists what was accepted: every entry, those that nothing needed included. */
export type Accepted = { readonly waiver: Waiver; readonly expired: boolean; readonly uses: number };

/** Each waiver and each line of the ignore file, with how many findings and gaps of the report it speaks of. */
export function countAccepted(terms: Terms, judged: readonly (Finding | Gap)[]): Accepted[] {
  const subjects = judged.flatMap((one) => (one.waiver ? [one.waiver] : []));
  const own = terms.waivers.map((waiver) => ({ waiver, expired: !holds(waiver, terms.now), uses: subjects.filter((used) => used === waiver).length }));
  const lines = (terms.ignored ?? []).map(({ rule, file, owner, reason, until, source }) => {
    const waiver: Waiver = { rule, path: file, owner, reason, until, source };
    return { waiver, expired: !holds(waiver, terms.now), uses: subjects.filter((used) => used.source === source).length };
  });
  return [...own, ...lines];
}

/** The path that a waiver names: inside an image the path, else the file. */
function pathOf(location: Location): string | undefined {
  return location.kind === "image" ? location.path : location.file;
}
