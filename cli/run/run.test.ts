// The main job's frame: what it shows, what it keeps, and that outputs appear as a whole or not at all.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InputError } from "../../src/finding/index.ts";
import { openCapture } from "./capture.ts";
import { readConfig } from "./config.ts";
import { openOutFolder, RUN_FILE } from "./out-folder.ts";
import { openProgress } from "./progress.ts";
import { worst } from "./stage.ts";

let folder = "";
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "run-")); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("verdict of a run", () => {
  it.each([
    [["done", "pass", "not-run"], "pass"],
    [["pass", "inconclusive"], "inconclusive"],
    [["inconclusive", "fail", "pass"], "fail"],
  ] as const)("of %j is %s", (verdicts, verdict) => expect(worst(verdicts)).toBe(verdict));
});

describe("output folder", () => {
  it("replaces a former run's outputs as a whole", async () => {
    const path = join(folder, "out");
    for (const content of ["first", "second"]) {
      const out = await openOutFolder(path);
      writeFileSync(join(out.partial, RUN_FILE), content);
      if (content === "first") writeFileSync(join(out.partial, "gone.txt"), "");
      await out.commit();
    }
    expect(readdirSync(path)).toEqual([RUN_FILE]);
    expect(readFileSync(join(path, RUN_FILE), "utf8")).toBe("second");
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  it("leaves a former run's outputs when the run is given up", async () => {
    const path = join(folder, "out");
    mkdirSync(path);
    writeFileSync(join(path, RUN_FILE), "former");
    const out = await openOutFolder(path);
    writeFileSync(join(out.partial, RUN_FILE), "half");
    out.discard();
    expect(readFileSync(join(path, RUN_FILE), "utf8")).toBe("former");
    expect(readdirSync(folder)).toEqual(["out"]);
  });

  it("never replaces what is not its own", async () => {
    writeFileSync(join(folder, "thesis.doc"), "");
    await expect(openOutFolder(folder)).rejects.toThrow(InputError);
    await expect(openOutFolder(join(folder, "thesis.doc"))).rejects.toThrow(InputError);
    expect(existsSync(join(folder, "thesis.doc"))).toBe(true);
  });

  it("lets two runs at once end with the outputs of one of them", async () => {
    const path = join(folder, "out");
    const outs = await Promise.all([openOutFolder(path), openOutFolder(path)]);
    for (const [index, out] of outs.entries()) for (const name of [RUN_FILE, "a", "b"]) writeFileSync(join(out.partial, name), String(index));
    await Promise.all(outs.map((out) => out.commit()));
    expect(new Set([RUN_FILE, "a", "b"].map((name) => readFileSync(join(path, name), "utf8")))).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["out"]);
  });
});

describe("captured logs", () => {
  it("have the runner's stamps and appear when the stage has ended", async () => {
    const path = join(folder, "logs", "1_build.txt");
    const capture = openCapture(path, () => new Date("2026-11-22T01:02:03.456Z"));
    for (const line of ["one", "two", "three"]) capture.write(line);
    expect(existsSync(path)).toBe(false);
    expect(capture.tail(2)).toEqual(["two", "three"]);
    await capture.close();
    expect(readFileSync(path, "utf8").split("\n")[0]).toBe("2026-11-22T01:02:03.4560000Z one");
  });
});

describe("progress", () => {
  const show = (color: boolean, isTTY: boolean) => {
    let text = "";
    const progress = openProgress({ write: (part) => { text += part; }, isTTY, columns: 80 }, color);
    progress.begin("build");
    progress.say("step\u001b[2J one");
    progress.end("build", { verdict: "fail", seconds: 1.25, note: "a\u0007 note" });
    progress.abandon("deploy", ["last \u001b]0;x line"]);
    return text;
  };

  it("is one plain line a stage elsewhere than on a terminal", () => expect(show(false, false)).toBe("  ✗ build                 1.3 s  fail         a  note\n  ✗ deploy\n      last  ]0;x line\n"));
  it("redraws on a terminal, and lets no control sequence of a build through", () => {
    const text = show(true, true);
    expect(text).toContain("\r\u001b[K");
    expect(text).not.toMatch(/\u001b\[2J|\u0007|\u001b\]/);
  });
});

describe("config", () => {
  it("starts relative paths in its own folder and fills in defaults", async () => {
    writeFileSync(join(folder, "c.yml"), "schema: pci-pipeline/config/v1\nbuild: {context: service}\nisolation: [{repo: ., allow-jobs: [a.yml:b]}]\n");
    expect(await readConfig("/", join(folder, "c.yml"))).toMatchObject({ folder, config: { "fail-on": "medium", build: { builder: "embedded" }, isolation: [{ environment: "prod" }], deploy: { required: false } } });
  });

  it("names all issues at once, and unknown keys", async () => {
    writeFileSync(join(folder, "c.yml"), "schema: pci-pipeline/config/v1\nbuild: {contxt: x}\nisolation: []\n");
    await expect(readConfig(folder, "c.yml")).rejects.toThrow(/build\.context.*contxt.*isolation/);
    await expect(readConfig(folder, "none.yml")).rejects.toThrow("config none.yml does not exist");
  });
});
