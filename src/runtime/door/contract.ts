// What a door takes and gives: the single source of action.yml, README tables, types and parsing.
import type * as z from "zod";
import type { Report, Verdict } from "../../finding/index.ts";
import { choice, optional, type Input } from "./input.ts";

export type Contract = {
  /** The action's folder and the command's name. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** https://feathericons.com name and one of GitHub's colours, for the marketplace. */
  readonly branding: { readonly icon: string; readonly color: "blue" | "green" | "orange" | "purple" | "red" | "yellow" };
  readonly inputs: { readonly [name: string]: Input };
  readonly outputs: { readonly [name: string]: { readonly description: string } };
  /** Permissions of the job that uses the action, each with its reason. */
  readonly permissions: { readonly [scope: string]: string };
};

export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}

export type Inputs<C extends Contract> = { readonly [K in keyof C["inputs"]]: z.output<C["inputs"][K]["schema"]> };

/** What a main may touch of the outside; everything else comes through the rooms it calls. */
export type World = {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  now(): Date;
  /** One line on what is being done, for people; never on stdout. */
  progress(line: string): void;
  readonly signal: AbortSignal;
  readonly stdin: AsyncIterable<Uint8Array>;
  environment(name: string): string | undefined;
};

/** What a main returns. A check has a report, whose verdict decides the exit code; compliance-attest has none. */
export type Outcome<C extends Contract = Contract> = {
  readonly report?: Report;
  readonly verdict: Verdict;
  /** The door's own outputs; those of every check are set by the runtime from the report. */
  readonly outputs: { readonly [K in Exclude<keyof C["outputs"], keyof typeof checkOutputs>]: string };
  /** What a door without a report says on the terminal and in the step summary. */
  readonly message?: string;
  /** What could not be done and does not change the verdict; an annotation each on a runner. */
  readonly warnings?: readonly string[];
  /** What is done once the report is written, and never if it could not be; resolves to one sentence for people. */
  readonly afterSaving?: () => Promise<string>;
};

export type Main<C extends Contract> = (inputs: Inputs<C>, world: World) => Promise<Outcome<C>>;

/** Inputs that every check has. */
export const checkInputs = {
  "fail-on": choice({ description: "Least severity that makes the verdict fail", choices: ["critical", "high", "medium", "low"], default: "medium" }),
  waivers: optional("path", { description: "File of accepted findings and gaps, each with owner, reason and last day" }),
  baseline: optional("path", { description: "Earlier JSON report; findings that it holds are shown but not open" }),
  format: choice({ description: "What is printed or written to the output file", choices: ["text", "json", "sarif"], default: "text", only: "command" }),
  output: optional("path", { description: "File for the report instead of standard output", only: "command" }),
  "report-dir": optional("path", { description: "Folder for the JSON and SARIF reports, default pci-pipeline-reports", only: "action" }),
} as const;

/** Outputs that every check has. */
export const checkOutputs = {
  verdict: { description: "pass, fail or inconclusive" },
  findings: { description: "Number of open findings" },
  gaps: { description: "Number of open gaps" },
  "report-path": { description: "Path of the JSON report" },
  "report-sha256": { description: "SHA-256 of the JSON report, to compare after a hand-over between jobs" },
  "sarif-path": { description: "Path of the SARIF report" },
} as const;
