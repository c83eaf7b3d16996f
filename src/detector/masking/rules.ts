// What reports say about masks and dumps in logs. The ids are anchors of the documentation and names in waivers.
import type { RuleInfo } from "../detector.ts";

/** 8.3.2: authentication factors unreadable in transit and storage; 8.6.2: none in scripts and configuration. */
const controls = ["8.3.2", "8.6.2"];

export const runnerMemoryDump: RuleInfo = {
  id: "runner-memory-dump",
  title: "Secrets copied out of the runner's memory",
  severity: "critical",
  controls: [...controls, "6.3.3"],
  remediation: "Treat every credential of this job as stolen and rotate it now. Find the step that printed the line, pin its action to a commit that you have reviewed, and delete the run's logs.",
};

export const secretsContextDump: RuleInfo = {
  id: "secrets-context-dump",
  title: "The whole secrets context was printed",
  severity: "critical",
  controls,
  remediation: "Rotate every secret that the job could read, masked or not: values with special characters escape the mask. Remove toJSON(secrets) and pass secrets one by one.",
};

export const maskCommandEcho: RuleInfo = {
  id: "mask-command-echo",
  title: "A value was printed in order to be masked",
  severity: "high",
  controls,
  remediation: "Rotate the value. Register it before anything prints it, from a program that the runner listens to: in a container's or a remote shell's output add-mask is only text. Escape line breaks as %0A.",
};

export const sensitiveVariable: RuleInfo = {
  id: "sensitive-variable",
  title: "A variable with a telling name was printed unmasked",
  severity: "high",
  controls,
  remediation: "Rotate the value if it is live. Don't print the environment (env, printenv, set -x); store the value as a secret so that the runner masks it.",
};

export const maskedInUrl: RuleInfo = {
  id: "masked-in-url",
  title: "A masked value stands inside a URL",
  severity: "medium",
  controls,
  remediation: "The mask held this time; encoded or cut off, the value would be in clear. Use a credential helper or a header from a file instead of user:password in the URL.",
};

export const maskedInHeader: RuleInfo = {
  id: "masked-in-header",
  title: "A masked value stands inside a printed header",
  severity: "medium",
  controls,
  remediation: "The mask held this time. Switch off the client's verbose output and read the header from a file.",
};

export const maskedInCommandLine: RuleInfo = {
  id: "masked-in-command-line",
  title: "A masked value was given on a command line",
  severity: "medium",
  controls,
  remediation: "The mask held this time, but the process list of the machine showed the value. Give it through the environment, standard input or a file.",
};

export const maskedInPart: RuleInfo = {
  id: "masked-in-part",
  title: "Only a part of a value was masked",
  severity: "high",
  controls,
  remediation: "Rotate the value: what stands beside the mask is the rest of it. It was printed encoded or joined with another one; register with add-mask what is really printed, or don't print it.",
};

export const overMasking: RuleInfo = {
  id: "over-masking",
  title: "Masks cut ordinary words",
  severity: "low",
  controls: ["8.3.2"],
  remediation: "A registered secret is very short or structured (JSON, PEM): its fragments are masked, its value may not be. Store one plain value per secret, and register structured ones field by field.",
};

export const commandsStopped: RuleInfo = {
  id: "commands-stopped",
  title: "Workflow commands were stopped and never resumed",
  severity: "medium",
  controls: ["8.3.2"],
  remediation: "From this line on add-mask had no effect. Print ::TOKEN:: of the same stop-commands in the same step, also when it fails.",
};

export const debugLogging: RuleInfo = {
  id: "debug-logging",
  title: "Debug logging was switched on",
  severity: "low",
  controls: ["8.3.2"],
  remediation: "Debug output prints inputs and environments. Remove ACTIONS_STEP_DEBUG and ACTIONS_RUNNER_DEBUG once the search is over, and delete the logs.",
};

/** Rules that one look at some bytes decides. */
export const contentRules: readonly RuleInfo[] = [
  runnerMemoryDump, secretsContextDump, maskCommandEcho, sensitiveVariable,
  maskedInUrl, maskedInHeader, maskedInCommandLine, maskedInPart,
];

/** Rules that need a whole log. */
export const logRules: readonly RuleInfo[] = [overMasking, commandsStopped, debugLogging];
