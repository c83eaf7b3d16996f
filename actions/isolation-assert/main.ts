// isolation-assert: source → reader → detector → finding.
import { proveDetection, workflowCanary } from "../../src/canary/index.ts";
import { createInspector, scrubTexts } from "../../src/detector/index.ts";
import { assertIsolation, findAllowedJobs, isolationRuleSet, parseWitness, type Question } from "../../src/detector/isolation/index.ts";
import { composeReport, InputError, suggest } from "../../src/finding/index.ts";
import { readTrust, readWorkflows, type WorkflowGraph } from "../../src/reader/workflow/index.ts";
import { describeTool, keepYoungMemorySmall, readInput, readTerms, type Inputs, type Outcome, type World } from "../../src/runtime/index.ts";
import { openWorkflows } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";
import { askGithub, openAccess, readComplete } from "./github-side.ts";

/** Throws InputError for a folder that isn't there, an allowed job that isn't in it, a repository, trust policy or token that can't be used. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  keepYoungMemorySmall();
  const startedAt = world.now();
  const { scrub } = createInspector();
  const access = openAccess(inputs, world);
  const files = await openWorkflows(inputs.repo, { cwd: world.cwd, repositories: inputs.repository, shelf: access?.shelf });
  world.progress(`reading the workflows of ${scrub(files.name)}`);
  const graph = await readComplete(files, access);
  const asked = await readQuestion(inputs, world);
  const question = access ? { ...asked, ...(await askGithub(access, files, asked)) } : asked;
  const { ledger, ...assertion } = assertGraph(graph, question, scrub);
  const selfTest = await proveDetection(workflowCanary(), async (canary) => assertGraph(readWorkflows(canary.files), canary.question, scrub));
  const digest = ledger.counts().examined.workflows ? { sha256: files.digest() } : null;
  const subject = { name: scrub(inputs.name ?? files.name), digest, digestKind: digest && ("content" as const) };
  const report = composeReport(
    { check: "isolation-assert", subject, tool: describeTool(isolationRuleSet), startedAt, ledger, selfTest, ...scrubTexts(assertion, scrub) },
    await readTerms(inputs, world),
  );
  return { report, verdict: report.verdict, outputs: {} };
}

async function readQuestion(inputs: Inputs<typeof contract>, world: World): Promise<Question> {
  const policies = await Promise.all(inputs.trust.map(async (path) => readTrust(path, (await readInput(world.cwd, path, "trust policy")).toString("utf8"))));
  const named = inputs.name ?? world.environment("GITHUB_REPOSITORY");
  const repository = /^[\w.-]+\/[\w.-]+$/.exec(named ?? "")?.[0];
  return { environment: inputs.environment, allowedJobs: inputs["allow-job"], repository, trust: policies.length > 0 ? policies.flat() : undefined, ...readWitnesses(inputs.witness, world) };
}

function readWitnesses(lines: readonly string[], world: World): Pick<Question, "witnesses" | "run"> {
  const witnesses = lines.map((line) => {
    const witness = parseWitness(line);
    if (!witness) throw new InputError("witness: a line is not what isolation-witness records; pass its output on as it is");
    return witness;
  });
  const [id, attempt] = [world.environment("GITHUB_RUN_ID"), world.environment("GITHUB_RUN_ATTEMPT")];
  return { witnesses, run: id === undefined || attempt === undefined ? undefined : `${id}/${attempt}` };
}

function assertGraph(graph: WorkflowGraph, question: Question, scrub: (text: string) => string) {
  const { unknown: [unknown], known } = findAllowedJobs(graph, question.allowedJobs);
  // A file that can't be read may well hold the job: that is a gap, not a slip.
  if (unknown !== undefined && graph.workflows.size > 0 && graph.read.files === graph.seen.files) {
    throw new InputError(scrub(`allow-job ${unknown} names no job of these workflows${suggest(unknown, known)}`));
  }
  return assertIsolation(graph, question);
}
