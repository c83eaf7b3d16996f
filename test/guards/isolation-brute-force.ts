// Judges small workflow graphs by running them: every event, every input, every row, every value of what is unknown, one after the other.
// It shares no code with src/, so that both can't be wrong in the same way.

export type Scalar = null | boolean | number | string;
export type Expr =
  | { k: "value"; value: Scalar }
  | { k: "input"; name: string }
  | { k: "matrix"; name: string }
  | { k: "event" }
  | { k: "free"; name: string }
  | { k: "not"; of: Expr }
  | { k: "two"; op: "&&" | "||" | "==" | "!=" | "<"; left: Expr; right: Expr }
  | { k: "format"; left: Expr; right: Expr }
  | { k: "starts"; left: Expr; right: Expr }
  | { k: "case"; test: Expr; left: Expr; right: Expr };
export type Field = readonly (string | Expr)[];
export type Grants = "none" | "read-all" | "write-all" | Readonly<Record<string, string>>;
type Row = Readonly<Record<string, string>>;
export type GraphJob = {
  id: string; condition: Expr | null; environment: Field | null; mapping: boolean; quiet: boolean; grants: Grants | null; allSecrets: boolean;
  /** Name of the secret that it reads; the environment holds "key". */
  reads: string | null;
  matrix: { vectors: Readonly<Record<string, readonly string[]>>; include: readonly Row[]; exclude: readonly Row[] } | null;
  call: { to: string; own: boolean; with: Readonly<Record<string, Field>>; passes: "inherit" | null | Readonly<Record<string, string>> } | null;
};
export type GraphWorkflow = {
  id: string; events: readonly string[]; choices: Readonly<Record<string, readonly string[]>>;
  inputs: Readonly<Record<string, string | null>> | null; grants: Grants | null; jobs: readonly GraphJob[];
};
export type Graph = { workflows: readonly GraphWorkflow[]; allowed: readonly string[] };

/** What unknown values are tried out with. */
export const UNIVERSE = ["prod", "", "x"];

// ---- writing the graph as workflow files

export function toFiles(graph: Graph): Record<string, string> {
  return Object.fromEntries(graph.workflows.map((workflow) => [`.github/workflows/${workflow.id}`, JSON.stringify(toDocument(workflow))]));
}

function toDocument(workflow: GraphWorkflow): object {
  const on: Record<string, unknown> = Object.fromEntries(workflow.events.map((event) => [event, null]));
  if ("workflow_dispatch" in on) on["workflow_dispatch"] = { inputs: Object.fromEntries(Object.entries(workflow.choices).map(([name, options]) => [name, { type: "choice", options, default: options[0] }])) };
  if (workflow.inputs) on["workflow_call"] = { inputs: Object.fromEntries(Object.entries(workflow.inputs).map(([name, value]) => [name, { type: "string", ...(value === null ? {} : { default: value }) }])) };
  return { on, ...(workflow.grants ? { permissions: toPermissions(workflow.grants) } : {}), jobs: { ...(workflow.jobs.some(waits) ? { before: { "runs-on": "ubuntu-24.04", outputs: { name: "${{ steps.name.outputs.value }}" }, steps: [{ id: "name", run: "name" }] } } : {}), ...Object.fromEntries(workflow.jobs.map((job) => [job.id, toJob(job)])) } };
}

/** What is read of another job's outputs is there only for those that need it. */
const waits = (job: GraphJob) => JSON.stringify(job).includes("needs.before");

function toJob(job: GraphJob): object {
  const base = {
    ...(waits(job) ? { needs: "before" } : {}),
    ...(job.condition ? { if: write(job.condition) } : {}),
    ...(job.matrix ? { strategy: { matrix: { ...job.matrix.vectors, ...(job.matrix.include.length ? { include: job.matrix.include } : {}), ...(job.matrix.exclude.length ? { exclude: job.matrix.exclude } : {}) } } } : {}),
    ...(job.grants ? { permissions: toPermissions(job.grants) } : {}),
  };
  if (job.call) return { ...base, uses: `${job.call.own ? "$" : "."}/.github/workflows/${job.call.to}`, ...toPassed(job.call.passes), with: Object.fromEntries(Object.entries(job.call.with).map(([name, field]) => [name, text(field)])) };
  const name = job.environment ? text(job.environment) : null;
  return {
    ...base, "runs-on": "ubuntu-24.04", ...(name === null ? {} : { environment: job.mapping ? { name, ...(job.quiet ? { deployment: false } : {}) } : name }),
    ...(job.allSecrets ? { env: { ALL: "${{ toJSON(secrets) }}" } } : {}), steps: [{ parallel: [{ run: "make", ...(job.reads ? { env: { KEY: `\${{ secrets.${job.reads} }}` } } : {}) }, { run: "test" }] }],
  };
}

const toPassed = (passes: (GraphJob["call"] & {})["passes"]) => (passes === null ? {} : { secrets: passes === "inherit" ? passes : Object.fromEntries(Object.entries(passes).map(([to, from]) => [to, `\${{ secrets.${from} }}`])) });
const toPermissions = (grants: Grants) => (grants === "none" ? {} : grants);
const text = (field: Field) => field.map((part) => (typeof part === "string" ? part : `\${{ ${write(part)} }}`)).join("");

function write(e: Expr): string {
  switch (e.k) {
    case "value": return typeof e.value === "string" ? `'${e.value.replaceAll("'", "''")}'` : String(e.value);
    case "input": return `inputs.${e.name}`;
    case "matrix": return `matrix.${e.name}`;
    case "event": return "github.event_name";
    case "free": return e.name;
    case "not": return `!(${write(e.of)})`;
    case "two": return `(${write(e.left)} ${e.op} ${write(e.right)})`;
    case "format": return `format('{0}{1}', ${write(e.left)}, ${write(e.right)})`;
    case "starts": return `startsWith(${write(e.left)}, ${write(e.right)})`;
    case "case": return `case(${write(e.test)}, ${write(e.left)}, ${write(e.right)})`;
  }
}

// ---- running it

type World = { event: string; inputs: Readonly<Record<string, Scalar>>; row: Readonly<Record<string, Scalar>>; free: Readonly<Record<string, string>> };
const yes = (v: Scalar) => v !== null && v !== false && v !== 0 && v !== "" && !Number.isNaN(v);
const str = (v: Scalar) => (v === null ? "" : String(v));
const num = (v: Scalar) => (typeof v === "string" ? (v.trim() === "" ? 0 : Number(v)) : Number(v ?? 0));
const same = (a: Scalar, b: Scalar) => (typeof a === "string" && typeof b === "string" ? a.toLowerCase() === b.toLowerCase() : typeof a === typeof b && a !== null && b !== null ? a === b : a === b || num(a) === num(b));

function run(e: Expr, w: World): Scalar {
  switch (e.k) {
    case "value": return e.value;
    case "input": return w.inputs[e.name] ?? null;
    case "matrix": return w.row[e.name] ?? null;
    case "event": return w.event;
    case "free": return w.free[e.name] ?? "";
    case "not": return !yes(run(e.of, w));
    case "format": return str(run(e.left, w)) + str(run(e.right, w));
    case "starts": return str(run(e.left, w)).toLowerCase().startsWith(str(run(e.right, w)).toLowerCase());
    case "case": return yes(run(e.test, w)) ? run(e.left, w) : run(e.right, w);
    case "two": return runTwo(e, w);
  }
}

function runTwo(e: Extract<Expr, { k: "two" }>, w: World): Scalar {
  const left = run(e.left, w);
  if (e.op === "&&") return yes(left) ? run(e.right, w) : left;
  if (e.op === "||") return yes(left) ? left : run(e.right, w);
  const right = run(e.right, w);
  if (e.op === "==") return same(left, right);
  if (e.op === "!=") return !same(left, right);
  return typeof left === "string" && typeof right === "string" ? left.toUpperCase() < right.toUpperCase() : num(left) < num(right);
}

const fill = (field: Field, w: World): Scalar => (field.length === 1 && typeof field[0] === "object" ? run(field[0], w) : field.map((part) => (typeof part === "string" ? part : str(run(part, w)))).join(""));

function rows(matrix: NonNullable<GraphJob["matrix"]>): Record<string, string>[] {
  let all: Record<string, string>[] = Object.keys(matrix.vectors).length ? [{}] : [];
  for (const [name, values] of Object.entries(matrix.vectors)) all = all.flatMap((row) => values.map((value) => ({ ...row, [name]: value })));
  const fits = (row: Row, wanted: Row) => Object.entries(wanted).every(([name, value]) => (row[name] ?? "").toLowerCase() === value.toLowerCase());
  const kept = all.filter((row) => !matrix.exclude.some((wanted) => fits(row, wanted)));
  const own = (item: Row) => Object.fromEntries(Object.entries(item).filter(([name]) => name in matrix.vectors));
  const bare = kept.map((row) => ({ ...row }));
  const lonely = matrix.include.filter((item) => {
    const met = kept.map((row, at) => ({ at, row })).filter(({ row }) => fits(row, own(item)));
    for (const { at } of met) for (const [name, value] of Object.entries(item)) if (!(name in matrix.vectors)) Object.assign(bare[at] ?? {}, { [name]: value });
    return met.length === 0;
  });
  return [...bare, ...lonely.map((item) => ({ ...item }))];
}

/** What a job outside the allowed ones was seen to do. */
export type Sight = "environment" | "all-secrets" | "token" | "secret";
/** Names that a workflow can read, and under which each is stored; null stands for all. */
type Gate = Readonly<Record<string, string>> | null;

/** Everything that happens in any run that an event starts. */
export function tryOut(graph: Graph, frees: readonly string[]): Set<Sight> {
  const seen = new Set<Sight>();
  const assignments = frees.reduce<Record<string, string>[]>((list, name) => list.flatMap((one) => UNIVERSE.map((value) => ({ ...one, [name]: value }))), [{}]);
  const starts = graph.workflows.flatMap((workflow) => workflow.events.flatMap((event) => (event === "workflow_dispatch" ? chosen(workflow.choices) : [{}]).map((inputs) => ({ workflow, event, inputs }))));
  for (const { workflow, event, inputs } of starts) for (const free of assignments) walk(workflow, { event, inputs, row: {}, free }, { ceiling: null, gate: null });
  function walk(workflow: GraphWorkflow, w: World, { ceiling, gate }: { ceiling: Grants | null; gate: Gate }): void {
    for (const job of workflow.jobs) {
      if (graph.allowed.includes(`${workflow.id}:${job.id}`) || (job.condition && !yes(run(job.condition, w)))) continue;
      const grants = job.grants ?? workflow.grants ?? ceiling;
      for (const row of job.matrix ? rows(job.matrix) : [{}]) visit(job, { ...w, row }, { grants, gate });
    }
  }
  function visit(job: GraphJob, w: World, { grants, gate }: { grants: Grants | null; gate: Gate }): void {
    const callee = job.call && graph.workflows.find((workflow) => workflow.id === job.call?.to);
    if (job.call && callee?.inputs) {
      for (const inputs of bind(callee.inputs, job.call.with, w)) walk(callee, { ...w, inputs }, { ceiling: grants, gate: pass(job.call.passes, gate) });
      return;
    }
    if (job.environment && str(fill(job.environment, w)).trim().toLowerCase() === "prod") {
      seen.add("environment");
      // What the caller passed under a name is overridden by the environment's own of that name.
      if (job.reads && (gate === null || job.reads in gate)) seen.add("secret");
    }
    if (job.allSecrets) seen.add("all-secrets");
    if (grants === null || grants === "write-all" || (typeof grants === "object" && grants["id-token"] === "write")) seen.add("token");
  }
  return seen;
}

function pass(passes: (GraphJob["call"] & {})["passes"], gate: Gate): Gate {
  if (passes === "inherit") return gate;
  return Object.fromEntries(Object.entries(passes ?? {}).filter(([, from]) => gate === null || from in gate));
}

/** Whether null takes the default isn't documented: both happen. */
function bind(inputs: NonNullable<GraphWorkflow["inputs"]>, given: Readonly<Record<string, Field>>, w: World): Record<string, string>[] {
  return Object.entries(inputs).reduce<Record<string, string>[]>((list, [name, fallback]) => {
    const value = given[name] ? fill(given[name], w) : undefined;
    const values = value === undefined ? [fallback ?? ""] : value === null ? ["", fallback ?? ""] : [str(value)];
    return list.flatMap((one) => values.map((found) => ({ ...one, [name]: found })));
  }, [{}]);
}

function chosen(choices: GraphWorkflow["choices"]): Record<string, string>[] {
  return Object.entries(choices).reduce<Record<string, string>[]>((list, [name, options]) => list.flatMap((one) => options.map((option) => ({ ...one, [name]: option }))), [{}]);
}
