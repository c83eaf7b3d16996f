// What production accepts as an identity, as conditions on the claims of a token.

/** How a claim's value is compared. A pattern's "*" is any text, and "?" is one character where `single` says so. */
export type Test =
  | { readonly kind: "equals"; readonly values: readonly string[] }
  | { readonly kind: "like"; readonly patterns: readonly string[]; readonly single: boolean }
  /** Holds for every value that is none of these; only `wild` ones are patterns. */
  | { readonly kind: "differs"; readonly patterns: readonly string[]; readonly wild: boolean; readonly single: boolean }
  | { readonly kind: "present"; readonly wanted: boolean }
  /** A comparison that isn't followed. */
  | { readonly kind: "unknown" };

export type Condition = {
  readonly claim: string;
  readonly test: Test;
  /** A token without the claim passes. */
  readonly optional: boolean;
};

/** A token that meets all conditions is let in. */
export type TrustRule = {
  /** File and place in it, for messages. */
  readonly name: string;
  readonly conditions: readonly Condition[];
  /** Something else in the policy can still refuse the token. */
  readonly limited: boolean;
};
