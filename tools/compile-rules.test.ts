import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileRules } from "./compile-rules.ts";

const good = readFileSync("rules/stripe/stripe-secret-key.toml", "utf8");

function compile(edit: (toml: string) => string, name = "stripe-secret-key.toml"): string {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  mkdirSync(join(folder, "stripe"));
  writeFileSync(join(folder, "stripe", name), edit(good));
  return compileRules(folder);
}

describe("compileRules", () => {
  it("gives the module that is committed, from any copy of the folder", () => {
    const copy = mkdtempSync(join(tmpdir(), "rules-"));
    cpSync("rules", copy, { recursive: true });
    const text = compileRules(copy);
    expect(text).toBe(readFileSync("src/detector/credential/rules.generated.ts", "utf8"));
  });

  it.each([
    ["an unknown key", (toml: string) => toml.replace("title =", "colour = 1\ntitle ="), "colour"],
    ["a severity that is none", (toml: string) => toml.replace('severity = "critical"', 'severity = "urgent"'), "severity"],
    ["no miss", (toml: string) => toml.replace(/miss = \[[^\]]*\]/, "miss = []"), "miss"],
    ["a sample that is not hit", (toml: string) => toml.replace("'sk_live_{alnum:24}'", "'sk_dead_{alnum:24}'"), "misses its sample"],
    ["a keyword that is not in the match", (toml: string) => toml.replace("keywords = ['sk_live_']", "keywords = ['pk_live_']"), "no keyword"],
    ["no keyword", (toml: string) => toml.replace("keywords = ['sk_live_']", "keywords = []"), "no keywords"],
    ["a repetition without a bound", (toml: string) => toml.replace("{24,247}", "+"), "without a bound"],
    ["an expression that is not valid", (toml: string) => toml.replace("[A-Za-z0-9]", "[A-Za-z0-9"), "expression"],
    ["a checksum nobody knows", (toml: string) => toml.replace("controls =", 'checksum = "md5"\ncontrols ='), "checksum"],
    ["no extension", (toml: string) => toml.slice(0, toml.indexOf("[rules.pipeline]")), "rules.pipeline"],
  ])("refuses %s", (_, edit, message) => {
    expect(() => compile(edit)).toThrow(message);
  });

  it("refuses a file that is not named as its rule", () => {
    expect(() => compile((toml) => toml, "other.toml")).toThrow("same name");
  });
});
