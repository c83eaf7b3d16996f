// Every command that a page shows runs as it stands there, as a newcomer would type it: the committed bundle, from the checkout.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/finding/index.ts";
import { archiveOf, buildImage, ociLayout } from "../fixtures/builders/index.ts";
import { makeLog } from "../fixtures/doors.ts";
import { readSources, root } from "../guards/sources.ts";

const pages = [...readSources(["docs", "actions"], ".md").values(), ...["README.md", "DESIGN.md"].map((name) => readFileSync(join(root, name), "utf8"))];
const shown = new Set(pages.flatMap((page) => [...page.matchAll(/bin\/pci-pipeline ([a-z-]+[^`\n]*)/g)].map(([, line]) => (line ?? "").replace(/\s+#.*$/, "").trim())));

/** Places where a reader puts something of their own. */
const placeholders: { readonly [word: string]: string } = { FINGERPRINT: "0123456789abcdef0123456789abcdef", WHO: "jane", WHY: "known", "<file|folder|zip|->": "job.log" };

/** Commands that end red on purpose, by what they show; a rotation finds no cluster here (test/e2e shows it with one). */
const expected = (line: string) => (line.includes("--sample leaky") ? 1 : line.startsWith("credential-rotate") ? 3 : 0);
/** Commands that name files of the checkout. */
const atRoot = /^(isolation-assert|credential-rotate) /;

let cwd = "";
/** Standard input is what the line takes it from, else a log. */
function run(line: string, folder = cwd) {
  const [command = "", from] = line.split(" < ");
  const input = from === undefined ? makeLog() : readFileSync(join(folder, from), "utf8");
  return spawnSync(join(root, "bin/pci-pipeline"), command.split(" "), { cwd: folder, encoding: "utf8", input, env: { ...process.env, KUBECONFIG: join(cwd, "no-cluster") } });
}

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "readme-"));
  const first = run(`run --out ${join(cwd, "out")}`, root);
  expect(first.status, first.stderr).toBe(0);
  writeFileSync(join(cwd, "my-image.tar"), archiveOf(ociLayout([buildImage({ layers: [{ files: { "app/server.js": "listen(8080);\n" } }] })])));
  writeFileSync(join(cwd, "job.log"), makeLog());
  writeFileSync(join(cwd, "key"), randomBytes(32).toString("hex"));
  writeFileSync(join(cwd, "values.json"), JSON.stringify({ NAME: randomBytes(24).toString("base64url") }));
  expect(run("credential-fingerprint --key-file key --output known.json < values.json").status).toBe(0);
  expect(run("evidence export out --output evidence.tar").status).toBe(0);
  copyFileSync(join(cwd, "out/evidence.pub"), join(cwd, "evidence.pub"));
  mkdirSync(join(cwd, "reports"));
  expect(run("image-secret-audit my-image.tar --format json --output reports/image-secret-audit.json").status).toBe(0);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe("commands on pages", () => {
  it("are all found", () => expect(shown.size).toBeGreaterThan(8));

  // Each reader begins with the outputs of the main job: what verifies them comes before what another page writes over them.
  const inOrder = [...shown].filter((line) => !line.startsWith("compliance-verify attestation")).sort((a, b) => (a < b ? 1 : -1));
  it.each(inOrder)("%s", (line) => {
    const filled = Object.entries(placeholders).reduce((text, [word, value]) => text.replace(word, value), line);
    const { status, stderr } = filled.startsWith("run") ? run(`${filled} --out ${join(cwd, "again")}`, root) : run(filled, atRoot.test(filled) ? root : cwd);
    expect(status, stderr).toBe(expected(line));
  });

  it("verify what they have signed, and name what else they need", () => {
    const attested = run("compliance-attest --subject my-image.tar --report reports/image-secret-audit.json --bundle attestation.sigstore.json");
    expect(attested.status, attested.stderr).toBe(0);
    const line = [...shown].find((candidate) => candidate.startsWith("compliance-verify attestation")) ?? "";
    const { status, stdout } = run(`${line} --format json`);
    expect(status).toBe(2);
    expect((JSON.parse(stdout) as Report).coverage.gaps.map(({ detail }) => detail).join()).toMatch(/log-leak-guard.*isolation-assert/);
  });
});
