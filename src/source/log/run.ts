// The logs of a run's jobs, from the platform that ran them, through a port.
import { InputError, suggest, type GapDraft, type LogPlace } from "../../finding/index.ts";
import { DigestBook } from "./digest.ts";
import { openChecked } from "./member.ts";
import { findScope, type OutOfScope, type RunJob } from "./scope.ts";
import type { LogFile, LogSource } from "./source.ts";
import { StepLines } from "./step-lines.ts";

export type Jobs = { readonly kind: "jobs"; readonly jobs: readonly RunJob[] } | Unavailable;
export type JobLog = { readonly kind: "log"; readonly content: AsyncIterable<Uint8Array> } | { readonly kind: "absent" } | Unavailable;
/** `detail`: one sentence without values. `refused`: asking again or later gives the same. */
export type Unavailable = { readonly kind: "unavailable"; readonly refused: boolean; readonly detail: string };

/** Never throws; retries what the network did within itself. */
export type RunPort = {
  /** All jobs of all the run's attempts. */
  listJobs(): Promise<Jobs>;
  /** "absent": there is no log yet, or there never was one. */
  openLog(jobId: number): Promise<JobLog>;
  wait(seconds: number): Promise<void>;
};

export type RunQuery = {
  /** For reports, such as "owner/name run 17". */
  readonly name: string;
  /** Names or ids of the jobs to read; empty for all. */
  readonly jobs: readonly string[];
  /** The runner on which the guard itself runs, where it runs in this run. */
  readonly ownRunner?: string | undefined;
};

export type RunSource = LogSource & {
  readonly outOfScope: readonly OutOfScope[];
  /** Address of the page that shows the line, where the platform has one. */
  link(place: LogPlace, line: number): string | undefined;
};

/** Seconds between tries for a log that is not there: it is put there some time after its job has ended. */
const PATIENCE = [2, 4, 8, 16, 30];

/** Throws InputError where the run cannot be seen or has no job of a name that was given; what else fails is a gap. */
export async function openRunLogs(query: RunQuery, port: RunPort): Promise<RunSource> {
  const listed = await port.listJobs();
  if (listed.kind === "unavailable") {
    if (listed.refused) throw new InputError(`run: ${listed.detail}; check the run's id and repository, and give a token with actions: read`);
    return toSource(query, { files: [], gaps: [{ reason: "log-unavailable", location: { kind: "log", file: query.name }, detail: `the run's jobs could not be listed: ${listed.detail}` }], outOfScope: [] });
  }
  const scope = findScope(listed.jobs, query);
  const [unknown] = scope.unknown;
  if (unknown !== undefined) throw new InputError(`jobs: this run has no job named ${unknown}${suggest(unknown, listed.jobs.map(({ name }) => name))}`);
  const book = new DigestBook();
  const files = scope.read.map(({ job, file }) => new JobFile(job, { file, port, book }));
  return toSource(query, { files, gaps: scope.gaps, outOfScope: scope.outOfScope }, book);
}

type Content = { readonly files: readonly JobFile[]; readonly gaps: readonly GapDraft[]; readonly outOfScope: readonly OutOfScope[] };

function toSource({ name }: RunQuery, { files, gaps, outOfScope }: Content, book = new DigestBook()): RunSource {
  const byFile = new Map(files.map((log) => [log.place.file, log]));
  return {
    name, gaps, outOfScope, logs: files.map(toLogFile), sha256: () => book.ofAll(), close: async () => {},
    link: (place, line) => byFile.get(place.file)?.link(line),
  };
}

function toLogFile(log: JobFile): LogFile {
  return { place: log.place, repeated: false, open: () => log.read() };
}

type Setting = { readonly file: string; readonly port: RunPort; readonly book: DigestBook };

/** The log of one job, asked for when it is read. */
class JobFile {
  readonly place: LogPlace;
  readonly #job: RunJob;
  readonly #setting: Setting;
  readonly #steps: StepLines;

  constructor(job: RunJob, setting: Setting) {
    this.place = { kind: "log", job: job.name, file: setting.file };
    this.#job = job;
    this.#setting = setting;
    this.#steps = new StepLines(job.steps);
  }

  async *read(): AsyncGenerator<Uint8Array | GapDraft> {
    const found = await this.#find();
    if (found.kind !== "log") {
      const detail = found.kind === "absent" ? `there was no log of this job, also ${PATIENCE.reduce((sum, seconds) => sum + seconds, 0)} seconds later` : found.detail;
      yield { reason: "log-unavailable", location: this.place, detail };
      return;
    }
    let bytes = 0;
    for await (const item of openChecked(this.place, this.#setting.book.hashing(this.place.file, this.#steps.watch(found.content)))) {
      if (item instanceof Uint8Array) bytes += item.length;
      yield item;
    }
    if (bytes === 0 && this.#job.steps.length > 0) yield { reason: "log-unavailable", location: this.place, detail: "the job ran steps, but its log is empty" };
  }

  link(line: number): string | undefined {
    const { url } = this.#job;
    if (url === undefined) return undefined;
    const spot = this.#steps.locate(line);
    return spot ? `${url}#step:${spot.step}:${spot.line}` : url;
  }

  async #find(): Promise<JobLog> {
    const { port } = this.#setting;
    for (const seconds of PATIENCE) {
      const found = await port.openLog(this.#job.id);
      if (found.kind !== "absent") return found;
      await port.wait(seconds);
    }
    return port.openLog(this.#job.id);
  }
}
