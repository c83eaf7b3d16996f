// What a credential rule is once it is compiled; rules/<vendor>/<id>.toml is where it is written.
import type { RuleInfo } from "../detector.ts";
import type { ChecksumName } from "./judgement/checksum.ts";
import type { StructureName } from "./judgement/structure.ts";

/** How narrow a rule is: an exact token format, a value named by its context, or any credential-like value. */
export const breadths = ["exact", "context", "generic"] as const;
export type Breadth = (typeof breadths)[number];

export type RuleSamples = { readonly hit: readonly string[]; readonly miss: readonly string[] };

export type CredentialRule = RuleInfo & {
  readonly description: string;
  readonly breadth: Breadth;
  /** Source and flags of the JavaScript expression. */
  readonly pattern: string;
  readonly flags: string;
  /** Group that holds the value; 0 is the whole match. */
  readonly secretGroup: number;
  /** Least Shannon entropy of the value, bits a character; 0 asks for none. */
  readonly entropy: number;
  /** One of these stands in every match. */
  readonly keywords: readonly string[];
  /** How many characters stand in a match before its keyword, least and most: the expression is tried there and nowhere else. Unknown for users' rules, which are searched for around the keyword. */
  readonly front?: readonly [number, number];
  /** Characters of which at least so many must follow the keyword, and where it is known the one that must end their run; worked out from the expression, and checked before it runs. */
  readonly tail?: { readonly chars: string; readonly least: number; readonly next?: string };
  /** Expressions for values that are no credentials. */
  readonly allow: readonly AllowRule[];
  /** Expression for the path; the rule speaks only where it matches. */
  readonly path?: string;
  readonly checksum?: ChecksumName;
  readonly structure?: StructureName;
  /** The part of a value that the vendor publishes; all that a preview shows. */
  readonly publicPrefix: string;
  readonly samples: RuleSamples;
  /** The vendor's page that the rule was written from. */
  readonly reference: string;
};

/** One of gitleaks' allowlists: any criterion, or all of them, makes the match no finding. */
export type AllowRule = {
  readonly all: boolean;
  readonly target: "secret" | "match" | "line";
  readonly patterns: readonly string[];
  readonly paths: readonly string[];
  readonly stopwords: readonly string[];
};
