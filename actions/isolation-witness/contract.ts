// What isolation-witness takes and gives.
import { choice, defineContract, optional, textWithDefault } from "../../src/runtime/index.ts";

export const contract = defineContract({
  name: "isolation-witness",
  title: "Isolation witness",
  description: "Record at run time what a job can reach of an environment: its identity, a canary, a login at the secret store",
  branding: { icon: "eye", color: "green" },
  inputs: {
    part: choice({ description: "build for a job that must not reach the environment, deploy for the one that shows that the means work", choices: ["build", "deploy"], default: "build" }),
    environment: textWithDefault("text", { description: "Environment that a build job must not reach", default: "prod" }),
    canary: optional("secret", { description: "A secret that exists in the environment only, passed by its name; empty elsewhere" }),
    "canary-name": optional("text", { description: "Name of that secret, such as PCI_ISOLATION_CANARY; without it no canary is looked at" }),
    "expected-workflow": optional("text", { description: "What the token's job_workflow_ref must be, as owner/name/.github/workflows/FILE, with @REF where it is fixed" }),
    "store-url": optional("text", { description: "Address of the Vault or OpenBao at which a login is tried" }),
    "store-namespace": optional("text", { description: "Namespace of the secret store" }),
    "store-mount": textWithDefault("text", { description: "Where its JWT method is mounted", default: "jwt" }),
    "store-role": optional("text", { description: "Production's role there" }),
    "store-ca": optional("path", { description: "PEM file with the store's certificate authority" }),
    audience: textWithDefault("text", { description: "Audience of the tokens that are asked for", default: "pci-pipeline" }),
  },
  outputs: {
    witness: { description: "What was seen, as one line of JSON for isolation-assert; holds no value of a secret" },
    reached: { description: "Whether a build job reaches the environment: true or false; the step fails then" },
  },
  permissions: {},
});
