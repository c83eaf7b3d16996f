// What stands between a started deployment and the environment, as GitHub keeps it.
import type { Protection, Settings } from "../../../reader/workflow/index.ts";

/**
 * "reviewed": somebody must approve whatever enters. "open": nothing asks anybody. "unknown": GitHub was not asked, did not say, or an app
 * decides by means of its own. A wait timer stops nothing.
 */
export type Gate = "reviewed" | "open" | "unknown";

export function gateOf(settings: Settings | undefined): Gate {
  if (!settings?.protection.known) return "unknown";
  const { reviewers, custom } = settings.protection.value;
  if (reviewers > 0) return "reviewed";
  return custom.known && custom.value === 0 ? "open" : "unknown";
}

export type Admitted = {
  /** Branches that are admitted by their names. */
  readonly branches: readonly string[];
  /** Every ref is. */
  readonly any: boolean;
  /** Why refs beyond those may be admitted, too; undefined where none is. */
  readonly more: string | undefined;
};

/** Which refs the environment lets in (GitHub docs: "Deployments and environments", Deployment branches and tags). */
export function listAdmitted({ exists, admission }: Protection): Admitted {
  if (!exists) return { branches: [], any: true, more: undefined };
  switch (admission.kind) {
    case "any": return { branches: [], any: true, more: undefined };
    case "protected": {
      if (!admission.branches.known) return { branches: [], any: false, more: admission.branches.why };
      // "Protected branches only" admits all branches where none is protected.
      return { branches: admission.branches.value, any: admission.branches.value.length === 0, more: undefined };
    }
    case "patterns": {
      if (!admission.patterns.known) return { branches: [], any: false, more: admission.patterns.why };
      const branches = admission.patterns.value.filter(({ name, type }) => type === "branch" && !isWild(name)).map(({ name }) => name);
      const others = admission.patterns.value.filter(({ name, type }) => type === "tag" || isWild(name));
      return { branches, any: false, more: others.length > 0 ? "its policy also admits branches or tags by a pattern, and who may make such a one is not known here" : undefined };
    }
    default: return admission satisfies never;
  }
}

function isWild(pattern: string): boolean {
  return /[*?[{\\]/.test(pattern);
}
