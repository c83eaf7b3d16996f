// What the signer says when it has signed: for a terminal and, being Markdown too, for a step summary.
import type { CheckSummary } from "./predicate.ts";
import type { Statement } from "./statement.ts";

/** Where the outputs went, as the user named them. */
type Delivery = {
  readonly bundle: string;
  /** Null for keyless. */
  readonly publicKey: string | null;
  /** Image in a registry that the bundle was attached to. */
  readonly attached?: string | undefined;
  readonly notes?: readonly string[];
};

export function toReceipt(statement: Statement, delivery: Delivery): string {
  const { predicate, subject } = statement;
  const { bundle, publicKey, attached, notes = [] } = delivery;
  const digest = subject[0]?.digest.sha256 ?? "";
  return [
    `Signed what the checks say about sha256:${digest}: verdict ${predicate.verdict}.`,
    "",
    ...predicate.checks.map(toLine),
    "",
    `- bundle: ${bundle}`,
    ...(publicKey === null ? [] : [`- public key: ${publicKey}`]),
    `- signer: ${describeSigner(statement)}`,
    ...(attached === undefined ? [] : [`- attached to docker://${attached} as referrer of sha256:${digest}`]),
    ...notes.map((note) => `- note: ${note}`),
    ...(predicate.source.commit === null ? ["- source commit: not known; hand it in with a facts file"] : []),
    "",
    "Verify with any of these:",
    "",
    ...toCommands(statement, delivery).map((command) => `    ${command}`),
  ].join("\n");
}

function toCommands({ predicateType, predicate, subject }: Statement, { bundle, publicKey }: Delivery): string[] {
  const digest = subject[0]?.digest.sha256 ?? "";
  if (publicKey === null) {
    return [
      `pci-pipeline compliance-verify ${bundle} --trusted-root trusted_root.jsonl --identity IDENTITY --issuer https://token.actions.githubusercontent.com`,
      `gh attestation verify oci://IMAGE@sha256:${digest} --repo ${predicate.source.repository ?? "OWNER/NAME"} --bundle ${bundle} --predicate-type ${predicateType}`,
    ];
  }
  return [
    `pci-pipeline compliance-verify ${bundle} --key ${publicKey}`,
    `cosign verify-blob-attestation --key ${publicKey} --bundle ${bundle} --type ${predicateType} --insecure-ignore-tlog --digest ${digest} --digestAlg sha256`,
  ];
}

function toLine(check: CheckSummary): string {
  if (check.presence === "absent") return `- ${check.check}: absent, ${check.reason}`;
  const open = check.findings.filter((one) => one.disposition === "open").reduce((total, one) => total + one.count, 0);
  const gaps = check.gaps.filter((one) => one.disposition === "open").reduce((total, one) => total + one.count, 0);
  return `- ${check.check}: ${check.verdict}, open findings ${open}, open gaps ${gaps}, self-test ${check.selfTest.detected} of ${check.selfTest.planted}`;
}

function describeSigner({ predicate }: Statement): string {
  switch (predicate.signer.kind) {
    case "development":
      return "development key, made by this tool beside the build; it shows that nothing changed since, not who signed. Hand in a key of yours with --key";
    case "key-file":
      return "key from a file";
    case "environment":
      return "key from the environment";
    case "transit":
      return "key in the store's Transit engine, which it never leaves";
    case "keyless":
      return "the workflow's own identity, in a certificate";
    default:
      return predicate.signer.kind satisfies never;
  }
}
