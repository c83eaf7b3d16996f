// Writes out every call tree: each job once for every chain of calls that leads to it, with the states it can be in there.
import type { GapDraft, GapReason } from "../../finding/index.ts";
import type { Call, Job, Permissions, Position, Workflow, WorkflowGraph } from "../../reader/workflow/index.ts";
import { truthOf } from "./evaluate/convert.ts";
import { evaluateTemplate } from "./evaluate/evaluate.ts";
import { evaluateMatrix, isConstantValue } from "./evaluate/matrix.ts";
import { nothing, type Alternatives } from "./evaluate/value.ts";
import { bindWorlds, distinctWorlds, openCalledWorld, openWorlds, toContexts, type Setting, type World } from "./evaluate/world.ts";
import { effectivePermissions, findExcess } from "./permission.ts";
import { jobName } from "./question.ts";
import { toGap } from "./rules.ts";
import { originsOf, type Gate, type Run, type State } from "./run.ts";

/** GitHub's own limits: levels of workflows, and files that one run may call. */
const MAX_LEVELS = 10;
const MAX_CALLED_FILES = 50;
/** Chains multiply where workflows call each other from many jobs; beyond this the question stays open. */
const MAX_RUNS = 100_000;

const NO_MATRIX: Alternatives = [nothing];

type Invocation = {
  readonly workflow: Workflow;
  readonly root: Workflow;
  readonly chain: readonly string[];
  readonly files: readonly string[];
  readonly allowed: boolean;
  readonly worlds: readonly World[];
  readonly ceiling: Permissions | null;
  readonly gate: Gate;
};

export type Expansion = { readonly runs: readonly Run[]; readonly gaps: readonly GapDraft[] };

export function expandRuns(graph: WorkflowGraph, options: { allowed: ReadonlySet<string>; setting: Setting }): Expansion {
  return new Expander(graph, options).expand();
}

class Expander {
  readonly #graph: WorkflowGraph;
  readonly #allowed: ReadonlySet<string>;
  readonly #setting: Setting;
  readonly #runs: Run[] = [];
  readonly #gaps: GapDraft[] = [];
  readonly #reached = new Set<string>();
  readonly #called = new Map<string, Set<string>>();
  readonly #rows = new WeakMap<Job, Alternatives>();
  #recent: { readonly run: Run | undefined; readonly held: Map<string, unknown> } = { run: undefined, held: new Map() };

  constructor(graph: WorkflowGraph, options: { allowed: ReadonlySet<string>; setting: Setting }) {
    this.#graph = graph;
    this.#allowed = options.allowed;
    this.#setting = options.setting;
  }

  expand(): Expansion {
    const own = [...this.#graph.workflows.values()].filter((workflow) => workflow.repository === null);
    for (const workflow of own) {
      const worlds = distinctWorlds(openWorlds(workflow, this.#setting));
      if (worlds.length > 0) this.#open(workflow, worlds);
    }
    // What nothing here calls is judged as called by somebody unknown; first those that stand above others.
    const targets = new Set(own.flatMap((workflow) => workflow.jobs.flatMap(({ call }) => (call?.target.kind === "workflow" ? [call.target.id] : []))));
    for (const workflow of own.toSorted((a, b) => Number(targets.has(a.id)) - Number(targets.has(b.id)))) {
      if (workflow.callable && !this.#reached.has(workflow.id)) this.#open(workflow, [openCalledWorld(workflow.callable)]);
    }
    return { runs: this.#runs, gaps: this.#gaps };
  }

  #open(workflow: Workflow, worlds: readonly World[]): void {
    this.#called.set(workflow.id, new Set());
    const pending: Invocation[] = [{ workflow, root: workflow, chain: [], files: [workflow.id], allowed: false, worlds, ceiling: null, gate: { kind: "all" } }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      this.#reached.add(next.workflow.id);
      const callees: Invocation[] = [];
      for (const job of next.workflow.jobs) {
        if (this.#runs.length >= MAX_RUNS) return void this.#gaps.push(toGap("count-limit", this.#toRun(job, next), { at: job.at, detail: `there are more than ${MAX_RUNS} ways to reach a job` }));
        const run = this.#toRun(job, next);
        this.#runs.push(run);
        if (job.call && !run.idle) callees.push(...this.#follow(job.call, run, next));
      }
      pending.push(...callees.reverse());
    }
  }

  #toRun(job: Job, invocation: Invocation): Run {
    const { workflow } = invocation;
    const recall = <T>(kind: string, work: () => T): T => {
      if (this.#recent.run !== run) this.#recent = { run, held: new Map() };
      const { held } = this.#recent;
      if (!held.has(kind)) held.set(kind, work());
      return held.get(kind) as T;
    };
    const run: Run = {
      workflow, job, root: invocation.root,
      path: [...invocation.chain, jobName(workflow, job)],
      allowed: invocation.allowed || this.#allowed.has(jobName(workflow, job)),
      idle: !invocation.worlds.some((world) => this.#toStarts(job, invocation, [world]).some((start) => this.#rowsOf(job, start).length > 0)),
      get starts() {
        return recall("starts", () => toStarts());
      },
      get states() {
        return recall("states", () => toStates(run.starts));
      },
      permissions: effectivePermissions({ job: job.permissions, workflow: workflow.permissions, ceiling: invocation.ceiling }),
      permissionsAt: (job.permissions ?? workflow.permissions ?? job).at,
      gate: invocation.gate,
    };
    const toStarts = () => this.#toStarts(job, invocation, invocation.worlds).filter((start) => this.#rowsOf(job, start).length > 0);
    const toStates = (starts: readonly State[]) => this.#toStates(job, starts);
    return run;
  }

  #toStarts(job: Job, invocation: Invocation, all: readonly World[]): State[] {
    const needs = new Map(job.needs.map((id) => [id, !invocation.allowed && !this.#allowed.has(`${invocation.workflow.id}:${id}`)]));
    // Where no input is read, one world for each event says it all.
    const worlds = readsInputs(job, invocation.workflow) ? all : [...new Map(all.map((world) => [world.event, world])).values()];
    return worlds.map((world) => ({ event: world.event, contexts: toContexts(world, this.#setting, needs) })).filter(({ contexts }) => canRun(job, contexts));
  }

  #toStates(job: Job, starts: readonly State[]): readonly State[] {
    if (!job.texts.some((text) => text.contexts.has("matrix"))) return starts;
    return starts.flatMap((start) => this.#rowsOf(job, start).map((matrix) => ({ event: start.event, contexts: new Map([...start.contexts, ["matrix", matrix]]) })));
  }

  /** A matrix without rows starts no job; one without expressions is the same everywhere. */
  #rowsOf(job: Job, start: State): Alternatives {
    if (!job.matrix) return NO_MATRIX;
    const known = this.#rows.get(job);
    if (known) return known;
    const rows = evaluateMatrix(job.matrix, start.contexts);
    if (isConstantValue(job.matrix)) this.#rows.set(job, rows);
    return rows;
  }

  #follow(call: Call, run: Run, invocation: Invocation): Invocation[] {
    if (call.target.kind === "misplaced") return []; // a finding of its own
    const place = { at: call.at };
    if (call.target.kind === "unresolved") return this.#stop("unresolved-reference", run, { ...place, detail: call.target.detail });
    const { id } = call.target;
    const workflow = this.#graph.workflows.get(id);
    const called = this.#called.get(invocation.root.id) ?? new Set<string>();
    if (!workflow) return this.#stop("unresolved-reference", run, { ...place, detail: "the called workflow can't be read" });
    if (!workflow.callable) return this.#stop("invalid-workflow", run, { ...place, detail: "the called workflow has no workflow_call trigger, GitHub starts no such run" });
    if (invocation.files.includes(id)) return this.#stop("cycle", run, { ...place, detail: "the call leads back to a workflow that is being called" });
    if (invocation.files.length >= MAX_LEVELS) return this.#stop("depth-limit", run, { ...place, detail: `calls nest deeper than ${MAX_LEVELS} levels, GitHub starts no such run` });
    if (called.add(id).size > MAX_CALLED_FILES) return this.#stop("count-limit", run, { ...place, detail: `one run calls more than ${MAX_CALLED_FILES} workflow files, GitHub starts no such run` });
    this.#checkCeiling(workflow, run, place);
    return [{
      workflow, root: invocation.root, chain: run.path, files: [...invocation.files, id], allowed: run.allowed,
      worlds: distinctWorlds(run.states.flatMap((state) => bindWorlds(call, workflow.callable ?? { inputs: [], secrets: new Set() }, state))),
      ceiling: run.permissions, gate: toGate(call, run.gate),
    }];
  }

  #checkCeiling(workflow: Workflow, run: Run, { at }: { at: Position }): void {
    const asked = [workflow.permissions, ...workflow.jobs.map((job) => job.permissions)].flatMap((permissions) => findExcess(permissions, run.permissions));
    const detail = `the called workflow asks for more than its caller grants (${[...new Set(asked)].join(", ")}), GitHub starts no such run`;
    if (asked.length > 0) this.#gaps.push(toGap("invalid-workflow", run, { at, detail }));
  }

  /** What an allowed job calls may do everything: nothing is left open there. */
  #stop(reason: GapReason, run: Run, said: { at: Position; detail: string }): [] {
    if (!run.allowed) this.#gaps.push(toGap(reason, run, said));
    return [];
  }
}

function readsInputs(job: Job, workflow: Workflow): boolean {
  const reads = ({ contexts }: { contexts: ReadonlySet<string> }) => contexts.has("inputs");
  return job.texts.some(reads) || workflow.texts.some(reads) || (job.condition !== null && reads(job.condition));
}

/** The condition stands outside of the matrix. An empty one means success(), and only what is certainly false rules the job out. */
function canRun(job: Job, contexts: State["contexts"]): boolean {
  const template = job.condition?.template;
  if (!template || (template.length === 1 && template[0] === "")) return true;
  return evaluateTemplate(template, contexts).some((value) => truthOf(value) !== false);
}

function toGate(call: Call, gate: Gate): Gate {
  if (call.secrets === "inherit") return gate;
  const origins = new Map<string, ReadonlySet<string>>();
  for (const [name, text] of call.secrets ?? []) origins.set(name, originsOf(text, gate));
  return { kind: "named", origins };
}
