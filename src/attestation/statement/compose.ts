// From taken reports and facts to the statement. Pure: the same inputs and clock give the same bytes.
import { InputError, type ReportSubject } from "../../finding/index.ts";
import { assessControls } from "../control/assess.ts";
import { catalogueDigest } from "../control/catalogue.ts";
import { blindSpots } from "./blind-spot.ts";
import { deriveOverallVerdict } from "./derive.ts";
import type { SourceFacts } from "./fact.ts";
import { takeReports, type EvidenceFile } from "./intake.ts";
import type { SignerKind } from "./predicate.ts";
import { COMPLIANCE_TYPE, STATEMENT_TYPE, type Statement } from "./statement.ts";
import { collectWaivers, summariseChecks } from "./summary.ts";

export type Evidence = {
  readonly subject: ReportSubject;
  readonly reports: readonly EvidenceFile[];
  readonly facts: SourceFacts;
  /** The hint is null for keyless signing. */
  readonly signer: { readonly kind: SignerKind; readonly hint: string | null };
  readonly tool: { readonly version: string };
  /** SHA-256 of the policy in force, in hex. */
  readonly policySha256?: string;
  readonly now: Date;
};

/** @throws InputError for a subject without a digest of an image, and for reports that cannot speak for it (all problems at once). */
export function composeStatement(evidence: Evidence): Statement {
  const { subject, facts, signer, now } = evidence;
  const { digest, digestKind } = subject;
  if (digestKind === "content") throw new InputError(`subject ${subject.name} holds several images; name one of them, such as docker-archive:PATH:NAME`);
  if (digest === null || (digestKind !== "manifest" && digestKind !== "config")) {
    throw new InputError(`subject ${subject.name} has neither a manifest nor a config to name it by; hand in a whole image`);
  }
  const taken = takeReports(evidence.reports, { subject, now });
  const checks = summariseChecks(taken);
  return toWellFormed({
    _type: STATEMENT_TYPE,
    subject: [{ name: subject.name, digest: { sha256: digest.sha256 } }],
    predicateType: COMPLIANCE_TYPE,
    predicate: {
      issuedAt: now.toISOString(),
      tool: { name: "pci-pipeline", version: evidence.tool.version },
      signer: { kind: signer.kind, hint: signer.hint },
      subject: { digestKind },
      source: facts.source,
      build: facts.build,
      factsFrom: [...facts.factsFrom],
      policy: evidence.policySha256 === undefined ? null : { sha256: evidence.policySha256 },
      verdict: deriveOverallVerdict(checks),
      checks,
      waivers: collectWaivers(taken),
      blindSpots: blindSpots.map((spot) => ({ ...spot })),
      catalogue: { standard: "PCI DSS v4.0.1", sha256: catalogueDigest },
      controls: assessControls(checks),
      deployment: { status: "not-run", reason: "this statement is made before any deployment" },
    },
  });
}

/** Names from hostile inputs may hold lone surrogates, which canonical JSON has no bytes for. */
function toWellFormed(statement: Statement): Statement {
  return JSON.parse(JSON.stringify(statement), (_, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value)) as Statement;
}
