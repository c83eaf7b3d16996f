// What the evidence page is made from.
import type { Report, Verdict } from "../../finding/index.ts";
import type { ControlStatus } from "./mark.ts";
import type { Html } from "./markup.ts";

export type PageStage = {
  readonly name: string;
  readonly verdict: Verdict | "not-run";
  /** null where it did not run. */
  readonly seconds: number | null;
  readonly note: string;
};
export type PageControl = {
  readonly id: string;
  readonly requirement: string;
  readonly status: ControlStatus;
  readonly reason: string;
  readonly evidence: readonly string[];
  /** What people still have to do or show. */
  readonly remains?: string;
};
export type PageStatement = {
  readonly predicateType: string;
  readonly subject: { readonly name: string; readonly sha256: string };
  readonly issuedAt: string;
  /** Stated source and build facts, such as the commit; null where not known. */
  readonly facts: readonly { readonly name: string; readonly value: string | null }[];
};
/** `kind` is "development" for a key that the tool made for itself; `hint` names the public key; null where a certificate names the signer. */
export type PageSigner = { readonly kind: string; readonly hint: string | null };

export type EvidencePage = {
  readonly title: string;
  readonly reports: readonly Report[];
  readonly run?: { readonly stages: readonly PageStage[] };
  readonly statement?: PageStatement;
  readonly controls: readonly PageControl[];
  readonly blindSpots: readonly { readonly id: string; readonly statement: string }[];
  /** null where nothing was signed. */
  readonly signer: PageSigner | null;
  /** The Sigstore bundle as JSON text; the page carries it as data. */
  readonly bundleJson?: string;
  /** Exact commands that verify the evidence, one each, cosign's and our own. */
  readonly commands: readonly string[];
};

type Part = { readonly id: string; readonly title: string; readonly html: Html };
export type Section = Part | undefined;
