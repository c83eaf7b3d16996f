// What GitHub's settings say about an assumption: confirmed, refuted or not to be had, each in one sentence.
import { gateOf, listAdmitted } from "../github/gate.ts";
import type { Question } from "../question.ts";

export type Confirmation = { readonly verified: boolean; readonly source: string };

const API = "GitHub's API";
const not = (source: string): Confirmation => ({ verified: false, source });
const yes = (source: string): Confirmation => ({ verified: true, source });

/** Undefined where GitHub was not asked. */
export function confirmBranches({ settings, branches = [] }: Question): Confirmation | undefined {
  if (!settings) return undefined;
  if (!settings.protection.known) return not(`not verified, since ${settings.protection.why}`);
  const { any, more, branches: names } = listAdmitted(settings.protection.value);
  if (any) return not(gateOf(settings) === "open" ? "refuted: it admits every ref and asks nobody" : "every ref is admitted, and who approves deployments decides");
  if (more !== undefined) return not(`not verified, since ${more}`);
  const open = branches.find(({ outcome }) => outcome === "reached" || outcome === "open");
  if (open) return not(`${open.outcome === "reached" ? "refuted" : "not verified"} on branch ${open.name}: ${open.why}`);
  const unseen = names.filter((name) => !branches.some((branch) => branch.name === name));
  if (unseen.length > 0) return not(`not verified, since ${unseen.length} admitted branches were not looked at`);
  return yes(`${API}: it admits ${names.join(", ") || "no branch"}, and the workflows there keep out of it`);
}

export function confirmNames({ settings }: Question, production: ReadonlySet<string>): Confirmation | undefined {
  if (!settings) return undefined;
  const { environment, outside } = settings.names;
  if (!environment.known) return not(`not verified, since ${environment.why}`);
  if (!outside.known) return not(`not verified, since ${outside.why}`);
  const shared = [...production].filter((name) => outside.value.has(name));
  if (shared.length > 0) return not(`refuted for ${shared.length} of the names that deployments read: the repository or its organisation has them, too`);
  if ([...production].some((name) => !environment.value.has(name))) return not("some names that deployments read are stored nowhere that the token sees");
  return yes(`${API}: the names that deployments read are stored in the environment only`);
}

export function confirmSubject({ settings }: Question): Confirmation | undefined {
  if (!settings) return undefined;
  return settings.subject.known ? yes(`${API}: subjects are made of ${settings.subject.value.keys.join(", ")}`) : not(`not verified, since ${settings.subject.why}`);
}

export function confirmAdministrators({ settings }: Question): Confirmation | undefined {
  if (!settings?.protection.known) return undefined;
  const { adminsBypass } = settings.protection.value;
  if (!adminsBypass.known) return not(`not verified, since ${adminsBypass.why}`);
  return adminsBypass.value ? not("they may") : yes(`${API}: they may not`);
}

export function confirmRun({ settings, commits }: Question): Confirmation | undefined {
  const run = settings?.run;
  if (!run) return undefined;
  if (!run.known) return not(`not verified, since ${run.why}`);
  const unread = run.value.called.filter(({ repository, ref, sha }) => commits?.get(`${repository}@${ref}`) !== sha && ref !== sha && sha !== run.value.sha);
  if (unread.length > 0) return not("for some called workflows the checkout's commit is not known");
  return yes(`${API}: ${run.value.called.length} called workflows`);
}
