// What reports say about cardholder data. The ids are anchors of the documentation and names in waivers.
import type { RuleInfo } from "../detector.ts";

export const cardNumber: RuleInfo = {
  id: "card-number",
  title: "Card number in the clear",
  severity: "critical",
  controls: ["3.5.1", "3.4.1"],
  remediation: "Remove the number from what is built or logged, and keep a token or at most BIN and last four digits; treat the copies that were made as cardholder data.",
};

export const testCardNumber: RuleInfo = {
  id: "test-card-number",
  title: "Published test card number",
  severity: "low",
  controls: ["6.5.5"],
  remediation: "Nothing is exposed. Keep test numbers out of production images so that a real one stands out.",
};

export const trackData: RuleInfo = {
  id: "track-data",
  title: "Magnetic stripe data",
  severity: "critical",
  controls: ["3.3.1.1", "3.3.1"],
  remediation: "Delete the data everywhere it was copied to; track data may not be kept after authorization, encrypted or not.",
};

export const cardVerificationValue: RuleInfo = {
  id: "card-verification-value",
  title: "Card verification value beside a card number",
  severity: "critical",
  controls: ["3.3.1.2", "3.3.1"],
  remediation: "Stop writing the value, and delete the copies; it may not be kept after authorization, encrypted or not.",
};

export const cardholderRules: readonly RuleInfo[] = [cardNumber, testCardNumber, trackData, cardVerificationValue];
