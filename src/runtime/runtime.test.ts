// Doors parse the same on a terminal and on the runner, say everything that is wrong at once, and never show a value.
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { InputError, nearestName } from "../finding/index.ts";
import { readActionInputs } from "./action/action-inputs.ts";
import {
  checkInputs, choice, defineContract, describeFailure, flag, integer, lines, openWorld, optional, parseInputs, parseYaml, readArguments, readTerms, required, runCommand, textWithDefault,
  toCommandHelp, writeOutput, type World,
} from "./index.ts";

const contract = defineContract({
  name: "sample", title: "Sample", description: "A door for tests", branding: { icon: "box", color: "blue" },
  inputs: {
    image: required("path", { description: "What to read", positional: true }),
    level: choice({ description: "How much", choices: ["low", "high"], default: "low" }),
    deep: flag({ description: "All of it" }),
    depth: integer({ description: "How deep", default: 5, min: 1, max: 9 }),
    rules: lines({ description: "Rules" }),
    folder: textWithDefault("path", { description: "Where", default: "here" }),
    token: optional("secret", { description: "A token" }),
    "for-actions": optional("text", { description: "x", only: "action" }),
    "for-commands": optional("text", { description: "x", only: "command" }),
  },
  outputs: {}, permissions: {},
});

const parse = (...args: string[]) => parseInputs(contract, readArguments(contract, args), (name) => `--${name}`);

describe("command line", () => {
  it("reads every kind of flag", () => {
    expect(parse("a.tar", "--level=high", "--deep", "--depth", "3", "--rules", "x", "--rules", "y")).toMatchObject({
      image: "a.tar", level: "high", deep: true, depth: 3, rules: ["x", "y"], folder: "here", token: undefined,
    });
  });
  it("takes what stands after -- as it is", () => expect(parse("--", "--odd-name").image).toBe("--odd-name"));
  it("takes - as an argument", () => expect(parse("-").image).toBe("-"));
  it.each([
    [["a", "--levle", "high"], /unknown flag --levle; did you mean --level\?/],
    [["a", "--for-actions", "x"], /unknown flag --for-actions/],
    [["a", "b"], /one argument too many/],
    [["a", "--level"], /--level needs a value/],
    [["a", "--depth", "3", "--depth", "4"], /--depth is given twice/],
    [["a", "-x"], /unknown flag -x/],
    [[], /--image is required/],
    [[""], /<image> is empty/],
    [["a", "--token", ""], /--token is empty; give a value or leave the flag out/],
    [["a", "--level="], /--level is empty/],
    [["a", "--level", "hgih"], /--level is one of low, high/],
    [["a", "--depth", "10"], /--depth is a whole number from 1 to 9/],
  ])("refuses %j", (args, message) => expect(() => parse(...args)).toThrow(message));
  it("says all that is wrong at once, and no value", () => {
    const secret = `v${Date.now()}`;
    expect(() => parse("a", "--level", secret, "--depth", secret, `--deep=${secret}`)).toThrow(/--level .*; --deep .*; --depth .*/);
    expect(() => parse("a", "--level", secret)).not.toThrow(secret);
  });
  it("prints help with every flag that a terminal has", () => {
    const help = toCommandHelp(contract);
    for (const name of ["<image>", "--level low|high", "--deep", "--depth", "--rules", "--for-commands"]) expect(help).toContain(name);
    expect(help).not.toContain("for-actions");
  });
});

describe("action inputs", () => {
  it("reads what the runner gives, where an empty string is an absent input", () => {
    const raw = readActionInputs(contract, { INPUT_IMAGE: "a", INPUT_LEVEL: "", "INPUT_FOR-ACTIONS": "x", PATH: "y" });
    expect(parseInputs(contract, raw, (name) => name)).toMatchObject({ image: "a", level: "low", "for-actions": "x", rules: [] });
  });
  it("refuses an undeclared input with the nearest name", () => {
    expect(() => readActionInputs(contract, { INPUT_IMAGE: "a", INPUT_LEVL: "high" })).toThrow("unknown input levl; did you mean level?");
    expect(() => readActionInputs(contract, { "INPUT_FOR-COMMANDS": "x" })).toThrow("unknown input");
  });
  it.each(["yes", "1", "on", "tRue"])("refuses the boolean %s, as the runner's own parser does", (value) => {
    expect(() => parseInputs(contract, new Map([["image", "a"], ["deep", value]]), (name) => name)).toThrow("deep is true or false");
  });
});

describe("names", () => {
  it.each([["isolation-asert", "isolation-assert"], ["imagesecretaudit", "image-secret-audit"], ["zzz", undefined]])("finds the nearest of %s", (wrong, nearest) => {
    expect(nearestName(wrong, ["isolation-assert", "image-secret-audit", "run"])).toBe(nearest);
  });
});

describe("files", () => {
  let folder = "";
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "runtime-")); });
  afterEach(() => rmSync(folder, { recursive: true }));
  const world = () => ({ cwd: folder, now: () => new Date("2026-11-22T00:00:00Z") }) as World;
  const inputs = (change: object) => ({ "fail-on": "medium" as const, waivers: undefined, baseline: undefined, ...change });

  it("writes whole files only", async () => {
    await writeOutput(join(folder, "deep", "a.txt"), "content");
    await expect(writeOutput(join(folder, "deep", "a.txt", "b"), "x")).rejects.toThrow(/a parent of it is a file; name a place that is writable/);
    await expect(writeOutput(join(folder, "deep"), "x")).rejects.toThrow(InputError);
    expect(readdirSync(folder)).toEqual(["deep"]);
    expect(readdirSync(join(folder, "deep"))).toEqual(["a.txt"]);
  });

  it("writes through a link, and into a pipe instead of over it", async () => {
    writeFileSync(join(folder, "a.txt"), "old");
    symlinkSync("a.txt", join(folder, "link"));
    await writeOutput(join(folder, "link"), "new");
    expect([lstatSync(join(folder, "link")).isSymbolicLink(), readFileSync(join(folder, "a.txt"), "utf8")]).toEqual([true, "new"]);
    await writeOutput("/dev/null", "gone");
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("refuses an output that is one of the inputs, and leaves it as it was", async () => {
    const file = join(folder, "a.txt");
    writeFileSync(file, "evidence");
    symlinkSync("a.txt", join(folder, "link"));
    const door = defineContract({ ...contract, name: "door", inputs: { image: contract.inputs.image, ...checkInputs } });
    const main = () => Promise.reject(new Error("must not start"));
    for (const args of [[file, "--output", file], [file, "--output", join(folder, "link")], ["x", "--waivers", file, "--output", file]]) {
      expect(await runCommand(door, main, args)).toBe(3);
    }
    expect(readFileSync(file, "utf8")).toBe("evidence");
  });

  it("reads terms, and says what is wrong with them all at once", async () => {
    writeFileSync(join(folder, "w.yml"), "schema: pci-pipeline/waivers/v1\nwaivers:\n  - {rule: x, owner: o, reason: r, until: 2026-13-01}\n  - {owner: o, reason: r, until: '2027-01-01'}\n");
    await expect(readTerms(inputs({ waivers: "w.yml" }), world())).rejects.toThrow(/waivers\.0\.until.*waivers\.1/);
    await expect(readTerms(inputs({ waivers: "none.yml" }), world())).rejects.toThrow("waivers file none.yml does not exist; check the path");
    await expect(readTerms(inputs({ baseline: "w.yml" }), world())).rejects.toThrow("is not JSON");
    writeFileSync(join(folder, "w.yml"), "schema: pci-pipeline/waivers/v1\nwaivers:\n  - {rule: x, path: p, owner: o, reason: r, until: '2027-01-01'}\n");
    expect((await readTerms(inputs({ waivers: "w.yml" }), world())).waivers).toHaveLength(1);
  });

  it("refuses YAML with the line", () => expect(() => parseYaml("a: [", z.any(), "config")).toThrow(/config is not valid YAML in line 1/));
});

describe("failures", () => {
  const idle = new AbortController().signal;
  it("gives bad input one sentence and 3", () => expect(describeFailure("x", new InputError("no such file"), idle)).toEqual({ exitCode: 3, message: "x: no such file" }));
  it("writes out line breaks of a name, which the runner would read as commands", () => {
    expect(describeFailure("x", new InputError("file a\n::stop-commands::b"), idle).message).toBe("x: file a\\n::stop-commands::b");
    const lines: string[] = [];
    openWorld(idle, (line) => lines.push(line)).progress("reading a\n::b");
    expect(lines).toEqual(["reading a\\n::b"]);
  });
  it("gives a defect its stack, its cause and 70", () => {
    const failure = describeFailure("x", new Error("oh", { cause: new Error("deep") }), idle);
    expect(failure.exitCode).toBe(70);
    expect(failure.message).toMatch(/oh[\s\S]*caused by[\s\S]*deep[\s\S]*no verdict was reached/);
  });
});

it("every check has the same terms", () => expect(Object.keys(checkInputs)).toEqual(["fail-on", "waivers", "baseline", "format", "output", "report-dir"]));
