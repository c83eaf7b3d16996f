// Inputs and outputs of compliance-attest.
import { defineContract, lines, optional, required, textWithDefault } from "../../src/runtime/index.ts";

export const contract = defineContract({
  name: "compliance-attest",
  title: "Compliance attest",
  description: "States what the checks found about an image, control by control, and signs it, whatever the verdict",
  branding: { icon: "feather", color: "blue" },
  inputs: {
    subject: required("path", { description: "Image that the reports are about: a path, or a transport such as oci: or docker-archive:" }),
    report: lines({ description: "JSON reports of image-secret-audit, log-leak-guard and isolation-assert; an absent one is stated as absent", required: true }),
    key: optional("text", { description: "P-256 private key: path of a PEM file, or env://NAME; without one a development key is made" }),
    "development-key": textWithDefault("path", { description: "Where the development key rests; keep it out of what you hand over", default: ".pci-pipeline/development-key.pem" }),
    bundle: required("path", { description: "File for the signed bundle (Sigstore bundle v0.3)" }),
    "public-key": optional("path", { description: "File for the public key, default evidence.pub beside the bundle" }),
    facts: optional("path", { description: "JSON or YAML file with source and build facts; without it the runner's environment is read" }),
    policy: optional("path", { description: "Policy in force; its digest is stated" }),
  },
  outputs: {
    "bundle-path": { description: "Path of the bundle" },
    "bundle-sha256": { description: "SHA-256 of the bundle, to compare after a hand-over between jobs" },
    "public-key-path": { description: "Path of the public key" },
    "subject-digest": { description: "Digest that the statement is about, as sha256:<hex>" },
    "evidence-verdict": { description: "Verdict that was signed: pass, fail or inconclusive" },
    "signer-kind": { description: "key-file, environment or development" },
  },
  permissions: {},
});
