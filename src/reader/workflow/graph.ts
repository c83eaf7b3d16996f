// Reads all workflow files of a checkout, and those elsewhere that they call, into one graph.
import type { GapDraft, GapReason } from "../../finding/index.ts";
import type { FileContent, WorkflowCheckout, WorkflowFiles } from "../../source/index.ts";
import { actionShape } from "./grammar.ts";
import type { Target, Workflow, WorkflowGraph } from "./model.ts";
import { parseLocalAction, parseRemoteAction, parseWorkflowReference } from "./reference.ts";
import { MAX_ACTION_DEPTH, type OpenAction } from "./step.ts";
import { get, getText, type Reading } from "./text.ts";
import { findDepartures } from "./validate.ts";
import { decode, readWorkflow } from "./workflow.ts";
import { parseYaml, type Position, type YamlNode } from "./yaml.ts";

type Wanted = { readonly key: string | null; readonly path: string };

/** Never throws: a file that can't be read, or not as GitHub would read it, is a gap. */
export function readWorkflows(files: WorkflowFiles): WorkflowGraph {
  return new GraphReader(files).read();
}

class GraphReader {
  readonly #files: WorkflowFiles;
  readonly #workflows = new Map<string, Workflow>();
  readonly #wanted = new Map<string, Wanted>();
  readonly #gaps: GapDraft[] = [];
  readonly #actions = new Map<string, YamlNode | "unreadable">();
  readonly #texts: Reading["known"] = { text: new Map(), condition: new Map() };
  readonly #seen = { files: 0, bytes: 0 };
  readonly #read = { files: 0, bytes: 0 };

  constructor(files: WorkflowFiles) {
    this.#files = files;
  }

  read(): WorkflowGraph {
    const { own } = this.#files;
    for (const path of own.list()) this.#want({ key: null, path });
    // A Map hands out what is added while it is walked: callees elsewhere follow their callers.
    for (const [id, wanted] of this.#wanted) this.#readFile(id, wanted);
    if (this.#wanted.size === 0) this.#gap("nothing-examined", own.folder || ".", { detail: "the folder holds no workflow file; name the folder that holds .github/workflows" });
    return { workflows: this.#workflows, gaps: this.#gaps, seen: this.#seen, read: this.#read };
  }

  #want(wanted: Wanted): string {
    const id = toId(wanted);
    if (!this.#wanted.has(id)) this.#wanted.set(id, wanted);
    return id;
  }

  #readFile(id: string, wanted: Wanted): void {
    this.#seen.files++;
    const checkout = this.#checkout(wanted.key);
    const content = checkout?.read(wanted.path) ?? { kind: "absent" };
    const text = this.#decode(id, content);
    if (text === undefined || content.kind !== "file" || !checkout) return;
    this.#seen.bytes += content.bytes.length;
    const place = { id, repository: wanted.key, path: wanted.path };
    const { workflow, problems } = readWorkflow(text, place, {
      depth: 0,
      known: this.#texts,
      resolve: (uses) => this.#resolve(uses, wanted.key),
      openAction: (uses, depth) => this.#openAction(uses, wanted.key, depth),
    });
    for (const problem of problems) this.#gap(problem.reason, id, { detail: `the workflow file can't be vouched for: ${problem.detail}`, at: problem.at });
    if (!workflow) return;
    this.#workflows.set(id, workflow);
    this.#read.files++;
    this.#read.bytes += content.bytes.length;
  }

  #decode(id: string, content: FileContent): string | undefined {
    if (content.kind === "absent") {
      this.#gap("unresolved-reference", id, { detail: "there is no such file, only its name or a link" });
      return undefined;
    }
    if (content.kind === "refused") {
      this.#gap(content.reason, id, { detail: `the workflow file was not read: ${content.detail}` });
      return undefined;
    }
    const text = decode(content.bytes);
    if (text === undefined) this.#gap("malformed", id, { detail: "the workflow file is not UTF-8" });
    return text;
  }

  #resolve(uses: string, caller: string | null): Target {
    const reference = parseWorkflowReference(uses);
    switch (reference.kind) {
      case "misplaced": return reference;
      case "unreadable": return { kind: "unresolved", detail: reference.detail };
      case "local": return this.#resolveIn(caller, reference.path);
      case "remote": {
        const key = `${reference.repository.toLowerCase()}@${reference.ref}`;
        if (this.#checkout(key)) return this.#resolveIn(key, reference.path);
        return { kind: "unresolved", detail: "the called workflow lies in another repository; give a checkout of it as --repository owner/name@ref=PATH" };
      }
      default: return reference satisfies never;
    }
  }

  #resolveIn(key: string | null, path: string): Target {
    const content = this.#wanted.has(toId({ key, path })) ? undefined : this.#checkout(key)?.read(path);
    if (content?.kind === "absent") return { kind: "unresolved", detail: "the called workflow file does not exist in its checkout" };
    if (content?.kind === "refused" && content.reason === "unresolved-reference") return { kind: "unresolved", detail: content.detail };
    return { kind: "workflow", id: this.#want({ key, path }) };
  }

  /** `./` of a step is the workspace, which holds the audited repository; `$/` is the repository of the file that says so. */
  #openAction(uses: string, caller: string | null, depth: number): ReturnType<OpenAction> {
    const local = parseLocalAction(uses);
    const remote = local ? undefined : parseRemoteAction(uses);
    const key = local ? (local.own ? caller : null) : remote?.key;
    // What lies elsewhere and is not at hand is taken as whoever allowed the job takes it.
    if (key === undefined || (remote && !this.#checkout(remote.key))) return null;
    if (depth >= MAX_ACTION_DEPTH) return "unreadable";
    const folder = (local ?? remote)?.folder ?? "";
    const name = `${key ?? ""} ${folder}`;
    const known = this.#actions.get(name) ?? this.#readAction(key, folder);
    this.#actions.set(name, known);
    if (known === "unreadable") return remote ? null : known;
    const runs = get(known, "runs");
    return getText(runs, "using") === "composite" ? { steps: get(runs, "steps"), open: (inner, level) => this.#openAction(inner, key, level) } : null;
  }

  #readAction(key: string | null, folder: string): YamlNode | "unreadable" {
    const checkout = this.#checkout(key);
    for (const name of ["action.yml", "action.yaml"]) {
      const content = checkout?.read(folder === "" ? name : `${folder}/${name}`) ?? { kind: "absent" };
      if (content.kind === "absent") continue;
      const text = content.kind === "file" ? decode(content.bytes) : undefined;
      const tree = text === undefined ? undefined : parseYaml(text);
      return tree?.root && tree.problems.length === 0 && findDepartures(tree.root, actionShape).length === 0 ? tree.root : "unreadable";
    }
    return "unreadable";
  }

  #checkout(key: string | null): WorkflowCheckout | undefined {
    return key === null ? this.#files.own : this.#files.other(key);
  }

  #gap(reason: GapReason, file: string, { detail, at = { line: 1, column: 1 } }: { detail: string; at?: Position }): void {
    this.#gaps.push({ reason, detail, location: { kind: "workflow", file, line: at.line, column: at.column, job: null, path: [] } });
  }
}

/** As users write it in `uses:`, or the path inside the audited repository. */
function toId({ key, path }: Wanted): string {
  if (key === null) return path;
  const at = key.indexOf("@");
  return `${key.slice(0, at)}/${path}${key.slice(at)}`;
}
