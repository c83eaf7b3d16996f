// What log-leak-guard takes and gives.
import { checkInputs, checkOutputs, choice, defineContract, integer, lines, optional, textWithDefault } from "../../src/runtime/index.ts";

export const contract = defineContract({
  name: "log-leak-guard",
  title: "Log leak guard",
  description: "Find credentials and card data in job logs, masked or not, whatever the disguise",
  branding: { icon: "file-text", color: "blue" },
  inputs: {
    log: optional("path", { description: "Log file (plain or gzip), folder of logs, zip of a run's logs, or - for standard input", positional: true }),
    run: optional("text", { description: "Instead of a log: ID of the run whose finished jobs are read through GitHub's API" }),
    jobs: lines({ description: "With run: names or IDs of the jobs to read, default all but the guard's own and later ones" }),
    name: optional("text", { description: "With run: its repository as owner/name, default the workflow's own" }),
    "github-token": optional("secret", { description: "With run: token with actions: read, or env://NAME" }),
    known: optional("path", { description: "File of fingerprints by which known credentials are recognised, made by credential-fingerprint" }),
    "key-file": optional("path", { description: "With known: file with the key that the fingerprints were made with" }),
    "on-leak": choice({
      description: "With run, after a finding and once the report is saved: nothing (report), delete the run's logs (delete-logs), or also disable its workflow (quarantine)",
      choices: ["report", "delete-logs", "quarantine"], default: "report",
    }),
    "longest-line": integer({ description: "Bytes of a line above which something else than a runner wrote it: it is examined, and a gap", default: 1 << 24, min: 1 << 20, max: 1e12 }),
    rules: optional("path", { description: "Rules of your own in the gitleaks TOML format, besides the built-in ones" }),
    "gitleaks-ignore": textWithDefault("path", { description: "Accepted findings in the form of .gitleaksignore; each is shown", default: ".gitleaksignore" }),
    ...checkInputs,
  },
  outputs: {
    digest: { description: "SHA-256 of what was read: of a file's bytes, else of the sorted list of the logs' digests and names" },
    "leaked-names": { description: "JSON array of the names of known credentials that were found, to start their rotation with" },
    ...checkOutputs,
  },
  permissions: { actions: "to read the logs of a run; write only for on-leak" },
});
