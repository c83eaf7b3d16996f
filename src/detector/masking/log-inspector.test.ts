// Logs as a whole: every transform at every position, steps, copies, and what only many lines together show.
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { jobSetUp, runnerLog, runStep } from "../../../test/fixtures/builders/log.ts";
import { Ledger, type FindingDraft, type LogPlace, type Place } from "../../finding/index.ts";
import { toFragments } from "../../reader/index.ts";
import { readLogs } from "../../reader/log/index.ts";
import { createSampler, inspectAll, type Inspector } from "../index.ts";
import { createLogInspector } from "./index.ts";

let inspector: Inspector;
beforeAll(() => { inspector = createLogInspector(); });

const file: LogPlace = { kind: "log", file: "job.txt" };
const value = `sk_live_${createSampler("transforms").expand("{alnum:24}")}`;
const RULE = "stripe-secret-key";

type Log = { readonly place: LogPlace; readonly bytes: Uint8Array };

async function inspectLogs(logs: readonly Log[], with_ = inspector): Promise<FindingDraft[]> {
  const files = logs.map(({ place, bytes }) => ({ place, repeated: false, open: async function* () { yield bytes; } }));
  const source = { name: "x", logs: files, gaps: [], sha256: () => "", close: async () => {} };
  const { findings, gaps } = await inspectAll(readLogs(source, { ledger: new Ledger() }), with_, new Ledger());
  expect(gaps).toEqual([]);
  return findings;
}

const inspectLines = (lines: readonly string[], style = {}) => inspectLogs([{ place: file, bytes: runnerLog(lines, style) }]);
const linesOf = (findings: readonly FindingDraft[], ruleId: string) => findings.flatMap((finding) => (finding.ruleId === ruleId && finding.location.kind === "log" ? [finding.location.line] : []));

const base64 = (text: string | Uint8Array) => Buffer.from(text as string).toString("base64");
const trim = (text: string) => text.replace(/=+$/, "");
const fold = (text: string, width: number) => (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join("\n");
const percent = (text: string, upper: boolean) => [...Buffer.from(text)].map((byte) => `%${upper ? byte.toString(16).toUpperCase() : byte.toString(16)}`).join("");
const base32 = (text: string) => {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
};

const transforms: { readonly [name: string]: (text: string) => string } = {
  plain: (text) => text,
  "base64, aligned": (text) => base64(text),
  "base64, one byte before": (text) => base64(`:${text}`),
  "base64, two bytes before": (text) => base64(`u:${text}`),
  "base64 with a newline": (text) => base64(`${text}\n`),
  "base64 without a tail": (text) => trim(base64(`${text}!`)),
  base64url: (text) => Buffer.from(text).toString("base64url"),
  "base64 twice": (text) => base64(base64(text)),
  "base64 three times": (text) => base64(base64(base64(text))),
  "base64 wrapped at 76": (text) => fold(base64(`${"some words before it, ".repeat(4)}${text} and after it`), 76),
  "base64 of gzip": (text) => base64(gzipSync(text)),
  base32,
  hex: (text) => Buffer.from(text).toString("hex"),
  HEX: (text) => Buffer.from(text).toString("hex").toUpperCase(),
  "hex, wrapped at 60": (text) => fold(Buffer.from(`${"padding ".repeat(5)} ${text}`).toString("hex"), 60),
  "hex, in pairs": (text) => Buffer.from(text).toString("hex").replace(/..(?=.)/g, "$& "),
  "percent, upper case": (text) => percent(text, true),
  "percent, lower case": (text) => percent(text, false),
  "unicode escapes": (text) => [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  "hex escapes": (text) => [...text].map((character) => `\\x${character.charCodeAt(0).toString(16)}`).join(""),
  reversed: (text) => [...text].reverse().join(""),
  spaced: (text) => [...text].join(" "),
  "one a line": (text) => [...text].join("\n"),
  "wrapped at 10": (text) => fold(text, 10),
  "a seam of quotes": (text) => `${text.slice(0, 11)}''${text.slice(11)}`,
  "shell escapes": (text) => text.replaceAll("_", "\\_").replaceAll("\\_", "_").replace(/^/, "\\$"),
  coloured: (text) => `\u001b[1;31m${text.slice(0, 7)}\u001b[0m\u001b[32m${text.slice(7)}\u001b[0m`,
  "a colour before": (text) => `\u001b[31m${text}\u001b[0m`,
  "zero width": (text) => `${text.slice(0, 13)}\u200d${text.slice(13)}`,
  "in a link": (text) => `\u001b]8;;https://h.example/?t=${text}\u0007here\u001b]8;;\u0007`,
  "NUL between": (text) => [...text].join("\0"),
};

const positions: { readonly [name: string]: (lines: readonly string[]) => { text: string[]; at: number } } = {
  "on lines of its own": (lines) => ({ text: ["before it", ...lines, "after it"], at: 2 }),
  "at the first line": (lines) => ({ text: [...lines, "after it; {ordinary}"], at: 1 }),
  "at the last line": (lines) => ({ text: ["before it", ...lines], at: 2 }),
};
const inLine: typeof positions = {
  "at a line's end": (lines) => ({ text: [`it was: ${lines[0]}`], at: 1 }),
  "at a line's start": (lines) => ({ text: [`${lines[0]} was it`], at: 1 }),
  "in quotes": (lines) => ({ text: [`{"v":"${lines[0]}","n":1}`], at: 1 }),
};

describe.each(Object.entries(transforms))("%s", (_, transform) => {
  const lines = transform(value).split("\n");
  const places = Object.entries(lines.length === 1 ? { ...positions, ...inLine } : positions);

  it.each(places)("is seen %s, under its line", async (_, place) => {
    const { text, at } = place(lines);
    const found = linesOf(await inspectLines([...jobSetUp, ...text], { crlf: true }), RULE);
    expect(found).toHaveLength(1);
    expect(found[0]).toBeGreaterThanOrEqual(jobSetUp.length + at);
    expect(found[0]).toBeLessThan(jobSetUp.length + at + lines.length);
  });
});

describe("two transforms", () => {
  const outer = ["base64, aligned", "base64 twice", "HEX", "percent, lower case", "spaced", "reversed", "coloured", "wrapped at 10", "base32"];
  const inner = ["base64, aligned", "base64url", "hex", "base32", "reversed", "base64 of gzip", "unicode escapes"];
  // Escapes backwards are no escapes to anybody: their backslashes end every run.
  const isTried = (first: string, second: string) => first !== second && !(first === "unicode escapes" && second === "reversed");
  const pairs = outer.flatMap((second) => inner.filter((first) => isTried(first, second)).map((first): [string, string] => [first, second]));

  it.each(pairs)("%s, then %s", async (first, second) => {
    const text = transforms[second]!(transforms[first]!(value));
    expect(linesOf(await inspectLines(["an ordinary line", ...text.split("\n"), "another; {one}"]), RULE)).toHaveLength(1);
  });
});

describe("places", () => {
  it("are the same however the windows fall", async () => {
    const filler = Array.from({ length: 24_000 }, (_, index) => `ordinary output of step ${index}, nothing to see`);
    for (const shift of [0, 7, 16, 31]) {
      const text = Buffer.from([...filler.slice(0, 22_300), "x".repeat(shift), ...Array.from({ length: 40 }, () => `${value} and ${base64(value)}`), ...filler].join("\n"));
      const found = linesOf(await inspectLogs([{ place: file, bytes: text }]), RULE);
      expect(found).toEqual(Array.from({ length: 40 }, (_, index) => [22_302 + index, 22_302 + index]).flat());
    }
  });

  it("tell the step by what it ran, without what is secret in it", async () => {
    const findings = await inspectLines([...runStep("npm ci"), "ok", ...runStep(`deploy --key ${value}`), value]);
    expect(findings.map(({ location }) => location.kind === "log" && location.step)).toEqual(Array.from({ length: 3 }, () => "deploy --key sk_live_…"));
    expect(JSON.stringify(findings)).not.toContain(value.slice(8));
  });

  it("keep the archive's own names of steps", async () => {
    const place: LogPlace = { ...file, job: "build", step: "Run tests" };
    expect(await inspectLogs([{ place, bytes: runnerLog([...runStep("make"), value]) }])).toMatchObject([{ location: { ...place, line: 5 } }]);
  });
});

describe("copies", () => {
  const step = (name: string, lines: readonly string[]): Log => ({ place: { kind: "log", job: "build", step: name, file: `build/${name}.txt` }, bytes: runnerLog(lines) });
  const whole = (lines: readonly string[]): Log => ({ place: { kind: "log", job: "build", file: "0_build.txt" }, bytes: runnerLog(lines, { bom: true }) });
  const leak = (name: string) => `${name}: ${value}`;

  it("are told once, where the step is known", async () => {
    const findings = await inspectLogs([step("1_a", [leak("a"), "ok"]), step("2_b", [leak("b")]), whole([leak("a"), "ok", leak("b")])]);
    expect(findings.map(({ location }) => location.kind === "log" && location.file)).toEqual(["build/1_a.txt", "build/2_b.txt"]);
  });

  it("are no copies where the job's log holds more", async () => {
    const findings = await inspectLogs([step("1_a", [leak("a")]), whole([leak("a"), leak("a"), leak("c")])]);
    expect(findings.map(({ location }) => location.kind === "log" && [location.file, location.line])).toEqual([["build/1_a.txt", 1], ["0_build.txt", 2], ["0_build.txt", 3]]);
  });

  it("are never those of another job or another step", async () => {
    const other: Log = { place: { kind: "log", job: "other", file: "1_other.txt" }, bytes: runnerLog([leak("a")]) };
    expect(await inspectLogs([step("1_a", [leak("a")]), step("2_b", [leak("a")]), other])).toHaveLength(3);
  });
});

describe("whole logs", () => {
  const rulesOf = async (lines: readonly string[]) => (await inspectLines(lines)).map(({ ruleId, location }) => [ruleId, location.kind === "log" && location.line]);
  const times = (count: number, line: string) => Array.from({ length: count }, () => line);

  it("tell a pause that never ends", async () => {
    expect(await rulesOf(["::stop-commands::x", "::x::", "ok", "::stop-commands::y", "::x::"])).toEqual([["commands-stopped", 4]]);
    expect(await rulesOf(["::stop-commands::***", "::***::"])).toEqual([]);
  });

  it("tell debug output throughout, once", async () => {
    expect(await rulesOf(["ok", ...times(300, "##[debug]Evaluating: x")])).toEqual([["debug-logging", 2]]);
    expect(await rulesOf(times(5, "##[debug]one"))).toEqual([]);
  });

  it("tell masks that cut words", async () => {
    expect(await rulesOf(["ok", ...times(30, "the comp***er runs the t***sts")])).toEqual([["over-masking", 2]]);
    expect(await rulesOf(times(300, "token: *** and *** or ***"))).toEqual([]);
  });

  it("tell a near miss once a step", async () => {
    const clone = "git clone https://x:***@host.example/a";
    expect(await rulesOf([...runStep("a"), ...times(50, clone), ...runStep("b"), ...times(50, clone)])).toEqual([["masked-in-url", 5], ["masked-in-url", 59]]);
  });

  it("begin anew with each log", async () => {
    const one: Log = { place: file, bytes: runnerLog(times(20, "##[debug]x")) };
    expect(await inspectLogs([one, { ...one, place: { ...file, file: "two" } }])).toEqual([]);
  });
});

describe("an inspector without", () => {
  it.each(["reversed", "spaced", "wrapped", "base32", "terminal", "shell-quoting", "masking"])("%s misses something", async (name) => {
    const texts: { readonly [name: string]: string } = { wrapped: "wrapped at 10", terminal: "zero width", "shell-quoting": "a seam of quotes" };
    const text = name === "masking" ? "::add-mask::visible1" : transforms[texts[name] ?? name]!(value);
    const bytes = runnerLog(text.split("\n"));
    expect(await inspectLogs([{ place: file, bytes }])).not.toEqual([]);
    expect(await inspectLogs([{ place: file, bytes }], createLogInspector({ without: [name] }))).toEqual([]);
  });
});

it("leaves images to the inspector within", async () => {
  const place: Place = { kind: "image", platform: "x/y", layer: null, part: "env", members: [], state: "final" };
  for await (const fragment of toFragments(place, [Buffer.from(`KEY=${value}`)])) expect(inspector.inspect(fragment)).toHaveLength(1);
});
