import { describe, expect, it } from "vitest";
import type { CheckSummary, PipelineCheck, ReportedCheck } from "../statement/predicate.ts";
import { makeSpecimen } from "../verification/specimen.ts";
import { assessControls } from "./assess.ts";
import { catalogue, withheld } from "./catalogue.ts";
import { toControlsPage } from "./page.ts";

const { statement } = await makeSpecimen(new Date("2026-05-06T07:08:09.000Z"));
const checks = statement.predicate.checks;

type Edit = Partial<Record<PipelineCheck, Partial<ReportedCheck> | null>>;

function status(id: string, edit: Edit = {}): string {
  const edited = checks.map((check): CheckSummary => {
    const change = edit[check.check];
    if (change === null) return { presence: "absent", check: check.check, reason: "x" };
    return check.presence === "reported" ? { ...check, ...change } : check;
  });
  const result = assessControls(edited).find((control) => control.id === id);
  return `${result?.status}: ${result?.reason}`;
}

const assumption = { id: "a", statement: "s", verified: false, source: "o" };
const against = (requirement: string, open: number, accepted = 0) => ({ byRequirement: [{ requirement, open, accepted }] });

const cases: readonly (readonly [title: string, id: string, edit: Edit, expected: RegExp])[] = [
  ["supports what complete and clean checks show", "6.5.3.c", {}, /^evidence-supports/],
  ["caps at partial where the mapping says so", "8.6.2.b", {}, /^partial: .*history are not read/],
  ["caps at partial while an assumption is unverified", "6.5.3.c", { "isolation-assert": { assumptions: [assumption] } }, /^partial: .*nobody verified: 1/],
  ["does not cap for a verified assumption", "6.5.3.c", { "isolation-assert": { assumptions: [{ ...assumption, verified: true }] } }, /^evidence-supports/],
  ["caps at partial for a gap", "6.5.3.c", { "isolation-assert": { gaps: [{ reason: "truncated", disposition: "open", count: 1 }] } }, /^partial: .*could not examine everything/],
  ["caps at partial for a waived gap", "6.5.3.c", { "isolation-assert": { gaps: [{ reason: "truncated", disposition: "waived", count: 2 }] } }, /^partial: .*gaps accepted by waiver: 2/],
  ["caps at partial for a waived finding", "6.5.3.c", { "isolation-assert": against("6.5.3", 0, 1) }, /^partial: .*accepted by waiver, baseline or threshold: 1/],
  ["caps at partial where the check did not prove itself", "6.5.3.c", { "isolation-assert": { selfTest: { planted: 2, detected: 1, missed: ["x"] } } }, /^partial/],
  ["contradicts for an open finding against the requirement", "6.5.3.c", { "isolation-assert": against("6.5.3", 1) }, /^evidence-contradicts/],
  ["contradicts for one beneath it", "6.5.3.c", { "isolation-assert": against("6.5.3.1", 1) }, /^evidence-contradicts/],
  ["is not moved by a finding against another requirement", "6.5.3.c", { "isolation-assert": against("6.5.30", 1) }, /^evidence-supports/],
  ["covers nothing where nothing was examined", "6.5.3.c", { "isolation-assert": { coverage: { seen: {}, examined: {} } } }, /^not-covered/],
  ["covers nothing where the check is absent", "6.5.3.c", { "isolation-assert": null }, /^not-covered: Nothing was examined by isolation-assert/],
  ["says partly what one of two checks shows", "8.6.2.b", { "log-leak-guard": null }, /^partial: .*log-leak-guard is absent/],
  ["covers nothing that hangs on a deployment", "6.5.1.b", {}, /^not-covered: Hangs on a deployment/],
  ["covers nothing that only people can show", "6.5.1.a", {}, /^not-covered: Only people/],
];

describe("assessControls", () => {
  it.each(cases)("%s", (_, id, edit, expected) => expect(status(id, edit)).toMatch(expected));

  it("answers for every procedure once, and never says compliant", () => {
    const results = assessControls(checks);
    expect(results.map((one) => one.id)).toEqual(catalogue.map((one) => one.id));
    expect(new Set(results.map((one) => one.id)).size).toBe(results.length);
    expect(results.length).toBeGreaterThan(35);
    expect(JSON.stringify(results)).not.toMatch(/compliant|in place/i);
  });
});

describe("the catalogue", () => {
  it("keeps procedures beneath their requirement", () => {
    for (const { id, requirement } of catalogue) expect(id === requirement || id.startsWith(`${requirement}.`)).toBe(true);
  });

  it("emits none of the requirements that it withholds", () => {
    for (const { requirement } of withheld) expect(catalogue.some((one) => one.requirement === requirement)).toBe(false);
  });

  it("makes a page with a row for each", () => {
    const page = toControlsPage();
    for (const { id } of catalogue) expect(page).toContain(`| ${id} |`);
    for (const { requirement } of withheld) expect(page).toContain(`- ${requirement}: `);
    expect(page.endsWith("\n")).toBe(true);
  });
});
