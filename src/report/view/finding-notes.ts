// Small things to know about one finding or gap, in words.
import type { Finding, Gap } from "../../finding/index.ts";
import { show } from "../clean.ts";

const proofWords: { readonly [P in NonNullable<Finding["confirmedBy"]>]: string } = {
  "checksum": "confirmed by its checksum", "luhn": "confirmed by its Luhn digit",
  "known-value": "confirmed as one of the known values", "structure": "confirmed by its structure",
};

/** How sure the detector is, in words. */
function proofs(finding: Finding): string[] {
  return [
    ...(finding.confirmedBy === undefined ? [] : [proofWords[finding.confirmedBy]]),
    ...(finding.decoded.length === 0 ? [] : [`under ${finding.decoded.map((name) => show(name, 30)).join(", then ")}`]),
  ];
}

/** Preview and proofs on one line; none where a finding isn't about a value. */
export function shows(finding: Finding): string[] {
  const parts = [show(finding.preview, 60), ...proofs(finding)].filter((part) => part !== "");
  return parts.length === 0 ? [] : [parts.join(", ")];
}

export function expiredWaiver(subject: Finding | Gap): string[] {
  if (subject.disposition !== "open" || subject.waiver === undefined) return [];
  return [`ended ${show(subject.waiver.until, 20)}, was ${show(subject.waiver.owner, 80)}'s`];
}
