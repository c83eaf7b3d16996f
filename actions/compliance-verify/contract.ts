// Inputs and outputs of compliance-verify.
import { checkInputs, checkOutputs, defineContract, lines, optional, required } from "../../src/runtime/index.ts";

// No fail-on, waivers or baseline: evidence holds or it does not, and what a gate tolerates stands in its policy.
const { format, output, "report-dir": reportDir } = checkInputs;

export const contract = defineContract({
  name: "compliance-verify",
  title: "Compliance verify",
  description: "Verifies a compliance bundle against pinned keys or an identity, the image and a policy; the gate before publishing and deploying",
  branding: { icon: "check-circle", color: "green" },
  inputs: {
    bundle: required("path", { description: "Bundle that compliance-attest wrote, or docker://HOST/NAME where it is attached to the image", positional: true }),
    key: optional("text", { description: "File with the public key in PEM, or with a key ring (JSON or YAML) that has validity windows" }),
    "trusted-root": optional("path", { description: "Sigstore trusted root (JSON, or one a line): holds certificates, log entries and timestamps against it, offline" }),
    identity: optional("text", { description: "Identity that must have signed keyless, as the certificate has it; may end with * after its @" }),
    issuer: optional("text", { description: "Issuer of that identity, such as https://token.actions.githubusercontent.com" }),
    image: optional("path", { description: "Image that the statement must be about: a path, or a transport such as oci: or docker-archive:", requiredAt: "action" }),
    platform: optional("text", { description: "Platform of an image that has several, such as linux/amd64" }),
    running: lines({ description: "Image that runs, as a pod's imageID (…@sha256:…) or a digest; each must be the subject" }),
    report: lines({ description: "Reports to compare with the digests that the statement names" }),
    compliance: optional("path", { description: "For a deployment bundle: the compliance bundle that it names" }),
    policy: optional("path", { description: "Policy file; without it verdict pass and all checks of the pipeline passed are asked for" }),
    format, output, "report-dir": reportDir,
  },
  outputs: {
    ...checkOutputs,
    "subject-digest": { description: "Digest that the statement is about, as sha256:<hex>; empty where the signature does not hold" },
    "evidence-verdict": { description: "Verdict that was signed; empty where the signature does not hold" },
    "signer-kind": { description: "Kind of key that signed; empty where the signature does not hold" },
  },
  permissions: {},
});
