// What every content detector looks like. Pure and synchronous: bytes in, matches out.
import type { Preview, Severity } from "../finding/index.ts";

/** What a report says about a rule; rule id = file name = test title = docs anchor. */
export type RuleInfo = {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly remediation: string;
};

/** A value was found; start and end are byte offsets in the bytes that were searched. */
export type Match = {
  readonly rule: RuleInfo;
  readonly start: number;
  readonly end: number;
  readonly preview: Preview;
  readonly confirmedBy?: "checksum" | "luhn" | "known-value" | "structure";
};

export type Detector = {
  readonly rules: readonly RuleInfo[];
  find(bytes: Uint8Array): Match[];
};

/** A run of encoded bytes and what it stands for. */
export type Decoded = { readonly start: number; readonly end: number; readonly bytes: Uint8Array };

export type Decoder = {
  /** Shown in a finding's `decoded`, such as "base64". */
  readonly name: string;
  decode(bytes: Uint8Array): Decoded[];
};
