// What every content detector looks like. Pure and synchronous: bytes in, matches out.
import type { Preview, Severity } from "../finding/index.ts";
import type { Sifted } from "./sieve/index.ts";
import type { Spanned } from "./spans.ts";

/** What a report says about a rule; rule id = file name = test title = docs anchor. */
export type RuleInfo = {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly remediation: string;
  /** Ids that other scanners have for the same, by which their lists of accepted findings name it. */
  readonly aliases?: readonly string[];
};

/** A value was found; start and end are byte offsets in the bytes that were searched. */
export type Match = {
  readonly rule: RuleInfo;
  readonly start: number;
  readonly end: number;
  readonly preview: Preview;
  readonly confirmedBy?: "checksum" | "luhn" | "known-value" | "structure";
  /** Where the match begins with the context that it needed; `start` where there is none. */
  readonly from?: number;
  /** How narrow the rule is, 0 first: of two rules that name the same value the narrower one is told. */
  readonly rank?: number;
  /** Somebody other than the audited artefact has accepted it: where that is written, and why. */
  readonly accepted?: { readonly source: string; readonly reason: string };
  /** The rule as it is told, where that costs too much for a value that is only counted: `rule`, or the same with a lower severity. */
  readonly settle?: () => RuleInfo;
};

/** The matches as they are told. */
export function settleAll(matches: readonly Match[]): Match[] {
  return matches.map((match) => ({ ...match, rule: match.settle?.() ?? match.rule }));
}

/** Values that cost too much to be judged before it is known which of them something narrower names. */
export type Late = {
  readonly rank: number;
  /** Those that overlap with none of `taken`, which come in order and don't overlap each other; in order of their operators. */
  find(taken: readonly Spanned[]): Match[];
};

export type Detector = {
  readonly rules: readonly RuleInfo[];
  /** `sifted`: what the sieve found in the same bytes, for detectors that would look for it themselves otherwise. */
  find(bytes: Uint8Array, sifted?: Sifted): readonly Match[];
};

/** A run of encoded bytes and what it stands for. */
export type Decoded = {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
  /** Offset, in the bytes that were searched, of what the decoded byte at `offset` came from; `start` for all where absent. */
  readonly at?: (offset: number) => number;
};

export type Decoder = {
  /** Shown in a finding's `decoded`, such as "base64". */
  readonly name: string;
  /** With `sifted`, what the sieve found in the same bytes, the result is the same and comes sooner. */
  decode(bytes: Uint8Array, sifted?: Sifted): Decoded[];
};
