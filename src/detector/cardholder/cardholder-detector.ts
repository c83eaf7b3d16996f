// Finds cardholder data in bytes: numbers, magnetic stripe data, and verification values beside a number.
import { previewNothing } from "../../finding/index.ts";
import type { Detector, Match, RuleInfo } from "../detector.ts";
import type { Sifted } from "../sieve/index.ts";
import { byStart, inOrder, type Spanned } from "../spans.ts";
import { CardNumber, findCardNumbers } from "./number/card-number.ts";
import { cardholderRules, cardNumber, cardVerificationValue, testCardNumber, trackData } from "./rules.ts";
import { findDigitRuns } from "./digit-run.ts";
import { findMessageFields } from "./message-field.ts";
import { findTrackData } from "./track-data.ts";
import { findVerificationValues, type VerificationValue } from "./verification-value.ts";

export function createCardholderDetector(): Detector {
  return { rules: cardholderRules, find: findCardholderData };
}

function findCardholderData(bytes: Uint8Array, sifted?: Sifted): readonly Match[] {
  const runs = findDigitRuns(bytes, sifted?.runs("digits"));
  if (runs.length === 0) return [];
  const numbers = findCardNumbers(bytes, runs);
  const fields = findMessageFields(bytes, runs);
  const tracks = inOrder<Spanned>(findTrackData(bytes, runs).concat(fields.filter((field) => field.isTrack)), byStart);
  for (const field of fields) if (!field.isTrack) numbers.push(new CardNumber(bytes, { ...field, checked: true }));
  const cards = outside(inOrder(numbers, byStart), tracks);
  const live = findVerificationValues(bytes, cards, cardNumber);
  const known = new Set(live.map(({ start }) => start));
  const test = findVerificationValues(bytes, cards, testCardNumber).filter(({ start }) => !known.has(start));
  const beside = [...tracks.map(toTrack), ...live.map((value) => toValue(value, cardVerificationValue)), ...test.map((value) => toValue(value, testVerificationValue))];
  return beside.length === 0 ? cards : inOrder([...cards, ...beside], byStart);
}

/** The numbers that are no part of a track; both come in order. */
function outside(numbers: readonly CardNumber[], tracks: readonly Spanned[]): readonly CardNumber[] {
  if (tracks.length === 0) return numbers;
  let next = 0;
  let reach = 0;
  return numbers.filter(({ start, end }) => {
    for (; next < tracks.length && tracks[next]!.start <= start; next++) reach = Math.max(reach, tracks[next]!.end);
    return reach <= start && (tracks[next]?.start ?? Infinity) >= end;
  });
}

/** Beside a number that is nobody's it is nobody's either. */
const testVerificationValue = { ...cardVerificationValue, title: "Card verification value beside a published test number", severity: "low" } as const;

function toTrack({ start, end }: Spanned): Match {
  return { rule: trackData, start, end, confirmedBy: "luhn", rank: 0, preview: previewNothing("track data") };
}

function toValue({ start, end, from }: VerificationValue, rule: RuleInfo): Match {
  return { rule, start, end, from, rank: 0, preview: previewNothing("verification value") };
}
