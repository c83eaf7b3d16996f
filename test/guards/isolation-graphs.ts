// Random small workflow graphs, and the two properties that the detector must have on all of them.
import fc from "fast-check";
import { expect } from "vitest";
import { assertIsolation } from "../../src/detector/isolation/index.ts";
import { readWorkflows } from "../../src/reader/workflow/index.ts";
import { holdWorkflows } from "../../src/source/index.ts";
import { toFiles, tryOut, type Expr, type Field, type Graph, type GraphJob, type GraphWorkflow, type Grants } from "./isolation-brute-force.ts";

const FREE = ["github.ref", "vars.target", "needs.before.outputs.name"];
const words = fc.constantFrom("prod", "PROD", "dev", "", "pr", "od", "x", "push", "0", " prod");

function expressions(frees: readonly string[]): fc.Arbitrary<Expr> {
  return fc.letrec<{ e: Expr }>((tie) => ({
    e: fc.oneof(
      { maxDepth: 4, depthIdentifier: "expression" },
      fc.record({ k: fc.constant("value" as const), value: fc.oneof(words, fc.constantFrom(null, true, false, 0, 1)) }),
      fc.record({ k: fc.constant("input" as const), name: fc.constantFrom("a", "b") }),
      fc.record({ k: fc.constant("matrix" as const), name: fc.constantFrom("m", "n", "extra") }),
      fc.constant<Expr>({ k: "event" }),
      ...(frees.length > 0 ? [fc.record({ k: fc.constant("free" as const), name: fc.constantFrom(...frees) })] : []),
      fc.record({ k: fc.constant("two" as const), op: fc.constantFrom("&&", "||", "==", "!=", "<", "&&", "||", "=="), left: tie("e"), right: tie("e") }),
      fc.record({ k: fc.constant("not" as const), of: tie("e") }),
      fc.record({ k: fc.constantFrom("format" as const, "starts" as const), left: tie("e"), right: tie("e") }),
      fc.record({ k: fc.constant("case" as const), test: tie("e"), left: tie("e"), right: tie("e") }),
    ),
  })).e;
}

function graphs(frees: readonly string[]): fc.Arbitrary<Graph> {
  const expression = expressions(frees);
  const field: fc.Arbitrary<Field> = fc.oneof({ weight: 4, arbitrary: fc.tuple(expression) }, { weight: 1, arbitrary: fc.tuple(words.filter((word) => word !== ""), expression) }, { weight: 2, arbitrary: fc.tuple(words.filter((word) => word !== "")) });
  const grants: fc.Arbitrary<Grants | null> = fc.oneof({ weight: 6, arbitrary: fc.constant("none" as const) }, { weight: 1, arbitrary: fc.constantFrom(null, "read-all" as const, "write-all" as const, { "id-token": "write" }, { contents: "read" }) });
  const row = fc.dictionary(fc.constantFrom("m", "n", "extra"), words, { minKeys: 1, maxKeys: 2 });
  const matrix = fc.record({
    vectors: fc.dictionary(fc.constantFrom("m", "n"), fc.array(words, { minLength: 1, maxLength: 3 }), { minKeys: 1, maxKeys: 2 }),
    include: fc.array(row, { maxLength: 2 }), exclude: fc.array(fc.dictionary(fc.constant("m"), words, { minKeys: 1 }), { maxLength: 1 }),
  }).map((all) => ({ ...all, exclude: all.exclude.filter((wanted) => Object.keys(wanted).every((name) => name in all.vectors)) }));
  const job = (callees: readonly string[]): fc.Arbitrary<Omit<GraphJob, "id">> => fc.record({
    condition: fc.option(withoutMatrix(expression), { freq: 3 }), environment: fc.option(field, { freq: 3 }), mapping: fc.boolean(), quiet: fc.boolean(), reads: fc.option(fc.constantFrom("key", "other"), { freq: 2 }), grants,
    allSecrets: fc.constantFrom(...Array<boolean>(19).fill(false), true), matrix: fc.option(matrix, { freq: 2 }),
    call: callees.length === 0 ? fc.constant(null) : fc.option(fc.record({ to: fc.constantFrom(...callees), own: fc.boolean(), passes: fc.oneof(fc.constant("inherit" as const), fc.constant(null), fc.dictionary(fc.constantFrom("key", "other"), fc.constantFrom("key", "other"))), with: fc.dictionary(fc.constantFrom("a", "b"), field, { maxKeys: 2 }) }), { freq: 3 }),
  });
  const jobs = (callees: readonly string[]) => fc.array(job(callees), { minLength: 1, maxLength: 3 }).map((list) => list.map((one, at) => ({ ...one, id: `j${at}` })));
  const options = fc.array(words.filter((word) => word !== ""), { minLength: 1, maxLength: 2 });
  const root = (id: string): fc.Arbitrary<GraphWorkflow> => fc.record({
    id: fc.constant(id), events: fc.uniqueArray(fc.constantFrom("push", "release", "workflow_dispatch"), { minLength: 1 }), choices: fc.record({ a: options, b: options }),
    inputs: fc.constant(null), grants: grants.map((found) => found ?? "none"), jobs: jobs(["c0.yml", "c1.yml"]),
  });
  const callable = (id: string, callees: readonly string[]): fc.Arbitrary<GraphWorkflow> => fc.record({
    id: fc.constant(id), events: fc.constant([]), choices: fc.constant({}), inputs: fc.record({ a: fc.option(words), b: fc.option(words) }), grants: fc.option(grants, { freq: 2 }), jobs: jobs(callees),
  });
  const allowed = fc.subarray(["w0.yml:j0", "w0.yml:j1", "w1.yml:j0", "c0.yml:j0", "c1.yml:j1"], { maxLength: 2 });
  return fc.record({ workflows: fc.tuple(root("w0.yml"), root("w1.yml"), callable("c0.yml", ["c1.yml"]), callable("c1.yml", [])), allowed });
}

/** A job's condition stands outside of its matrix. */
function withoutMatrix(expression: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> {
  return expression.filter((found) => !JSON.stringify(found).includes('"matrix"'));
}

function judge(graph: Graph) {
  const read = readWorkflows(holdWorkflows(toFiles(graph)));
  expect(read.gaps).toEqual([]);
  const { findings, gaps } = assertIsolation(read, { environment: "prod", allowedJobs: graph.allowed, repository: undefined, trust: undefined });
  // What nobody here calls is judged for callers that the evaluator doesn't have.
  const started = ({ location }: { location: (typeof findings)[number]["location"] }) => location.kind === "workflow" && location.path[0]?.startsWith(".github/workflows/w") === true;
  return { findings: findings.filter(started), gaps: gaps.filter((gap) => gap.reason !== "unverifiable" && started(gap)) };
}

/** No pass where a run reaches the environment. The graphs must be of both kinds, or nothing was compared. */
export function checkSoundness(runs: number): void {
  const count = { reached: 0, passed: 0 };
  fc.assert(fc.property(graphs(FREE), (graph) => {
    const seen = tryOut(graph, FREE.filter((name) => JSON.stringify(graph).includes(name)));
    const { findings, gaps } = judge(graph);
    const said = [...findings.map((finding) => finding.ruleId), ...gaps.map((gap) => gap.reason)];
    if (seen.size > 0) count.reached++;
    if (said.length === 0) count.passed++;
    expect(seen.size > 0 && said.length === 0).toBe(false);
    if (seen.has("environment")) expect(said.some((name) => /^environment-reached$|^undecided-expression$|-limit$/.test(name))).toBe(true);
    if (seen.has("secret")) expect(said.some((name) => /^environment-secret-reached$|^undecided-expression$|-limit$/.test(name))).toBe(true);
    if (seen.has("all-secrets")) expect(said).toContain("all-secrets-exposed");
  }), { numRuns: runs });
  expect(Math.min(count.reached, count.passed)).toBeGreaterThan(runs / 20);
}

/** Where everything is known, exactly the runs that enter the environment are blamed, and nothing stays open. */
export function checkPrecision(runs: number): void {
  fc.assert(fc.property(graphs([]), (graph) => {
    const { findings, gaps } = judge(graph);
    expect(findings.some((finding) => finding.ruleId === "environment-reached")).toBe(tryOut(graph, []).has("environment"));
    const secret = tryOut(graph, []).has("secret");
    // A name that nobody passed under is taken for passed where it could be: more is said, never less.
    if (secret) expect(findings.some((finding) => finding.ruleId === "environment-secret-reached")).toBe(true);
    expect(gaps.filter((gap) => gap.reason === "undecided-expression")).toEqual([]);
  }), { numRuns: runs });
}
