// Inputs and outputs of attested-rollout.
import { checkInputs, checkOutputs, choice, defineContract, optional, required, textWithDefault } from "../../src/runtime/index.ts";

// No waivers or baseline: what a cluster runs is the attested image or it is not.
const { "fail-on": failOn, "report-dir": reportDir } = checkInputs;

export const contract = defineContract({
  name: "attested-rollout",
  title: "Attested rollout",
  description: "Brings exactly the attested image into a cluster, counts what the change costs, takes back what fails, and signs what runs afterwards",
  branding: { icon: "truck", color: "green" },
  inputs: {
    image: required("path", { description: "Folder with the image's OCI layout: an unpacked OCI archive is one", positional: true }),
    bundle: required("path", { description: "File of the compliance bundle about this image, which the gate has verified" }),
    target: required("path", { description: "YAML file that says where it goes, in the form of deploy.cluster in pci-pipeline.yml; its paths start at the file" }),
    context: optional("text", { description: "kubectl context instead of the file's" }),
    import: choice({ description: "Whether the image is put into the nodes of a k3d cluster first; as-target takes the file's word", choices: ["as-target", "k3d", "none"], default: "as-target" }),
    key: optional("text", { description: "P-256 private key that signs the deployment statement: path of a PEM file, or env://NAME; without one a development key is made" }),
    "development-key": textWithDefault("path", { description: "Where the development key rests; keep it out of what you hand over", default: ".pci-pipeline/development-key.pem" }),
    "deployment-bundle": textWithDefault("path", { description: "File for the signed deployment statement", default: "deployment.sigstore.json" }),
    "public-key": optional("path", { description: "File for the public key, default deployment.pub beside the deployment bundle" }),
    "fail-on": failOn, "report-dir": reportDir,
  },
  outputs: {
    ...checkOutputs,
    "bundle-path": { description: "Path of the deployment bundle" },
    "bundle-sha256": { description: "SHA-256 of the deployment bundle" },
    outcome: { description: "completed, failed or not-started" },
    "rolled-back": { description: "not-needed, done, failed or nothing-to-return-to" },
  },
  permissions: {},
});
