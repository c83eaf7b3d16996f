// Finds cardholder data in bytes: numbers, magnetic stripe data, and verification values beside a number.
import { Buffer } from "node:buffer";
import { previewCardNumber, previewNothing } from "../../finding/index.ts";
import type { Detector, Match, RuleInfo } from "../detector.ts";
import type { Sifted } from "../sieve/index.ts";
import { findCardNumbers } from "./number/card-number.ts";
import { cardholderRules, cardNumber, cardVerificationValue, testCardNumber, trackData } from "./rules.ts";
import { isTestCard } from "./number/test-card.ts";
import { findDigitRuns } from "./digit-run.ts";
import { findMessageFields } from "./message-field.ts";
import { findTrackData } from "./track-data.ts";
import { findVerificationValues } from "./verification-value.ts";

export function createCardholderDetector(): Detector {
  return { rules: cardholderRules, find: findCardholderData };
}

function findCardholderData(bytes: Uint8Array, sifted?: Sifted): Match[] {
  const runs = findDigitRuns(bytes, sifted?.runs("digits"));
  if (runs.length === 0) return [];
  const numbers = findCardNumbers(bytes, runs);
  const text = sifted?.textOf(bytes) ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const fields = findMessageFields(text, runs);
  const tracks = [...findTrackData(text, runs), ...fields.filter((field) => field.isTrack)];
  const others = [...numbers, ...fields.filter((field) => !field.isTrack).map((field) => ({ ...field, checked: true }))];
  const outside = others.filter((number) => !tracks.some((track) => number.start < track.end && track.start < number.end));
  const cards = outside.toSorted((a, b) => a.start - b.start);
  const live = findVerificationValues(text, cards.filter(({ digits }) => !isTestCard(digits)));
  const test = findVerificationValues(text, cards.filter(({ digits }) => isTestCard(digits))).filter(({ start }) => !live.some((value) => value.start === start));
  return [...tracks.map(toTrack), ...cards.map(toCard), ...live.map((value) => toValue(value, cardVerificationValue)), ...test.map((value) => toValue(value, testVerificationValue))].sort((a, b) => a.start - b.start);
}

/** Beside a number that is nobody's it is nobody's either. */
const testVerificationValue = { ...cardVerificationValue, title: "Card verification value beside a published test number", severity: "low" } as const;

type Span = { readonly start: number; readonly end: number };

function toTrack({ start, end }: Span): Match {
  return { rule: trackData, start, end, confirmedBy: "luhn", rank: 0, preview: previewNothing("track data") };
}

function toCard({ start, end, digits, checked }: Span & { readonly digits: string; readonly checked: boolean }): Match {
  const rule = isTestCard(digits) ? testCardNumber : cardNumber;
  return { rule, start, end, ...(checked && { confirmedBy: "luhn" as const }), rank: 0, preview: previewCardNumber(digits) };
}

function toValue({ start, end }: Span, rule: RuleInfo): Match {
  return { rule, start, end, rank: 0, preview: previewNothing("verification value") };
}
