import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean, escapeJson, shorten, show } from "./clean.ts";
import { hostileText } from "./testing/hostile.ts";

describe("clean", () => {
  it("writes out what a terminal would obey", () => {
    expect(clean("a\x1b[31mb\x07\x9bm\n\t\u202e")).toBe("a\\x1b[31mb\\x07\\x9bm\\n\\t\\u{202e}");
  });
  it("leaves visible text of any script alone", () => {
    expect(clean("Straße/設定/مفتاح.env")).toBe("Straße/設定/مفتاح.env");
  });
  it("keeps nothing invisible, whatever comes in", () => {
    fc.assert(fc.property(hostileText, (text) => {
      expect(clean(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
    }));
  });
  it("stacks no more than four marks", () => {
    expect(clean(`e${"\u0301".repeat(50)}`)).toBe(`e${"\u0301".repeat(4)}…`);
  });
});

describe("shorten", () => {
  it("keeps both ends and never exceeds the limit", () => {
    expect(shorten("/very/long/path/to/file.env", 11)).toBe("/very…e.env");
    fc.assert(fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 30 }), (text, max) => [...shorten(text, max)].length <= max));
  });
  it("takes megabytes of name without cost to the page", () => {
    expect([...show("\x1b".repeat(5_000_000), 50)].length).toBeLessThanOrEqual(50);
  });
});

describe("escapeJson", () => {
  it("means the same and holds no invisible character", () => {
    fc.assert(fc.property(hostileText, (text) => {
      const json = escapeJson(JSON.stringify({ text: text.toWellFormed() }));
      expect(JSON.parse(json)).toEqual({ text: text.toWellFormed() });
      expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }));
  });
});
