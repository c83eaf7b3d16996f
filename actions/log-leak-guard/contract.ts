// What log-leak-guard takes and gives.
import { checkInputs, checkOutputs, defineContract, optional, required } from "../../src/runtime/index.ts";

export const contract = defineContract({
  name: "log-leak-guard",
  title: "Log leak guard",
  description: "Find credentials and card data in job logs, masked or not, whatever the disguise",
  branding: { icon: "file-text", color: "blue" },
  inputs: {
    log: required("path", { description: "Log file (plain or gzip), folder of logs, zip of a run's logs, or - for standard input", positional: true }),
    rules: optional("path", { description: "Rules of your own in the gitleaks TOML format, besides the built-in ones" }),
    ...checkInputs,
  },
  outputs: {
    digest: { description: "SHA-256 of what was read: of a file's bytes, else of the sorted list of the logs' digests and names" },
    ...checkOutputs,
  },
  permissions: {},
});
