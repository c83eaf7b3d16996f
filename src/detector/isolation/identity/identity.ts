// Whether a job can mint a token that production trusts.
import type { FindingDraft, GapDraft } from "../../../finding/index.ts";
import type { Condition, SubjectForm, Test, TrustRule } from "../../../reader/workflow/index.ts";
import { levelOf } from "../permission.ts";
import type { Question } from "../question.ts";
import { toFinding, toGap } from "../rules.ts";
import type { Run } from "../run.ts";
import { findTokens, type Claim, type Token } from "./claims.ts";
import { isCovered, meet, type Language, type Meeting } from "./language.ts";

/** A job that calls a workflow has no token of its own. */
export function canMint(run: Run): boolean {
  return !run.job.call && !run.idle && run.permissions !== null && levelOf(run.permissions, "id-token") === "write";
}

export function judgeIdentity(run: Run, question: Question): { findings: FindingDraft[]; gaps: GapDraft[] } {
  if (!canMint(run)) return { findings: [], gaps: [] };
  const at = run.permissionsAt;
  if (!question.trust) {
    const detail = `the job can mint identity tokens (id-token: write), and whether production trusts one of them is not known; give production's trust policies as --trust FILE, or take the permission away`;
    return { findings: [], gaps: [toGap("undecided-identity", run, { at, detail })] };
  }
  const tokens = findTokens(run, { repository: question.repository, form: subjectFormOf(question) });
  const judged = question.trust.map((rule) => ({ rule, meeting: best(tokens.map((token) => meetRule(token, rule))) }));
  const trusting = judged.find(({ meeting }) => meeting === "certain");
  if (trusting) return { findings: [toFinding("identity-trusted", run, { at, shown: `identity trusted by ${trusting.rule.name}` })], gaps: [] };
  const open = judged.find(({ meeting }) => meeting === "possible");
  if (!open) return { findings: [], gaps: [] };
  const missing = question.repository === undefined ? "; give the repository's name as --name owner/repo" : "";
  return { findings: [], gaps: [toGap("undecided-identity", run, { at, detail: `the trust policy ${open.rule.name} accepts a token of this job for some values that are not known here${missing}; bind the policy to the environment` })] };
}

function subjectFormOf({ settings }: Question): SubjectForm | undefined {
  return settings?.subject.known ? settings.subject.value : undefined;
}

function meetRule(token: Token, rule: TrustRule): Meeting {
  const meetings = rule.conditions.map((condition) => meetCondition(token, condition));
  if (meetings.includes("none")) return "none";
  return rule.limited || meetings.includes("possible") ? "possible" : "certain";
}

function meetCondition(token: Token, { claim, test, optional }: Condition): Meeting {
  const held = token.get(claim) ?? "unknown";
  if (held === "absent") return optional || test.kind === "differs" || (test.kind === "present" && !test.wanted) ? "certain" : test.kind === "unknown" ? "possible" : "none";
  return meetTest(held, test);
}

function meetTest(held: Exclude<Claim, "absent">, test: Test): Meeting {
  if (test.kind === "unknown") return "possible";
  if (test.kind === "present") return held === "unknown" ? "possible" : test.wanted ? "certain" : "none";
  if (held === "unknown") return "possible";
  if (held === "any") return "certain";
  switch (test.kind) {
    case "equals": return best(test.values.map((value) => meet(held, value, { wild: false, single: false })));
    case "like": return best(test.patterns.map((pattern) => meet(held, pattern, { wild: true, single: test.single })));
    case "differs": return meetNone(held, test);
    default: return test satisfies never;
  }
}

/** Whether some text of the claim is none of the patterns. */
function meetNone(held: Language, test: Extract<Test, { kind: "differs" }>): Meeting {
  const options = { wild: test.wild, single: test.single };
  if (test.patterns.some((pattern) => isCovered(held, pattern, options))) return "none";
  const met = test.patterns.filter((pattern) => meet(held, pattern, options) !== "none");
  if (met.length === 0) return "certain";
  // One pattern that doesn't take everything leaves a choice to who can choose; several could take everything together.
  return met.length === 1 && held.some((part) => typeof part !== "string" && part.free) ? "certain" : "possible";
}

function best(meetings: readonly Meeting[]): Meeting {
  if (meetings.includes("certain")) return "certain";
  return meetings.includes("possible") ? "possible" : "none";
}
