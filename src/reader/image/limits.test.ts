// Limits are taken as they are written, or refused with the names that there are.
import { describe, expect, it } from "vitest";
import { parseLimits } from "./index.ts";

describe("parseLimits", () => {
  it("takes some, one or none", () => {
    expect(parseLimits("depth=8, bufferBytes=134217728")).toEqual({ depth: 8, bufferBytes: 134_217_728 });
    expect(parseLimits(undefined)).toEqual({});
    expect(parseLimits("")).toEqual({});
  });

  it.each([["dept=8", "did you mean depth"], ["depth=0", "above 0"], ["depth", "above 0"], ["depth=1e9", "above 0"], ["depth=-1", "above 0"], ["__proto__=1", "there is no limit"]])("refuses %s", (text, message) => {
    expect(() => parseLimits(text)).toThrow(message);
  });
});
