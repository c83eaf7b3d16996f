// Hostile text for property tests: each of the known tricks, and random strings in which their characters are frequent.
import fc from "fast-check";
import { fabricateFinding, fabricateGap, fabricateReport, hostileTexts, imageSpot, evidenceSpot, logSpot, workflowSpot } from "./reports.ts";
import type { Location, Report } from "../../finding/index.ts";

const activeCharacters = [..."<>&\"'`|\\*_[](){}!#@$~:/-=+.\n\r\t ax1", "\x1b", "\x9b", "\u202e", "\u2028", "\ud800", "\u{e0041}", "\0", "www.", "https://", "-->", "```"];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.array(fc.constantFrom(...activeCharacters), { minLength: 1, maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
);

/** One location of each kind with the text in every free field. */
export function hostileLocations(text: string): Location[] {
  return [
    imageSpot({ path: text, members: [text, text], platform: text, state: "deleted", layer: { index: 0, diffId: text, createdBy: text } }),
    imageSpot({ part: "env", path: text, layer: null }),
    logSpot({ file: text, job: text, step: text }), workflowSpot({ file: text, job: text, path: [text, text] }), evidenceSpot({ file: text, pointer: text }),
  ];
}

/** A report that holds the text wherever a report can hold text of an artefact, a rule or a person. */
export function hostileReport(text: string): Report {
  const waiver = { owner: text, reason: text, until: "2026-10-01" };
  const drafts = hostileLocations(text).map((location) => fabricateFinding("high", location, {
    ruleId: text, title: text, remediation: text, controls: [text], decoded: [text],
  }));
  const waived = fabricateFinding("high", imageSpot({ path: `waived ${text}` }), { ruleId: `waived ${text}` });
  return fabricateReport({
    name: text, findings: [...drafts, waived], missed: [text],
    gaps: hostileLocations(text).map((location) => fabricateGap("malformed", location, { detail: text })),
    waivers: [{ ...waiver, rule: text, path: text }, { ...waiver, rule: `waived ${text}`, path: `waived ${text}`, until: "2027-01-01" }],
    assumptions: [{ id: text, statement: text, verified: false, source: text }],
    facts: {
      graph: { nodes: [{ id: text, label: text, file: text, job: text, kind: "job", state: "reached" }, { id: `${text}2`, label: text, kind: text, state: text }], edges: [{ from: text, to: `${text}2`, kind: text }] },
      images: [{ platform: text, manifestDigest: text, configDigest: text, layers: [{ index: 0, diffId: text, digest: text, size: 12, createdBy: text }] }],
    },
  });
}
