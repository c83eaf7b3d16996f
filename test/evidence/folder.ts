// A run's evidence folder, fabricated: reports that went through the real judgement, a bundle that is really signed, the page made of both.
import { generateKeyPairSync } from "node:crypto";
import { signPayload } from "../../src/attestation/signing/bundle.ts";
import { openKeySigner } from "../../src/attestation/signing/signer.ts";
import { toCanonicalBytes } from "../../src/attestation/statement/statement.ts";
import { collectFacts, composeStatement, signStatement, type EvidenceFile, type Statement } from "../../src/attestation/index.ts";
import { composeReport, Ledger, type Check, type Examination, type Report, type ReportSubject } from "../../src/finding/index.ts";
import { toHtml, toJson } from "../../src/report/index.ts";
import { graphFact, imagesFact } from "../../src/report/testing/reports.ts";

export type MadeEvidence = {
  readonly files: ReadonlyMap<string, string>;
  readonly statement: Statement;
  /** Names of files. */
  readonly bundle: string;
  readonly reports: readonly string[];
  /** Of the image's manifest, in hex. */
  readonly sha256: string;
  /** Public keys of others: P-256, and another kind. */
  readonly stranger: string;
  readonly foreignKind: string;
  readonly text: (name: string) => string;
  /** A bundle of any text, signed with the folder's own key. */
  readonly sign: (payload: string) => Promise<string>;
  readonly canonical: (value: unknown) => string;
};

const now = new Date("2026-11-20T10:00:42.000Z");
const commit = "7d1c0a52e4f36b98a1d40c5e2f7b8a9960314de2";

export async function makeEvidence(): Promise<MadeEvidence> {
  const sha256 = "4f2a9c".repeat(11).slice(0, 64);
  const subject: ReportSubject = { name: "registry.example/payments-gateway:1.4.2", digest: { sha256 }, digestKind: "manifest" };
  const signer = openKeySigner(makePem("private"), { kind: "key-file", origin: "test" });
  const made: Report[] = [
    report("image-secret-audit", { subject, facts: { images: imagesFact() } }),
    report("log-leak-guard", {}),
    report("isolation-assert", { facts: { graph: graphFact(12, false) }, assumptions: [{ id: "branches", statement: "Only reviewed commits reach the default branch.", verified: false, source: "the code host's branch rules" }] }),
  ];
  const reports: EvidenceFile[] = made.map((one) => ({ name: `${one.check}.json`, bytes: Buffer.from(toJson(one)) }));
  const environment: Record<string, string> = {
    GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "example/payments-gateway", GITHUB_SHA: commit, GITHUB_REF: "refs/tags/v1.4.2", GITHUB_SERVER_URL: "https://github.com",
    GITHUB_WORKFLOW_REF: "example/payments-gateway/.github/workflows/release.yml@refs/tags/v1.4.2", GITHUB_WORKFLOW_SHA: commit, GITHUB_RUN_ID: "9184417203", RUNNER_ENVIRONMENT: "github-hosted",
  };
  const statement = composeStatement({ subject, reports, signer, now, tool: { version: "0.1.0" }, facts: collectFacts((name) => environment[name]) });
  const bundle = await signStatement(statement, signer);
  const files = new Map([
    ["attestation.sigstore.json", bundle], ["evidence.pub", signer.publicKeyPem], ["report.html", toPage(statement, { reports: made, bundle })],
    ...reports.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("utf8")] as const),
  ]);
  return {
    files, statement, sha256, bundle: "attestation.sigstore.json", reports: reports.map(({ name }) => name),
    stranger: makePem("public"), foreignKind: generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }).toString(),
    text: (name) => files.get(name) ?? "",
    sign: (payload) => signPayload({ payload: Buffer.from(payload), payloadType: "application/vnd.in-toto+json" }, signer),
    canonical: (value) => Buffer.from(toCanonicalBytes(value)).toString("utf8"),
  };
}

function makePem(half: "private" | "public"): string {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return half === "private" ? privateKey.export({ type: "pkcs8", format: "pem" }).toString() : publicKey.export({ type: "spki", format: "pem" }).toString();
}

function report(check: Check, more: Partial<Examination>): Report {
  const ledger = new Ledger();
  for (const [unit, count] of check === "image-secret-audit" ? ([["layers", 5], ["files", 3214], ["bytes", 132_400_000]] as const) : ([["files", 4], ["bytes", 48_200]] as const)) {
    ledger.saw(unit, count);
    ledger.examined(unit, count);
  }
  const tool = { name: "pci-pipeline", version: "0.1.0", rules: { count: 150, sha256: "ab".repeat(32) } } as const;
  return composeReport({
    check, subject: { name: check === "log-leak-guard" ? "logs" : ".", digest: null, digestKind: null }, tool, startedAt: new Date(now.getTime() - 42_000), ledger,
    findings: [], gaps: [], selfTest: { planted: 24, detected: 24, missed: [] }, ...more,
  }, { failOn: "medium", waivers: [], baseline: new Set(), now });
}

function toPage(statement: Statement, { reports, bundle }: { reports: readonly Report[]; bundle: string }): string {
  const { predicate, predicateType } = statement;
  return toHtml({
    title: "Evidence for payments-gateway 1.4.2", reports, bundleJson: bundle, signer: predicate.signer, controls: predicate.controls, blindSpots: predicate.blindSpots,
    run: { stages: [["build", 6.1], ["image-secret-audit", 3.4], ["log-leak-guard", 0.3], ["isolation-assert", 0.5], ["compliance-attest", 0.1], ["compliance-verify", 0.2]].map(([name, seconds]) => ({ name: String(name), verdict: "pass" as const, seconds: Number(seconds), note: "" })) },
    statement: {
      predicateType, subject: { name: statement.subject[0]?.name ?? "", sha256: statement.subject[0]?.digest.sha256 ?? "" }, issuedAt: predicate.issuedAt,
      facts: [{ name: "repository", value: predicate.source.repository }, { name: "commit", value: predicate.source.commit }, { name: "runner", value: predicate.build.runner }],
    },
    commands: ["pci-pipeline compliance-verify attestation.sigstore.json --key evidence.pub --image IMAGE"],
  });
}
