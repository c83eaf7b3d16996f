// Inputs and outputs of pipeline-feedback.
import { choice, defineContract, flag, lines, required } from "../../src/runtime/index.ts";

export const contract = defineContract({
  name: "pipeline-feedback",
  title: "Pipeline feedback",
  description: "Says what the checks found where reviewers look: a check on the commit, one comment on the pull request, code scanning",
  branding: { icon: "message-square", color: "blue" },
  inputs: {
    report: lines({ description: "JSON reports of the checks", required: true, positional: true }),
    "github-token": required("secret", { description: "Token that may write what is wished for, such as github.token" }),
    comment: choice({ description: "Whether the pull request gets a comment, which is updated in place", choices: ["always", "on-failure", "never"], default: "never" }),
    status: choice({ description: "What is set on the commit, as pci-pipeline/<check>", choices: ["check-run", "commit-status", "never"], default: "never" }),
    sarif: flag({ description: "Whether findings go to code scanning" }),
  },
  outputs: {
    delivered: { description: "What was done, one a line" },
    refused: { description: "What could not be done, one a line" },
  },
  permissions: {
    "pull-requests": "write, for comment only", checks: "write, for status check-run only", statuses: "write, for status commit-status only",
    "security-events": "write, for sarif only",
  },
});
