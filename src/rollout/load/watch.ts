// Follows a deployment's pods while they come and go: their events, and what they write about each request.
import type { PodEvent, ServiceEntry } from "../../measurement/index.ts";
import type { Ports } from "../cluster/kubectl.ts";

/** Where to watch; `selector` as kubectl takes it. */
export type Place = { readonly context: string; readonly namespace: string; readonly selector: string };

/** Longer than any change; a watch that the API server ends sooner is opened again. */
const WATCH_MS = 6 * 3600_000;
const LAST_LINES_MS = 1000;
/** Not by tabs, which kubectl turns into aligned columns. */
const SEPARATOR = "|";
const COLUMNS = ["{.type}", "{.object.metadata.name}", "{.object.metadata.deletionTimestamp}", '{.object.status.conditions[?(@.type=="Ready")].status}'].join(SEPARATOR);

export type PodWatch = {
  readonly events: readonly PodEvent[];
  readonly entries: readonly ServiceEntry[];
  /** Ends when all that was written has been read. */
  stop(): Promise<void>;
};

export function watchPods(place: Place, ports: Ports): PodWatch {
  const ending = new AbortController();
  const record = new PodRecord();
  const streams: Promise<void>[] = [];
  const since = ports.now().toISOString();
  const follow = (pod: string) => streams.push(stream(["logs", pod, "--follow", `--since-time=${since}`], { place, ports, signal: ending.signal, line: (line) => record.addLine(line) }));
  const watching = stream(["get", "pods", `--selector=${place.selector}`, "--watch", "--output-watch-events", `--output=jsonpath=${COLUMNS}{"\\n"}`], {
    place, ports, signal: ending.signal,
    line: (line) => {
      const started = record.addEvent(line, ports.now().getTime());
      if (started !== undefined) follow(started);
    },
  });
  const end = async (): Promise<void> => {
    // lines of the last answers are on their way
    await ports.wait(LAST_LINES_MS);
    ending.abort();
    await Promise.all([watching, ...streams]);
  };
  let ended: Promise<void> | undefined;
  return { events: record.events, entries: record.entries, stop: () => (ended ??= end()) };
}

type Stream = { readonly place: Place; readonly ports: Ports; readonly signal: AbortSignal; line(line: string): void };

async function stream(args: readonly string[], { place, ports, signal, line }: Stream): Promise<void> {
  const all = AbortSignal.any([signal, ports.signal]);
  try {
    await ports.run("kubectl", [`--context=${place.context}`, `--namespace=${place.namespace}`, ...args], { timeoutMs: WATCH_MS, signal: all, log: line });
  } catch (error) {
    if (!all.aborted) throw error;
  }
}

/** What the lines of watch and logs amount to. */
export class PodRecord {
  readonly events: PodEvent[] = [];
  readonly entries: ServiceEntry[] = [];
  readonly #states = new Map<string, { readonly ready: boolean; readonly terminating: boolean }>();

  /** The name of a pod whose log is to be followed from now on, if the line tells of one that has started. */
  addEvent(line: string, at: number): string | undefined {
    const [type, pod, deletion, readiness] = line.split(SEPARATOR);
    if (type === undefined || pod === undefined || pod === "") return undefined;
    if (type === "DELETED") {
      this.events.push({ at, kind: "pod-gone", pod });
      this.#states.delete(pod);
      return undefined;
    }
    const before = this.#states.get(pod);
    const state = { ready: readiness === "True", terminating: (deletion ?? "") !== "" };
    this.#states.set(pod, state);
    if (state.terminating && before?.terminating === false) this.events.push({ at, kind: "pod-terminating", pod });
    if (!state.ready || before?.ready === true || state.terminating) return undefined;
    this.events.push({ at, kind: "pod-ready", pod });
    return pod;
  }

  /** A JSON line with the id and the status of a request; others are the service's own business. */
  addLine(line: string): void {
    const parsed = parse(line);
    const id = parsed?.["requestId"] ?? parsed?.["reqId"];
    const status = parsed?.["status"];
    if (typeof id === "string" && typeof status === "number") this.entries.push({ requestId: id, status });
  }
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
