// A secret never travels: a value planted in every input appears in no output, in no spelling.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCredential, makeLog, unsafeWorkflow, writeFiles, writeImage, writeKey } from "../fixtures/doors.ts";
import { root } from "../guards/sources.ts";

const secret = makeCredential(`canary ${Date.now()} ${process.pid}`);
let cwd = "";

/** The value itself, and what it looks like in base64 at each alignment, hex and percent-encoding. */
function toSpellings(value: string): string[] {
  const bytes = Buffer.from(value);
  const base64 = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").slice(shift === 0 ? 0 : 4, -4));
  const percent = [...bytes].map((byte) => `%${byte.toString(16)}`).join("");
  // Of the value without its public prefix, so that a preview is no hit.
  return [value, value.slice(8), ...base64, ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")), bytes.toString("hex"), bytes.toString("hex").toUpperCase(), percent, [...value].reverse().join("")];
}

/** Where a spelling of the value stands in `text`. */
function findLeaks(text: string): string[] {
  return toSpellings(secret).filter((spelling) => text.includes(spelling));
}

function run(...args: string[]) {
  const result = spawnSync(join(root, "bin/pci-pipeline"), args, { cwd, encoding: "utf8", env: { ...process.env, SECRET_KEY: secret } });
  return { code: result.status, text: result.stdout + result.stderr };
}

function readAll(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, "latin1")}`).join("\n");
}

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "canary-"));
  await writeImage(join(cwd, "image"), secret);
  const workflow = unsafeWorkflow.replace("run: make\n", `run: make TOKEN=${secret}\n`).replace("environment: prod", `environment: \${{ inputs.name || 'prod' || '${secret}' }}`)
    .replace("  build:", `  ${secret}:\n    needs: build\n    runs-on: ubuntu-24.04\n    environment: prod\n    steps:\n      - run: echo ${secret}\n  build:`);
  writeFiles(cwd, { "job.log": makeLog(secret), [`logs/${secret}/1_${secret}.txt`]: makeLog(secret), ".github/workflows/ci.yml": workflow, [`.github/workflows/${secret}.yml`]: workflow });
  writeKey(join(cwd, "key.pem"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe("leak canary", () => {
  it("is a value that the spellings tell", () => {
    expect(secret.length).toBeGreaterThan(24);
    expect(findLeaks(`x ${Buffer.from(`ab${secret}cd`).toString("base64")} y`)).not.toEqual([]);
    expect(findLeaks(Buffer.from(secret).toString("hex"))).not.toEqual([]);
  });

  it.each([
    ["image-secret-audit", ["image"]],
    ["log-leak-guard", ["job.log"]],
    ["log-leak-guard", ["logs"]],
    ["isolation-assert", [".", "--environment", "prod", "--allow-job", "ci.yml:deploy"]],
  ])("%s %j lets nothing out in any format", (command, args) => {
    for (const format of ["text", "json", "sarif"]) {
      const { code, text } = run(command, ...args, "--format", format);
      expect(code, text).toBe(1);
      expect(findLeaks(text)).toEqual([]);
    }
  });

  it("evidence, its verification and the signing key let nothing out", () => {
    run("image-secret-audit", "image", "--format", "json", "--output", "evidence/reports/image.json");
    run("log-leak-guard", "logs", "--format", "json", "--output", "evidence/reports/logs.json");
    run("isolation-assert", ".", "--environment", "prod", "--allow-job", "ci.yml:deploy", "--format", "json", "--output", "evidence/reports/isolation.json");
    const attested = run("compliance-attest", "--subject", "image", "--report", "evidence/reports/image.json", "--report", "evidence/reports/logs.json", "--report", "evidence/reports/isolation.json", "--key", "key.pem", "--bundle", "evidence/bundle.json");
    expect(attested.code, attested.text).toBe(0);
    const verified = run("compliance-verify", "evidence/bundle.json", "--key", "evidence/evidence.pub", "--image", "image", "--format", "json");
    expect(verified.code, verified.text).toBe(1);
    const written = readAll(join(cwd, "evidence"));
    const statement = Buffer.from((JSON.parse(readFileSync(join(cwd, "evidence/bundle.json"), "utf8")) as { dsseEnvelope: { payload: string } }).dsseEnvelope.payload, "base64").toString();
    expect(written.length).toBeGreaterThan(10_000);
    expect(findLeaks(attested.text + verified.text + written + statement)).toEqual([]);
    const key = readFileSync(join(cwd, "key.pem"), "utf8").split("\n")[1] ?? "";
    expect(attested.text + written + statement).not.toContain(key);
  });

  it("bad input lets nothing out", () => {
    const { code, text } = run("image-secret-audit", "image", "--platform", secret, "--fail-on", secret, "--format", secret);
    expect(code).toBe(3);
    expect(findLeaks(text)).toEqual([]);
  });
});
