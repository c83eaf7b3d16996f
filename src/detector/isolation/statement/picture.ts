// The graph of jobs, the environment and the identity, as data for renderers.
import type { FindingDraft, GapDraft } from "../../../finding/index.ts";
import type { Reach } from "../environment.ts";
import { canMint } from "../identity/identity.ts";
import { jobName } from "../question.ts";
import type { Run } from "../run.ts";

type NodeState = "allowed" | "proved" | "reached" | "undecided";
type PictureNode = { id: string; label: string; file: string; job: string; kind: "job" | "environment" | "identity"; state: NodeState };
type PictureEdge = { from: string; to: string; kind: "calls" | "needs" | "enters" | "mints" };
/** `omitted` counts jobs beyond the limit. */
export type Picture = { nodes: PictureNode[]; edges: PictureEdge[]; omitted: number };

const MAX_NODES = 1000;
const WORST: readonly NodeState[] = ["reached", "undecided", "allowed", "proved"];

export type Judged = { readonly run: Run; readonly reach: Reach };
export type Said = { readonly findings: readonly FindingDraft[]; readonly gaps: readonly GapDraft[] };

export function toPicture(judged: readonly Judged[], said: Said, environment: string): Picture {
  const nodes = new Map<string, PictureNode>();
  const edges = new Map<string, PictureEdge>();
  const places = { reached: placesOf(said.findings), undecided: placesOf(said.gaps) };
  const link = (edge: PictureEdge) => edges.set(`${edge.kind} ${edge.from} ${edge.to}`, edge);
  for (const { run, reach } of judged) {
    const id = jobName(run.workflow, run.job);
    const state = worse(stateOf(run, places), nodes.get(id)?.state);
    nodes.set(id, { id, label: run.job.id, file: run.workflow.id, job: run.job.id, kind: "job", state });
    const caller = run.path.at(-2);
    if (caller !== undefined) link({ from: caller, to: id, kind: "calls" });
    for (const need of run.job.needs) link({ from: `${run.workflow.id}:${need}`, to: id, kind: "needs" });
    if (reach.outcome !== "apart") link({ from: id, to: "environment", kind: "enters" });
    if (canMint(run)) link({ from: id, to: "identity", kind: "mints" });
  }
  const kept = [...nodes.values()].sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state)).slice(0, MAX_NODES);
  const omitted = nodes.size - kept.length;
  const summit = (kind: "environment" | "identity", label: string, reached: boolean): PictureNode => {
    const isOpen = [...edges.values()].some((edge) => edge.to === kind && nodes.get(edge.from)?.state === "undecided");
    return { id: kind, label, file: "", job: "", kind, state: reached ? "reached" : isOpen ? "undecided" : "allowed" };
  };
  kept.push(summit("environment", environment, said.findings.some((finding) => finding.ruleId.startsWith("environment-"))));
  if ([...edges.values()].some((edge) => edge.kind === "mints")) {
    kept.push(summit("identity", "identity token", said.findings.some((finding) => finding.ruleId === "identity-trusted")));
  }
  const known = new Set(kept.map((node) => node.id));
  return { nodes: kept, edges: [...edges.values()].filter((edge) => known.has(edge.from) && known.has(edge.to)), omitted };
}

/** As file:job, and file: for what is said about a whole file. */
function placesOf(drafts: readonly (FindingDraft | GapDraft)[]): ReadonlySet<string> {
  return new Set(drafts.flatMap(({ location }) => (location.kind === "workflow" ? [`${location.file}:${location.job ?? ""}`] : [])));
}

function stateOf(run: Run, places: { reached: ReadonlySet<string>; undecided: ReadonlySet<string> }): NodeState {
  const id = jobName(run.workflow, run.job);
  if (places.reached.has(id)) return "reached";
  if (places.undecided.has(id) || places.undecided.has(`${run.workflow.id}:`)) return "undecided";
  return run.allowed ? "allowed" : "proved";
}

function worse(a: NodeState, b: NodeState | undefined): NodeState {
  return b !== undefined && WORST.indexOf(b) < WORST.indexOf(a) ? b : a;
}
