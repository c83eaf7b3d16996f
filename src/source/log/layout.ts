// GitHub's layout of a run's logs: `N_<job>.txt` at the top for whole jobs, `<job>/K_<step>.txt` for steps; either or both.
import type { GapDraft, LogPlace } from "../../finding/index.ts";

export type LaidOut = { readonly name: string; readonly place: LogPlace; readonly repeated: boolean };

/** More files than any run has; what lies beyond is a gap. */
export const MAX_LOGS = 100_000;
/** GitHub allows far fewer; a made-up number must not make a long list. */
const MAX_STEPS = 10_000;

type Numbered = { readonly folder: string; readonly number: number | undefined; readonly title: string };

/** Places of all `names` ("/" between segments), in reading order, and a gap for each job whose steps are incomplete. */
export function layOut(names: readonly string[]): { logs: LaidOut[]; gaps: GapDraft[] } {
  const parsed = names.map((name) => ({ name, ...parseName(name) }));
  const folders = new Set(parsed.map(({ folder }) => folder));
  const isWholeJob = (log: Numbered) => log.number !== undefined && (log.folder === "" || folders.has(joinPath(log.folder, log.title)));
  const wholeJobs = new Set(parsed.filter(isWholeJob).map(({ folder, title }) => joinPath(folder, title)));
  const inFolder = Map.groupBy(parsed.filter((log) => !isWholeJob(log)), ({ folder }) => folder);
  const logs = parsed.map((log) => {
    if (!isWholeJob(log)) return { name: log.name, place: toStepPlace(log.name, log), repeated: false, order: log };
    const folder = joinPath(log.folder, log.title);
    const repeated = (inFolder.get(folder) ?? []).some(({ number }) => number !== undefined);
    // Sorted as if it lay in the folder of its steps, after them.
    return { name: log.name, place: { kind: "log" as const, job: log.title, file: log.name }, repeated, order: { folder, number: Infinity, title: log.title } };
  });
  logs.sort((a, b) => compare(a.order, b.order));
  const gaps = [...inFolder].filter(([folder]) => folder !== "" && !wholeJobs.has(folder)).flatMap(([folder, files]) => findMissing(folder, files));
  return { logs: logs.map(({ name, place, repeated }) => ({ name, place, repeated })), gaps };
}

function parseName(name: string): Numbered {
  const cut = name.lastIndexOf("/");
  const base = name.slice(cut + 1);
  const numbered = /^(-?\d{1,19})_(.*?)(?:\.txt)?$/s.exec(base);
  return {
    folder: cut < 0 ? "" : name.slice(0, cut),
    number: numbered ? Number(numbered[1]) : undefined,
    title: numbered?.[2] ?? base.replace(/\.(?:txt|log)(?:\.gz)?$/, ""),
  };
}

function toStepPlace(name: string, { folder, number, title }: Numbered): LogPlace {
  if (folder === "") return { kind: "log", file: name };
  return { kind: "log", job: folder, ...(number !== undefined && { step: title }), file: name };
}

/**
 * Numbers that no file has. Skipped steps have none either, so a hole is a gap only where no whole-job log proves that
 * nothing was printed there.
 */
function findMissing(folder: string, files: readonly Numbered[]): GapDraft[] {
  const location: LogPlace = { kind: "log", job: folder, file: folder };
  const present = new Set(files.flatMap(({ number }) => number ?? []));
  if (present.size === 0) {
    const onlySystem = files.length > 0 && files.every(({ title }) => title === "system");
    return onlySystem ? [{ reason: "missing-step", location, detail: "there is only the runner's system log of this job, none of its steps" }] : [];
  }
  const last = Math.min(Math.max(...present), MAX_STEPS);
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !present.has(number));
  if (missing.length === 0) return [];
  const shown = missing.length > 8 ? `${missing.slice(0, 8).join(", ")} and ${missing.length - 8} more` : missing.join(", ");
  return [{ reason: "missing-step", location, detail: `there is no log of step ${shown}, and no log of the whole job that would show whether it printed anything` }];
}

function joinPath(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function compare(a: Numbered, b: Numbered): number {
  if (a.folder !== b.folder) return a.folder < b.folder ? -1 : 1;
  if (a.number !== b.number) return (a.number ?? -1) < (b.number ?? -1) ? -1 : 1;
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}
