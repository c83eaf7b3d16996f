// From a rollout's report and record to the signed deployment statement. Pure but for the signer: the clock comes in.
import { createHash } from "node:crypto";
import type { Report } from "../../finding/index.ts";
import { catalogueDigest } from "../control/catalogue.ts";
import { signPayload } from "../signing/bundle.ts";
import type { Signer } from "../signing/signer.ts";
import type { EvidenceFile } from "../statement/intake.ts";
import { PAYLOAD_TYPE, STATEMENT_TYPE, toCanonicalBytes } from "../statement/statement.ts";
import { assessDeployment } from "./assess.ts";
import { DEPLOYMENT_TYPE, type DeploymentPredicate, type DeploymentStatement } from "./predicate.ts";

export type DeploymentEvidence = {
  /** The attested image's manifest. */
  readonly subject: { readonly name: string; readonly sha256: string };
  readonly compliance: EvidenceFile;
  readonly report: { readonly file: EvidenceFile; readonly content: Report };
  readonly record: Pick<DeploymentPredicate, "cluster" | "workload" | "pods" | "measurement"> & { readonly rollout: Omit<DeploymentPredicate["rollout"], "startedAt" | "finishedAt"> };
  /** Null where nobody said. */
  readonly startedBy: string | null;
  readonly signer: Pick<Signer, "kind" | "hint">;
  readonly tool: { readonly version: string };
  readonly now: Date;
};

export function composeDeployment(evidence: DeploymentEvidence): DeploymentStatement {
  const { subject, compliance, report: { file, content }, record, signer, now } = evidence;
  const rollout = { startedAt: content.startedAt, finishedAt: content.finishedAt, ...record.rollout };
  const openFindings = countOpen(content);
  return {
    _type: STATEMENT_TYPE,
    subject: [{ name: subject.name, digest: { sha256: subject.sha256 } }],
    predicateType: DEPLOYMENT_TYPE,
    predicate: {
      issuedAt: now.toISOString(),
      tool: { name: "pci-pipeline", version: evidence.tool.version },
      signer: { kind: signer.kind, hint: signer.hint },
      compliance: nameFile(compliance),
      cluster: record.cluster, workload: record.workload, rollout, measurement: record.measurement, pods: record.pods,
      approval: { startedBy: evidence.startedBy, approvedBy: null },
      verdict: content.verdict, openFindings,
      openGaps: content.coverage.gaps.filter((gap) => gap.disposition === "open").length,
      selfTest: content.selfTest, assumptions: content.assumptions,
      report: nameFile(file),
      catalogue: { standard: "PCI DSS v4.0.1", sha256: catalogueDigest },
      controls: assessDeployment({ rollout, verdict: content.verdict, openFindings }),
    },
  };
}

/** The bundle file's text. */
export function signDeployment(statement: DeploymentStatement, signer: Signer): Promise<string> {
  return signPayload({ payload: toCanonicalBytes(statement), payloadType: PAYLOAD_TYPE }, signer);
}

function nameFile({ name, bytes }: EvidenceFile): { name: string; sha256: string } {
  return { name, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function countOpen({ findings }: Report): DeploymentPredicate["openFindings"] {
  const open = findings.filter((finding) => finding.disposition === "open");
  return [...Map.groupBy(open, (finding) => finding.ruleId)].sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ruleId, same]) => ({ ruleId, requirements: [...new Set(same.flatMap((finding) => finding.controls))].sort(), count: same.length }));
}
