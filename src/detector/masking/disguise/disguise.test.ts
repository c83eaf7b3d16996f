// Each disguise is undone wherever it stands, and every decoded byte knows where it came from.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Decoder } from "../../detector.ts";
import { logDecoders } from "./log-decoders.ts";

const decoder = (name: string): Decoder => logDecoders.find((candidate) => candidate.name === name)!;
const value = fc.string({ unit: fc.constantFrom(..."abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789_"), minLength: 24, maxLength: 80 }).filter((text) => /\d/.test(text) && /[a-z]/i.test(text));
const around = fc.constantFrom("", "a line before\n", "many words stand here, and none of them is it: ", "x = ");
const fold = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, "g"))!.join("\n");

/** Finds the decoded run that holds `wanted`, and where its first byte came from. */
function undo(name: string, text: string, wanted: string): number | undefined {
  const bytes = Buffer.from(text);
  for (const run of decoder(name).decode(bytes)) {
    const at = Buffer.from(run.bytes).indexOf(wanted);
    if (at >= 0) return run.at?.(at) ?? run.start;
  }
  return undefined;
}

function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.match(/.{1,5}/g)!.map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

const colour = fc.constantFrom("\u001b[31m", "\u001b[0m\u001b[K", "\u001b[38;5;208m", "\u009b1m", "\u001b(B", "\u001b]0;title\u0007", "\u001b]8;;x\u001b\\", "\u200b", "\u2060", "\u00ad", "\uFEFF", "\0");

describe("terminal", () => {
  it("joins what something invisible cuts in two", () => {
    fc.assert(fc.property(value, fc.array(fc.tuple(fc.nat(), colour), { minLength: 1, maxLength: 6 }), around, (text, cuts, before) => {
      let cut = text;
      for (const [at, code] of cuts) {
        const places = [...cut.matchAll(/(?=[A-Za-z0-9_])/g)].map(({ index }) => index).filter((index) => !/\u001b[^A-Za-z\u0007\\]*$/.test(cut.slice(0, index)));
        const place = places[at % places.length] ?? 0;
        cut = text === cut ? cut.slice(0, place) + code + cut.slice(place) : cut;
      }
      const at = undo("terminal", `${before}${cut} after`, text);
      expect(at).toBeGreaterThanOrEqual(Buffer.byteLength(before));
      expect(at).toBeLessThan(Buffer.byteLength(`${before}${cut}`));
    }));
  });

  it("keeps apart what something invisible keeps apart", () => {
    expect(undo("terminal", "ab\u001b[1mcd\u001b[0mef\n", " cd ")).toBe(2);
  });

  it("shows links and titles", () => {
    expect(undo("terminal", "see \u001b]8;;https://h.example/?k=v\u001b\\here\u001b]8;;\u001b\\ now", "https://h.example/?k=v ")).toBe(9);
    expect(undo("terminal", "\u001b]0;deploying token-1\u0007ok", "deploying token-1")).toBe(4);
  });

  it("leaves a sequence that never ends as text", () => {
    for (const text of ["\u001b]8;;token-1 and no end\nnext", "\u001b[1;2", "\u001b", "\u001b]0;token-1"]) {
      const [run] = decoder("terminal").decode(Buffer.from(text));
      expect(Buffer.from(run!.bytes).toString()).toBe(text.replace(/\u001b[[\]]?/, ""));
    }
  });

  it("leaves visible text alone", () => {
    for (const text of ["plain ✓ → … “quoted” 日本 ä\r\n\tand more\n", "x".repeat(9999)]) expect(decoder("terminal").decode(Buffer.from(text))).toEqual([]);
  });

  it("copes with any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      for (const { decode } of logDecoders) for (const run of decode(bytes)) for (const offset of [0, run.bytes.length - 1]) {
        const from = run.at?.(offset) ?? run.start;
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from).toBeLessThanOrEqual(bytes.length);
      }
    }));
  });
});

describe("reversed", () => {
  it("turns values round", () => {
    fc.assert(fc.property(value, around, (text, before) => {
      const reversed = [...text].reverse().join("");
      expect(undo("reversed", `${before}${reversed} after`, text)).toBe(before.length + reversed.length - 1);
    }));
  });
});

describe("spaced", () => {
  it.each([[1, " "], [1, "\n"], [2, " "], [4, " "]] as const)("joins groups of %i", (width, separator) => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."abcdef0123456789"), minLength: 64, maxLength: 99 }), (text) => {
      const groups = text.slice(0, text.length - (text.length % width)).match(new RegExp(`.{${width}}`, "g"))!;
      expect(undo("spaced", `some words before it:${separator}${groups.join(separator)}`, groups.join(""))).toBe(22);
    }));
  });

  it("leaves prose alone", () => {
    expect(decoder("spaced").decode(Buffer.from("it was as if the whole build had to go on, or so they said of it; a b c, 1 2 3\n".repeat(9)))).toHaveLength(0);
  });
});

describe("wrapped", () => {
  it("joins lines of one width", () => {
    fc.assert(fc.property(value, fc.integer({ min: 3, max: 20 }), fc.constantFrom("", "a line before\n"), (text, width, before) => {
      expect(undo("wrapped", `${before}${fold(text, width)}\nand words after`, text)).toBe(before.length);
    }));
  });
});

describe("base32", () => {
  it("is undone in either case", () => {
    fc.assert(fc.property(value, fc.boolean(), (text, lower) => {
      const encoded = lower ? base32(text).toLowerCase() : base32(text);
      expect(undo("base32", `dump: ${encoded}==== `, text)).toBe(6);
    }));
  });

  it("leaves words alone", () => {
    expect(decoder("base32").decode(Buffer.from("internationalizationandlocalization CONSTANTINOPOLITANIAN".repeat(3)))).toHaveLength(0);
  });
});

describe("shell-quoting", () => {
  it.each([
    ["pa\\$s\\&wo\\!rd", "pa$s&wo!rd"],
    ["'it'\\''s'", "'it's'"],
    ["ab\"\"cd", "abcd"],
    ["ab''cd", "abcd"],
  ])("takes the quoting off %s", (quoted, plain) => expect(undo("shell-quoting", `echo ${quoted}\nnext`, plain)).toBeGreaterThanOrEqual(5));

  it("leaves paths and other languages alone", () => {
    for (const text of ["C:\\Users\\runner\\work", '{\\"a\\":\\"b\\"}', "name: ''", 'x = ""', "\\n\\t\\d+"]) expect(decoder("shell-quoting").decode(Buffer.from(text))).toEqual([]);
  });
});

describe("every decoder", () => {
  it("leaves what it reads as it is, for those that come after it", () => {
    const piece = fc.constantFrom("\u001b[31m", "[\u001b", "***", "'\\''", "\\n", "\\U0041", "aB3_", "NBSWY3DP", " ", "\n", "x y z ", "//:", "%41");
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 120 }), (pieces) => {
      const [bytes, before] = [Buffer.from(pieces.join("")), Buffer.from(pieces.join(""))];
      for (const { decode } of logDecoders) decode(bytes);
      expect(bytes.equals(before)).toBe(true);
    }), { numRuns: 60 });
  });
});
