import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../finding/index.ts";
import { toJson } from "./index.ts";
import { hostileReport, hostileText } from "./testing/hostile.ts";
import { redReport } from "./testing/reports.ts";

const reversed = (value: unknown): unknown => Array.isArray(value) ? value.map(reversed)
  : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, field]) => [key, reversed(field)])) : value;

describe("toJson", () => {
  it("is the report again, with a newline at the end", () => {
    const json = toJson(redReport());
    expect(json.endsWith("}\n")).toBe(true);
    expect(reportSchema.parse(JSON.parse(json))).toEqual(redReport());
  });
  it("gives the same bytes whatever the order of keys", () => {
    expect(toJson(reversed(redReport()) as ReturnType<typeof redReport>)).toBe(toJson(redReport()));
  });
  it("starts with what people look for", () => {
    expect(Object.keys(JSON.parse(toJson(redReport())) as object).slice(0, 4)).toEqual(["schema", "check", "verdict", "subject"]);
  });
  it("prints no control character, whatever the artefact is called", () => {
    fc.assert(fc.property(hostileText, (text) => {
      expect(toJson(hostileReport(text))).not.toMatch(/[^\n\P{C}]/u);
    }), { numRuns: 40 });
  });
});
