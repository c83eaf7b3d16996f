// Inputs and outputs of compliance-attest.
import { sigstoreInstances } from "../../src/attestation/index.ts";
import { choice, defineContract, lines, optional, required, textWithDefault } from "../../src/runtime/index.ts";

export const contract = defineContract({
  name: "compliance-attest",
  title: "Compliance attest",
  description: "States what the checks found about an image, control by control, and signs it, whatever the verdict",
  branding: { icon: "feather", color: "blue" },
  inputs: {
    subject: required("path", { description: "Image that the reports are about: a path, or a transport such as oci: or docker-archive:" }),
    platform: optional("text", { description: "Platform of an image that has several, such as linux/amd64; without it the index is the subject" }),
    report: lines({ description: "JSON reports of image-secret-audit, log-leak-guard and isolation-assert; an absent one is stated as absent", required: true }),
    key: optional("text", { description: "Path of a P-256 private key in PEM, env://NAME, openbao://NAME (Transit), or keyless (the job's own identity); without one a development key is made" }),
    "fallback-key": optional("text", { description: "Key, in the same forms, for where keyless signing is not to be had: GitHub Enterprise Server, plans without an attestation store" }),
    sigstore: choice({ description: "Who certifies a keyless signature; auto takes the public log for public repositories only, GitHub's own authority else", choices: sigstoreInstances, default: "auto" }),
    token: optional("secret", { description: "Token that may write attestations; a keyless bundle is then put into the repository's attestation store" }),
    "timestamp-server": optional("text", { description: "URL of an RFC 3161 authority that stamps a key's signature; without it the signed time is the signer's own" }),
    attach: optional("text", { description: "docker://HOST/NAME where the subject lies or will lie: the bundle is attached to it there" }),
    "development-key": textWithDefault("path", { description: "Where the development key rests; keep it out of what you hand over", default: ".pci-pipeline/development-key.pem" }),
    bundle: required("path", { description: "File for the signed bundle (Sigstore bundle v0.3)" }),
    "public-key": optional("path", { description: "File for the public key, default evidence.pub beside the bundle; none is written for keyless" }),
    facts: optional("path", { description: "JSON or YAML file with source and build facts; without it the runner's environment is read" }),
    sbom: optional("path", { description: "Bill of materials of the image; its digest is stated" }),
    policy: optional("path", { description: "Policy in force; its digest is stated" }),
  },
  outputs: {
    "bundle-path": { description: "Path of the bundle" },
    "bundle-sha256": { description: "SHA-256 of the bundle, to compare after a hand-over between jobs" },
    "public-key-path": { description: "Path of the public key; empty for keyless" },
    "subject-digest": { description: "Digest that the statement is about, as sha256:<hex>" },
    "evidence-verdict": { description: "Verdict that was signed: pass, fail or inconclusive" },
    "signer-kind": { description: "key-file, environment, transit, keyless or development" },
    "attestation-id": { description: "Id in the repository's attestation store; empty where the bundle is not there" },
  },
  permissions: { "id-token": "write, for keyless signing only", attestations: "write, for the attestation store only" },
});
