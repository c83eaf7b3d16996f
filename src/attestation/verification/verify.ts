// Verifies a bundle without trusting anything in it before its signature holds. Pure over bytes and a clock.
import { holds, type ReportSubject } from "../../finding/index.ts";
import { CLOCK_TOLERANCE_MS, hashBytes, type EvidenceFile } from "../statement/intake.ts";
import {
  COMPLIANCE_TYPE, STATEMENT_TYPE, statementSchema, toCanonicalBytes, type Statement,
} from "../statement/statement.ts";
import { findContradictions } from "./judgement/consistency.ts";
import { findClaimProblems } from "./signature/claim.ts";
import { readEnvelope } from "./envelope.ts";
import { findKeyProblems } from "./key-ring.ts";
import { judgePolicy, type Policy } from "./judgement/policy.ts";
import { checkSignature, type SignatureCheck, type Trust } from "./signature/check.ts";
import { toStep, type Problem, type Step, type Verification } from "./step.ts";

export type EvidenceInputs = Trust & {
  /** The bundle file as it lies on disk. */
  readonly bundle: Uint8Array;
  readonly policy: Policy;
  readonly now: Date;
  /** What the image itself says it is; absent when nobody asked for the comparison. */
  readonly image?: ReportSubject | undefined;
  /** SHA-256 digests, in hex, of the images that run; absent when nobody asked. */
  readonly running?: readonly string[] | undefined;
  readonly reports?: readonly EvidenceFile[];
};

/**
 * Takes every step that can be taken, in order. After a signature that does not hold, the payload is not read.
 * @throws InputError where the bytes are no bundle at all.
 */
export function verifyEvidence(inputs: EvidenceInputs): Verification {
  const envelope = readEnvelope(inputs.bundle);
  if ("broken" in envelope) return stopBeforePayload([toStep("bundle-form", "", [{ detail: `the bundle breaks the format at ${envelope.broken}`, pointer: "" }])]);
  const form = toStep("bundle-form", "a Sigstore bundle v0.3 with one DSSE envelope and a key hint or a certificate", []);
  const { steps, unverifiable, signer } = checkSignature(envelope, inputs);
  if (signer === undefined) return stopBeforePayload([form, ...steps]);
  const opened = openPayload(envelope.payload);
  const verification = { steps: [form, ...steps, ...opened.steps], unverifiable, notAsked: [], proof: signer.proof };
  if (opened.statement === undefined) return verification;
  return judgeStatement(opened.statement, { inputs, hint: envelope.hint, signer, verification });
}

function stopBeforePayload(steps: readonly Step[]): Verification {
  return { steps, unverifiable: [], notAsked: [{ name: "statement", reason: "not read: without a valid signature nothing in it can be believed" }] };
}

function openPayload(payload: Uint8Array): { steps: Step[]; statement?: Statement } {
  const document = parseCanonical(payload);
  const canonical = toStep("canonical-form", "RFC 8785 canonical JSON", document === undefined ? [{ detail: "the payload is not canonical JSON", pointer: "" }] : []);
  if (document === undefined) return { steps: [canonical] };
  const types = [
    toStep("statement-type", STATEMENT_TYPE, document["_type"] === STATEMENT_TYPE ? [] : [{ detail: `the statement type is not ${STATEMENT_TYPE}`, pointer: "/_type" }]),
    toStep("predicate-type", COMPLIANCE_TYPE, document["predicateType"] === COMPLIANCE_TYPE ? []
      : [{ detail: `the predicate type is not ${COMPLIANCE_TYPE}`, pointer: "/predicateType" }]),
  ];
  if (types.some((step) => !step.ok)) return { steps: [canonical, ...types] };
  const parsed = statementSchema.safeParse(document);
  const problems = parsed.success ? [] : parsed.error.issues.slice(0, 20).map((issue) => ({
    detail: issue.code === "unrecognized_keys" ? "a field is not known to the schema" : "a field does not follow the schema",
    pointer: issue.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
  }));
  const steps = [canonical, ...types, toStep("schema", "follows the compliance schema strictly", problems)];
  return parsed.success ? { steps, statement: parsed.data } : { steps };
}

/** Canonical form also rules out doubled keys, of which two readers may see different ones. */
export function parseCanonical(payload: Uint8Array): { readonly [key: string]: unknown } | undefined {
  try {
    const document: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload));
    if (typeof document !== "object" || document === null || Array.isArray(document)) return undefined;
    return Buffer.from(toCanonicalBytes(document)).equals(payload) ? (document as { readonly [key: string]: unknown }) : undefined;
  } catch {
    return undefined;
  }
}

type Context = { readonly inputs: EvidenceInputs; readonly hint: string | null; readonly signer: NonNullable<SignatureCheck["signer"]>; readonly verification: Verification };

function judgeStatement(statement: Statement, { inputs, hint, signer, verification }: Context): Verification {
  const { policy, now, image, running, reports } = inputs;
  const { key, proof } = signer;
  const subject = compareSubject(statement, image);
  const listed = statement.predicate.checks.filter((check) => check.presence === "reported").length;
  const steps = [
    toStep("consistency", "everything that follows from something else does", [...findContradictions(statement, hint), ...findClaimProblems(statement, proof.certificate?.claims ?? {})]),
    ...(key ? [toStep("key-valid", `the key ${key.id} was valid at the signed time`, findKeyProblems(key, [new Date(statement.predicate.issuedAt), ...proof.times]))] : []),
    toStep("signed-time", "neither in the future nor before the checks ended", [...findTimeProblems(statement, now), ...findProofTimeProblems(statement, proof.times)]),
    ...(subject.problems ? [toStep("subject", "the image's digest is the subject's", subject.problems)] : []),
    ...(running ? [toStep("running", `${running.length} running images are the subject`, findRunningProblems(statement, running))] : []),
    ...(reports ? [toStep("reports", `${reports.length} reports are those that the statement names`, findReportProblems(statement, reports))] : []),
    toStep("waivers", `${statement.predicate.waivers.length} waivers in force`, findExpiredWaivers(statement, now)),
    ...judgePolicy(statement, policy, now),
  ];
  const unread = listed - (reports?.length ?? 0);
  return {
    statement, proof,
    steps: [...verification.steps, ...steps],
    unverifiable: [...verification.unverifiable, ...subject.unverifiable],
    notAsked: [
      ...(image === undefined ? [{ name: "subject", reason: "no image was handed in to compare the subject with" }] : []),
      ...(unread > 0 ? [{ name: "reports", reason: `${unread} of ${listed} reports that the statement names were not handed in` }] : []),
    ],
  };
}

function compareSubject(statement: Statement, image: ReportSubject | undefined): { problems?: Problem[]; unverifiable: Problem[] } {
  if (image === undefined) return { unverifiable: [] };
  const pointer = "/subject/0/digest/sha256";
  const { digestKind } = statement.predicate.subject;
  if (image.digest === null) return { unverifiable: [{ detail: "the image has no digest to compare the subject with", pointer }] };
  if (image.digestKind !== digestKind) {
    const detail = `the statement names the image's ${digestKind}, which this form of the image does not show; hand in the form that was attested`;
    return { unverifiable: [{ detail, pointer }] };
  }
  const same = image.digest.sha256 === statement.subject[0]?.digest.sha256;
  return { problems: same ? [] : [{ detail: "the statement is about another image", pointer }], unverifiable: [] };
}

function findTimeProblems({ predicate }: Statement, now: Date): Problem[] {
  const signedAt = Date.parse(predicate.issuedAt);
  const late = predicate.checks.findIndex((check) => check.presence === "reported" && Date.parse(check.finishedAt) > signedAt + CLOCK_TOLERANCE_MS);
  return [
    ...(signedAt > now.getTime() + CLOCK_TOLERANCE_MS ? [{ detail: "signed in the future", pointer: "/predicate/issuedAt" }] : []),
    ...(late >= 0 ? [{ detail: "signed before a check had ended", pointer: `/predicate/checks/${late}/finishedAt` }] : []),
  ];
}

/** Who vouches for the time has seen the signature, so the stated time can differ by no more than two clocks do. */
function findProofTimeProblems({ predicate }: Statement, times: readonly Date[]): Problem[] {
  const apart = times.some((time) => Math.abs(time.getTime() - Date.parse(predicate.issuedAt)) > CLOCK_TOLERANCE_MS);
  return apart ? [{ detail: "the stated time is not the one that a third party vouches for", pointer: "/predicate/issuedAt" }] : [];
}

function findRunningProblems(statement: Statement, running: readonly string[]): Problem[] {
  const pointer = "/subject/0/digest/sha256";
  if (statement.predicate.subject.digestKind !== "manifest") return [{ detail: "the statement names the image's config, and what runs is named by its manifest", pointer, unshown: true }];
  const other = running.filter((digest) => digest !== statement.subject[0]?.digest.sha256).length;
  return other === 0 ? [] : [{ detail: `${other} of ${running.length} running images are not the subject`, pointer }];
}

function findReportProblems({ predicate }: Statement, reports: readonly EvidenceFile[]): Problem[] {
  const named = new Set(predicate.checks.flatMap((check) => (check.presence === "reported" ? [check.report.sha256] : [])));
  return reports.flatMap((report, index) => (named.has(hashBytes(report.bytes)) ? []
    : [{ detail: `report ${index + 1} of those handed in is not one that the statement names`, pointer: "/predicate/checks" }]));
}

function findExpiredWaivers({ predicate }: Statement, now: Date): Problem[] {
  return predicate.waivers.flatMap(({ waiver }, index) => (holds(waiver, now) ? []
    : [{ detail: `waiver ${index + 1} ended on ${waiver.until}`, pointer: `/predicate/waivers/${index}/waiver/until` }]));
}
