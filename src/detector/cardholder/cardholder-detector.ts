// Finds cardholder data in bytes: numbers, magnetic stripe data, and verification values beside a number.
import { Buffer } from "node:buffer";
import { previewCardNumber, previewNothing } from "../../finding/index.ts";
import type { Detector, Match } from "../detector.ts";
import { findCardNumbers } from "./card-number.ts";
import { cardholderRules, cardNumber, cardVerificationValue, testCardNumber, trackData } from "./rules.ts";
import { testCards } from "./test-card.ts";
import { findDigitRuns } from "./digit-run.ts";
import { findTrackData } from "./track-data.ts";
import { findVerificationValues } from "./verification-value.ts";

export function createCardholderDetector(): Detector {
  return { rules: cardholderRules, find: findCardholderData };
}

function findCardholderData(bytes: Uint8Array): Match[] {
  const runs = findDigitRuns(bytes);
  if (runs.length === 0) return [];
  const numbers = findCardNumbers(bytes, runs);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const tracks = findTrackData(text, runs).map((track): Match => ({ rule: trackData, ...track, confirmedBy: "luhn", rank: 0, preview: previewNothing("track data") }));
  const outside = numbers.filter((number) => !tracks.some((track) => number.start < track.end && track.start < number.end));
  const values = findVerificationValues(text, outside).map((value): Match => ({ rule: cardVerificationValue, ...value, rank: 0, preview: previewNothing("verification value") }));
  const cards = outside.map((number): Match => ({
    rule: testCards.has(number.digits) ? testCardNumber : cardNumber,
    start: number.start, end: number.end, confirmedBy: "luhn", rank: 0, preview: previewCardNumber(number.digits),
  }));
  return [...tracks, ...cards, ...values].sort((a, b) => a.start - b.start);
}
