// What GitHub keeps outside of the checkout and isolation leans on, asked once through a port.
import type { Ask } from "../../../source/index.ts";
import type { Known } from "./known.ts";
import { readProtection, type Protection } from "./protection.ts";
import { readRecordedRun, type RecordedRun } from "./recorded-run.ts";
import { readStoredNames, type StoredNames } from "./stored.ts";
import { readSubjectForm, type SubjectForm } from "./subject.ts";

/** The environment of a repository. */
export type Place = { readonly owner: string; readonly repo: string; readonly environment: string };

export type Settings = {
  readonly protection: Known<Protection>;
  readonly subject: Known<SubjectForm>;
  readonly names: StoredNames;
  /** Undefined where no run was named. */
  readonly run: Known<RecordedRun> | undefined;
};

/** `ask` has the workflow's token, `askAdmin` one that may list secret names. What can't be had says why and stays unknown. */
export async function readSettings(ask: Ask, place: Place, more: { readonly askAdmin: Ask | undefined; readonly runId: number | undefined }): Promise<Settings> {
  const [protection, subject, names, run] = await Promise.all([
    readProtection(ask, place), readSubjectForm(ask, place), readStoredNames(more.askAdmin, place),
    more.runId === undefined ? undefined : readRecordedRun(ask, place, more.runId),
  ]);
  return { protection, subject, names, run };
}
