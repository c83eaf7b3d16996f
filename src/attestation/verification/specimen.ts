// A statement of our own making with a key of its own: what the verifier proves itself on before it judges anybody else's.
import { generateKeyPairSync } from "node:crypto";
import { composeReport, Ledger, type Check, type Report, type ReportSubject } from "../../finding/index.ts";
import { signPayload, signStatement } from "../signing/bundle.ts";
import { openKeySigner, type Signer } from "../signing/signer.ts";
import { composeStatement } from "../statement/compose.ts";
import { collectFacts } from "../statement/fact.ts";
import { hashBytes, type EvidenceFile } from "../statement/intake.ts";
import { pipelineChecks } from "../statement/predicate.ts";
import { PAYLOAD_TYPE, toCanonicalBytes, type Statement } from "../statement/statement.ts";
import { pinPublicKey } from "./key-ring.ts";
import { defaultPolicy } from "./judgement/policy.ts";
import type { EvidenceInputs } from "./verify.ts";

export type Specimen = {
  readonly statement: Statement;
  readonly signer: Signer;
  /** Accepted as they are: the positive control. */
  readonly inputs: EvidenceInputs;
  /** The same inputs with a payload that was edited and signed again with the specimen's own key. */
  resign(edit: (statement: Statement) => unknown): Promise<EvidenceInputs>;
  /** The same inputs with these bytes signed. */
  signBytes(payload: Uint8Array, payloadType?: string): Promise<EvidenceInputs>;
};

export async function makeSpecimen(now: Date): Promise<Specimen> {
  const signer = makeSigner();
  const image: ReportSubject = { name: "specimen", digest: { sha256: hashBytes(Buffer.from("specimen")) }, digestKind: "manifest" };
  const reports = pipelineChecks.map((check) => toReportFile(makeReport(check, image, now)));
  const statement = composeStatement({ subject: image, reports, facts: collectFacts(() => undefined), signer, tool: { version: "0.0.0" }, now });
  const bundle = Buffer.from(await signStatement(statement, signer));
  const inputs: EvidenceInputs = { bundle, keys: [pinPublicKey(signer.publicKeyPem)], policy: defaultPolicy, now, image, reports };
  const signBytes = async (payload: Uint8Array, payloadType = PAYLOAD_TYPE) =>
    ({ ...inputs, bundle: Buffer.from(await signPayload({ payload, payloadType }, signer)) });
  return {
    statement, signer, inputs, signBytes,
    resign: (edit) => {
      const copy = structuredClone(statement);
      edit(copy);
      return signBytes(toCanonicalBytes(copy));
    },
  };
}

/** A throw-away P-256 signer that nobody else holds. */
export function makeSigner(): Signer {
  const pem = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return openKeySigner(pem, { kind: "development", origin: "specimen" });
}

/** A passing report of a check. */
export function makeReport(check: Check, subject: ReportSubject, now: Date): Report {
  const ledger = new Ledger();
  ledger.saw("files", 1);
  ledger.examined("files", 1);
  const tool = { name: "pci-pipeline", version: "0.0.0", rules: { count: 1, sha256: hashBytes(Buffer.from(check)) } } as const;
  const own: ReportSubject = check === "image-secret-audit" ? subject : { name: check, digest: null, digestKind: null };
  const examination = { check, subject: own, tool, startedAt: now, ledger, findings: [], gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } };
  return composeReport(examination, { failOn: "medium", waivers: [], baseline: new Set(), now });
}

export function toReportFile(report: Report): EvidenceFile {
  return { name: `${report.check}.json`, bytes: Buffer.from(JSON.stringify(report)) };
}
