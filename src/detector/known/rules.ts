// What reports say about values that were known before.
import type { RuleInfo } from "../detector.ts";

/** 8.3.2: authentication factors unreadable in transit and storage; 8.6.2: none in scripts and configuration; 3.6.1: keys protected against disclosure. */
const controls = ["8.3.2", "8.6.2", "3.6.1"];

export const knownValue: RuleInfo = {
  id: "known-value",
  title: "A known credential stands in clear",
  severity: "critical",
  controls,
  remediation: "Rotate this credential now, then remove the copy. It is one of those that were fingerprinted, so this is no guess.",
};

export const knownValuePart: RuleInfo = {
  id: "known-value-part",
  title: "A part of a known credential stands in clear",
  severity: "high",
  controls,
  remediation: "Rotate this credential: the part that is shown takes most of the guessing away. Find out what cut or encoded the value, and remove the copy.",
};
