// A cluster for tests, as far as kubectl and docker show it to us: two nodes, one deployment with its revisions.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expected, makeDocuments, makePod, toList } from "../judgement/specimen.ts";
import type { CommandResult, RunCommand } from "../../command/index.ts";

const ended = (stdout: string, code = 0, stderr = ""): CommandResult => ({ kind: "ended", code, stdout, stderr });

export class FakeCluster {
  /** What was asked, as one line each. */
  readonly calls: string[] = [];
  readonly images = new Map<string, Set<string>>([["node-0", new Set()], ["node-1", new Set()]]);
  /** Revision to image, in the order in which they came to serve; the last is the current one. */
  revisions: { number: number; image: string }[] = [];
  /** Images whose pods never get ready. */
  readonly broken = new Set<string>();
  /** Imports that end well without having imported. */
  idleImports = 0;
  /** Digest that pods run instead of the one in the template. */
  swapped: string | undefined;
  rendered: object[] = [];
  /** Start of a command line to what it answers instead. */
  readonly overrides = new Map<string, CommandResult>();
  onCall: (line: string) => void = () => {};

  readonly run: RunCommand = async (program, args, { signal, input } = {}) => {
    signal?.throwIfAborted();
    const line = [program, ...args.filter((arg) => !/^--(context|namespace|request-timeout|timeout)=/.test(arg))].join(" ");
    this.calls.push(line);
    this.onCall(line);
    signal?.throwIfAborted();
    for await (const chunk of input ?? []) void chunk;
    const override = [...this.overrides].find(([start]) => line.startsWith(start))?.[1];
    return override ?? (program === "docker" ? this.#docker(args) : this.#kubectl(line, args));
  };

  #docker(args: readonly string[]): CommandResult {
    const node = args.find((arg) => this.images.has(arg)) ?? "";
    const held = this.images.get(node);
    if (args.includes("ls")) return ended([...(held ?? [])].join("\n"));
    if (this.idleImports > 0) this.idleImports--;
    else held?.add(`${expected.image}@${this.digest}`);
    return ended("");
  }

  /** The digest that an import brings: that of the layout under test. */
  digest = expected.digest;

  #kubectl(line: string, args: readonly string[]): CommandResult {
    if (line.startsWith("kubectl version")) return ended(JSON.stringify({ serverVersion: { gitVersion: "v1.36.3" } }));
    if (line.startsWith("kubectl get nodes")) return ended(JSON.stringify({ items: [...this.images.keys()].map((name) => ({ metadata: { name } })) }));
    if (line.startsWith("kubectl get deployments")) return ended(JSON.stringify(this.#list()));
    if (line.startsWith("kubectl apply")) return this.#apply(args);
    const current = this.revisions.at(-1);
    if (line.startsWith("kubectl rollout status")) return this.broken.has(current?.image ?? "") ? ended("", 1, "error: deployment \"gateway\" exceeded its progress deadline") : ended("");
    const former = this.revisions.find(({ number }) => args.includes(`--to-revision=${number}`));
    if (former === undefined || current === undefined) return ended("", 1, "not found");
    this.revisions.push({ number: current.number + 1, image: former.image });
    return ended("");
  }

  #apply(args: readonly string[]): CommandResult {
    const overlay = JSON.parse(readFileSync(join(args[args.indexOf("-k") + 1] ?? "", "kustomization.yaml"), "utf8")) as { patches: { patch: string }[] };
    const { spec } = JSON.parse(overlay.patches[0]?.patch ?? "{}") as { spec: { template: { spec: { containers: { image: string }[] } } } };
    const deployment = { kind: "Deployment", metadata: { name: expected.deployment, namespace: "dev" }, spec };
    if (args.includes("--dry-run=client")) return ended(JSON.stringify({ items: [deployment, ...this.rendered] }));
    const image = spec.template.spec.containers[0]?.image ?? "";
    const current = this.revisions.at(-1);
    if (current?.image !== image) this.revisions.push({ number: (current?.number ?? 0) + 1, image });
    return ended("deployment.apps/gateway configured\n");
  }

  /** With maxUnavailable 0 the pods of the version that served last stay as long as those of the current one are not ready. */
  #list(): object {
    const current = this.revisions.at(-1);
    if (current === undefined) return { items: [] };
    const stuck = this.broken.has(current.image);
    const documents = makeDocuments(2);
    documents.deployment.metadata.annotations["deployment.kubernetes.io/revision"] = String(current.number);
    for (const container of documents.deployment.spec.template.spec.containers) container.image = current.image;
    if (stuck) documents.deployment.status.updatedReplicas = 1;
    const [former, now] = documents.sets;
    if (former && now) now.metadata.annotations["deployment.kubernetes.io/revision"] = String(current.number);
    if (former) former.metadata.annotations["deployment.kubernetes.io/revision"] = String(current.number - 1);
    const serving = stuck ? this.revisions.findLast(({ image }) => !this.broken.has(image))?.image : current.image;
    const runs = this.swapped && !stuck && this.revisions.length === 1 ? `${expected.image}@${this.swapped}` : serving;
    documents.pods = runs === undefined ? [] : [0, 1].map((n) => withImage(makePod(`serving-${n}`, stuck ? "set-1" : "set-2"), runs));
    if (stuck) documents.pods.push({ ...makePod("stuck-0", "set-2"), status: { phase: "Pending", conditions: [], containerStatuses: [] } });
    return toList(documents);
  }
}

function withImage(pod: ReturnType<typeof makePod>, image: string): ReturnType<typeof makePod> {
  for (const status of pod.status.containerStatuses) status.imageID = image;
  return pod;
}
