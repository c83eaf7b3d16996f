// What a user's rules come to once all files are read: data only, so that workers can have it too.
import type { Severity } from "../../../finding/index.ts";

/** One file in the format of gitleaks; the first of several is the user's, each following one is what the one before extends. */
export type RulesFile = { readonly name: string; readonly text: string };

/** Makes what it describes no open finding; it is shown as accepted, by the file and line that `source` names. */
export type Allowlist = {
  readonly source: string;
  readonly description: string;
  /** All criteria have to hold, not any of them. */
  readonly all: boolean;
  readonly target: "secret" | "match" | "line";
  readonly regexes: readonly string[];
  readonly paths: readonly string[];
  readonly stopwords: readonly string[];
  /** There is a criterion that only a repository's history could meet. */
  readonly commits: boolean;
};

export type OwnRule = {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly controls: readonly string[];
  readonly remediation: string;
  readonly publicPrefix: string;
  /** Expression for the content; without it every file whose path matches is a finding. */
  readonly regex?: string;
  readonly path?: string;
  /** 0: the first group that holds something, else the whole match. */
  readonly secretGroup: number;
  /** The value's Shannon entropy has to be higher; 0 asks for none. */
  readonly entropy: number;
  /** In lower case; one of them stands somewhere in the content. */
  readonly keywords: readonly string[];
  readonly allowlists: readonly Allowlist[];
};

export type OwnRules = {
  readonly rules: readonly OwnRule[];
  /** For all rules, the built-in ones included. */
  readonly allowlists: readonly Allowlist[];
  /** For single built-in rules, by their id or by the one that gitleaks has for the same. */
  readonly builtIn: { readonly [id: string]: readonly Allowlist[] };
  /** Built-in rules whose findings count as accepted, by either id. */
  readonly disabled: readonly { readonly id: string; readonly source: string }[];
};
