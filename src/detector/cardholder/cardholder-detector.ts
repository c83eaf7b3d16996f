// Finds cardholder data in bytes: numbers, magnetic stripe data, and verification values beside a number.
import { Buffer } from "node:buffer";
import { previewCardNumber, previewNothing, type Preview } from "../../finding/index.ts";
import type { Detector, Match, RuleInfo } from "../detector.ts";
import type { Sifted } from "../sieve/index.ts";
import { byStart, inOrder, type Spanned } from "../spans.ts";
import { findCardNumbers, type CardNumber } from "./number/card-number.ts";
import { Digits } from "./number/digits.ts";
import { cardholderRules, cardNumber, cardVerificationValue, testCardNumber, trackData } from "./rules.ts";
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
  const text = sifted?.textOf(bytes) ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const numbers = findCardNumbers(bytes, text, runs);
  const fields = findMessageFields(text, runs);
  const tracks = inOrder<Spanned>(findTrackData(bytes, text, runs).concat(fields.filter((field) => field.isTrack)), byStart);
  const inMessages = fields.filter((field) => !field.isTrack).map((field) => ({ ...field, checked: true }));
  const cards = outside(inOrder(numbers.concat(inMessages), byStart), tracks);
  if (cards.length === 0) return tracks.map(toTrack);
  const live = findVerificationValues(text, cards.filter(({ isTest }) => !isTest));
  const known = new Set(live.map(({ start }) => start));
  const test = findVerificationValues(text, cards.filter(({ isTest }) => isTest)).filter(({ start }) => !known.has(start));
  const found: Match[] = cards.map((card) => new CardMatch(bytes, card));
  return inOrder(found.concat(tracks.map(toTrack), live.map((value) => toValue(value, cardVerificationValue)), test.map((value) => toValue(value, testVerificationValue))), byStart);
}

/** The numbers that are no part of a track; both come in order. */
function outside<T extends Spanned>(numbers: readonly T[], tracks: readonly Spanned[]): readonly T[] {
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

/** Its preview is made when it is asked for: most of a dump's numbers are only counted. */
class CardMatch implements Match {
  readonly rule: RuleInfo;
  readonly start: number;
  readonly end: number;
  readonly rank = 0;
  readonly confirmedBy?: "luhn";
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, { start, end, checked, isTest }: CardNumber) {
    this.rule = isTest ? testCardNumber : cardNumber;
    this.start = start;
    this.end = end;
    if (checked) this.confirmedBy = "luhn";
    this.#bytes = bytes;
  }

  get preview(): Preview {
    const digits = new Digits();
    digits.read(this.#bytes, this.start, this.end);
    return previewCardNumber(digits.toString());
  }
}

function toValue({ start, end }: Spanned, rule: RuleInfo): Match {
  return { rule, start, end, rank: 0, preview: previewNothing("verification value") };
}
