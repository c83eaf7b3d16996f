// What the catalogue says about one testing procedure of the standard.
import type { PipelineCheck } from "../statement/predicate.ts";

/**
 * `asks` is our own paraphrase, never the standard's text. Only procedures whose text was read are listed; see `withheld` in catalogue.ts.
 */
export type Procedure = {
  /** Testing procedure id of PCI DSS v4.0.1. */
  readonly id: string;
  readonly requirement: string;
  /** How an assessor does it. A pipeline can feed examinations and some observations, interviews never. */
  readonly methods: readonly ("examine" | "observe" | "interview")[];
  readonly asks: string;
  readonly evidence: Evidence;
  /** What people still have to do or show. */
  readonly remains: string;
};

export type Evidence =
  /** Nothing that a build could show. */
  | { readonly from: "people" }
  /** Shown by another part of the product, which makes no statement yet. */
  | { readonly from: "elsewhere"; readonly where: string }
  /** Hangs on the deployment, which is stated afterwards. */
  | { readonly from: "deployment" }
  | {
      readonly from: "checks";
      readonly checks: readonly PipelineCheck[];
      /** The most that complete and clean checks can say. */
      readonly atMost: "evidence-supports" | "partial";
      /** What was shown, and what keeps it from being more. */
      readonly shows: string;
      readonly limit?: string;
    };
