// The waivers file is the users' own: an entry is appended or nothing happens.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorld } from "../src/runtime/index.ts";
import { main } from "./waive.ts";

describe("waive", () => {
  let folder = "";
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "waive-")); });
  afterEach(() => rmSync(folder, { recursive: true }));
  const fingerprint = "0123456789abcdef".repeat(2);
  const waive = (change: object) => main(
    { fingerprint, owner: "team", reason: "old", until: "2027-01-31", waivers: "w.yml", note: undefined, ...change },
    { ...openWorld(new AbortController().signal, () => undefined), cwd: folder, now: () => new Date("2026-11-22T00:00:00Z") },
  );

  it("appends an entry, and refuses the same one twice", async () => {
    await waive({});
    await waive({ fingerprint: "f".repeat(32), reason: "a: b #c\ny: - z" });
    expect(readFileSync(join(folder, "w.yml"), "utf8").match(/fingerprint:/g)).toHaveLength(2);
    await expect(waive({})).rejects.toThrow("already waives");
  });

  it.each([
    [{ fingerprint: "some-rule" }, "32 hexadecimal digits"], [{ until: "2027-02-31" }, "YYYY-MM-DD"], [{ until: "2020-01-01" }, "is past"],
    [{ waivers: "folder" }, "waivers file folder is not a file"],
  ])("refuses %j and writes nothing", async (change, message) => {
    mkdirSync(join(folder, "folder"));
    await expect(waive(change)).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual(["folder"]);
  });
});
