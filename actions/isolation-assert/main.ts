// isolation-assert: source → reader → detector → finding.
import { proveDetection, workflowCanary } from "../../src/canary/index.ts";
import { createInspector, scrubTexts } from "../../src/detector/index.ts";
import { assertIsolation, findAllowedJobs, isolationRuleSet, type Question } from "../../src/detector/isolation/index.ts";
import { composeReport, InputError, suggest } from "../../src/finding/index.ts";
import { readTrust, readWorkflows } from "../../src/reader/workflow/index.ts";
import { describeTool, keepYoungMemorySmall, readInput, readTerms, type Inputs, type Outcome, type World } from "../../src/runtime/index.ts";
import { openWorkflows, type WorkflowFiles } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";

/** Throws InputError for a folder that isn't there, an allowed job that isn't in it, a repository or trust policy that can't be read. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  keepYoungMemorySmall();
  const startedAt = world.now();
  const files = await openWorkflows(inputs.repo, { cwd: world.cwd, repositories: inputs.repository });
  const policies = await Promise.all(inputs.trust.map(async (path) => readTrust(path, (await readInput(world.cwd, path, "trust policy")).toString("utf8"))));
  const repository = /^[\w.-]+\/[\w.-]+$/.exec(inputs.name ?? "")?.[0];
  const question: Question = { environment: inputs.environment, allowedJobs: inputs["allow-job"], repository, trust: policies.length > 0 ? policies.flat() : undefined };
  const { scrub } = createInspector();
  world.progress(`reading the workflows of ${scrub(files.name)}`);
  const { ledger, ...assertion } = assertFiles(files, question, scrub);
  const selfTest = await proveDetection(workflowCanary(), async (canary) => assertFiles(canary.files, canary.question, scrub));
  const digest = ledger.counts().examined.workflows ? { sha256: files.digest() } : null;
  const subject = { name: scrub(inputs.name ?? files.name), digest, digestKind: digest && ("content" as const) };
  const report = composeReport(
    { check: "isolation-assert", subject, tool: describeTool(isolationRuleSet), startedAt, ledger, selfTest, ...scrubTexts(assertion, scrub) },
    await readTerms(inputs, world),
  );
  return { report, verdict: report.verdict, outputs: {} };
}

function assertFiles(files: WorkflowFiles, question: Question, scrub: (text: string) => string) {
  const graph = readWorkflows(files);
  const { unknown: [unknown], known } = findAllowedJobs(graph, question.allowedJobs);
  // A file that can't be read may well hold the job: that is a gap, not a slip.
  if (unknown !== undefined && graph.workflows.size > 0 && graph.read.files === graph.seen.files) {
    throw new InputError(scrub(`allow-job ${unknown} names no job of these workflows${suggest(unknown, known)}`));
  }
  return assertIsolation(graph, question);
}
