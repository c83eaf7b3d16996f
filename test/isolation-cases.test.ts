// Every isolation case in one file each: options, files, and the verdict with every finding and gap that it must have, and no other.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { judgeCase, readCase } from "./guards/isolation-case.ts";

const folder = new URL("cases/isolation/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".case")).sort();

describe("isolation cases", () => {
  it("are many", () => expect(names.length).toBeGreaterThanOrEqual(120));

  it.each(names)("%s", (name) => {
    const { input, expected } = readCase(readFileSync(new URL(name, folder), "utf8"));
    expect(judgeCase(input)).toEqual(expected);
  });

  it("fail when a reach is missed", () => {
    const { input, expected } = readCase(readFileSync(new URL("direct.case", folder), "utf8"));
    expect(expected[0]).toBe("fail");
    expect(judgeCase({ ...input, allowed: ["ci.yml:build"] })).not.toEqual(expected);
  });
});
