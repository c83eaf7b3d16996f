// What isolation-assert takes and gives.
import { checkInputs, checkOutputs, defineContract, lines, optional, required, textWithDefault } from "../../src/runtime/index.ts";

export const contract = defineContract({
  name: "isolation-assert",
  title: "Isolation assert",
  description: "Prove that no job outside the allowed ones can reach an environment, its secrets or its identity",
  branding: { icon: "shield", color: "green" },
  inputs: {
    repo: textWithDefault("path", { description: "Folder with .github/workflows, or with workflow files in it", default: ".", positional: true }),
    environment: required("text", { description: "Environment to prove the isolation of, such as prod" }),
    "allow-job": lines({
      description: "Jobs that may enter it, as FILE:JOB with FILE in .github/workflows, or as a caller writes it (owner/name/.github/workflows/FILE@REF:JOB)",
    }),
    repository: lines({ description: "Checkouts of other repositories whose workflows are called, as owner/name@ref=PATH" }),
    trust: lines({ description: "JSON files with what production trusts: AWS IAM trust policies, Vault or OpenBao JWT roles, Google workload identity providers, Azure federated credentials" }),
    name: optional("text", { description: "The repository as owner/name, which identities are judged by; in a workflow its own" }),
    "github-token": optional("secret", {
      description: "Token that GitHub is asked with about the environment's protection, the subjects of identities and called workflows (actions: read, contents: read), or env://NAME; nothing is asked without it",
    }),
    "admin-token": optional("secret", { description: "Token that may also list secret names (fine-grained: Environments and Secrets, read), or env://NAME" }),
    witness: lines({ description: "What isolation-witness recorded in the build job and in the deploy job of this run, one line of JSON each" }),
    ...checkInputs,
  },
  outputs: { ...checkOutputs },
  permissions: { contents: "to check out the workflow files", actions: "to read the environment's protection rules, only with github-token" },
});
