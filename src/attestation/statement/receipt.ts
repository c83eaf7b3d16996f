// What the signer says when it has signed: for a terminal and, being Markdown too, for a step summary.
import type { CheckSummary } from "./predicate.ts";
import type { Statement } from "./statement.ts";

/** Where the outputs went, as the user named them. */
type Delivery = { readonly bundle: string; readonly publicKey: string };

export function toReceipt(statement: Statement, { bundle, publicKey }: Delivery): string {
  const { predicate, subject } = statement;
  const digest = subject[0]?.digest.sha256 ?? "";
  return [
    `Signed what the checks say about sha256:${digest}: verdict ${predicate.verdict}.`,
    "",
    ...predicate.checks.map(toLine),
    "",
    `- bundle: ${bundle}`,
    `- public key: ${publicKey}`,
    `- signer: ${describeSigner(statement)}`,
    ...(predicate.source.commit === null ? ["- source commit: not known; hand it in with a facts file"] : []),
    "",
    "Verify with any of these:",
    "",
    `    pci-pipeline compliance-verify ${bundle} --key ${publicKey}`,
    `    cosign verify-blob-attestation --key ${publicKey} --bundle ${bundle} --type ${statement.predicateType} --insecure-ignore-tlog --digest ${digest} --digestAlg sha256`,
  ].join("\n");
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
    default:
      return predicate.signer.kind satisfies never;
  }
}
