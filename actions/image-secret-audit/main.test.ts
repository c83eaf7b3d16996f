// The door as its callers see it: every place of an image in one report, verdicts from what was seen, and no value in any of it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { InputError, type Report } from "../../src/finding/index.ts";
import { parseInputs, type World } from "../../src/runtime/index.ts";
import { archiveOf, buildImage, dockerArchive, legacyArchive, ociLayout, type ImageSpec } from "../../test/fixtures/builders/index.ts";
import { makeCredential } from "../../test/fixtures/doors.ts";
import { contract } from "./contract.ts";
import { main } from "./main.ts";

const folder = mkdtempSync(join(tmpdir(), "image-audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = makeCredential("image door");
const clean: ImageSpec = { layers: [{ files: { "app/server.js": "const port = 8080;\n" } }] };
const leaky: ImageSpec = {
  layers: [
    { files: { "app/.env": `STRIPE=${secret}\n`, "app/kept.txt": "kept\n" } },
    { files: { [`app/${secret}.txt`]: "", "app/.wh..env": "" } },
  ],
  config: { Env: [`TOKEN=${secret}`], Labels: { token: secret } },
};

const world: World = {
  cwd: folder, now: () => new Date("2026-01-02T00:00:00Z"), progress: () => {}, signal: new AbortController().signal, stdin: (async function* () {})(), environment: () => undefined,
};

async function audit(image: string, more: Readonly<Record<string, string>> = {}): Promise<Report> {
  const outcome = await main(parseInputs(contract, new Map(Object.entries({ image, ...more })), (name) => name), world);
  expect(outcome.verdict).toBe(outcome.report?.verdict);
  return outcome.report as Report;
}

function write(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return name;
}

describe("image-secret-audit", () => {
  it("passes a clean image, names it by its manifest and proves its detectors", async () => {
    const image = buildImage(clean);
    const report = await audit(write("clean.tar", archiveOf(ociLayout([image]))));
    expect(report).toMatchObject({ verdict: "pass", findings: [], subject: { name: "clean.tar", digestKind: "manifest" } });
    expect(report.coverage.seen).toEqual(report.coverage.examined);
    expect(report.selfTest).toMatchObject({ missed: [] });
    expect(report.selfTest.planted).toBeGreaterThan(100);
  });

  it.each([["OCI archive", ociLayout], ["docker-archive", dockerArchive], ["legacy docker-archive", legacyArchive]])("finds every place of an %s and shows no value", async (name, form) => {
    const report = await audit(write(`${name}.tar`, archiveOf(form([buildImage(leaky)]))));
    expect(report.verdict).toBe("fail");
    const places = report.findings.map(({ location }) => (location.kind === "image" ? `${location.part} ${location.state}` : location.kind));
    for (const place of ["file deleted", "file-name final", "env final", "label final"]) expect(places).toContain(place);
    expect(JSON.stringify(report)).not.toContain(secret.slice(8));
  });

  it("is inconclusive when a layer cannot be read", async () => {
    const image = buildImage(clean);
    const files = ociLayout([image]);
    const layer = [...files.keys()].find((path) => files.get(path)?.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b])));
    if (layer) files.delete(layer);
    expect(layer).toBeDefined();
    const report = await audit(write("missing.tar", archiveOf(files)));
    expect(report.verdict).toBe("inconclusive");
    expect(report.coverage.gaps.map(({ reason }) => reason)).toContain("missing-blob");
  });

  it("refuses what is no image, and a platform that is not there", async () => {
    await expect(audit("none.tar")).rejects.toThrow(InputError);
    await expect(audit(write("other.tar", archiveOf(ociLayout([buildImage(clean)]))), { platform: "plan9/mips" })).rejects.toThrow(/linux\/amd64/);
  });

  it("takes rules of one's own, and refuses a file with keys that it would pass over", async () => {
    const image = write("own.tar", archiveOf(ociLayout([buildImage({ layers: [{ files: { "app/key.txt": `acme_${secret.slice(-16)}\n` } }] })])));
    writeFileSync(join(folder, "own.toml"), "[[rules]]\nid = 'acme-key'\ndescription = 'Acme key'\nregex = '''acme_[A-Za-z0-9]{16}'''\nkeywords = ['acme_']\n");
    expect(await audit(image, { rules: "own.toml" })).toMatchObject({ verdict: "fail", findings: [{ ruleId: "acme-key" }], selfTest: { missed: [] } });
    writeFileSync(join(folder, "own.toml"), "[allowlist]\ncolour = 'x'\n");
    await expect(audit(image, { rules: "own.toml" })).rejects.toThrow("unknown key");
  });

  it("waives by the repository's own file only", async () => {
    const image = write("waived.tar", archiveOf(ociLayout([buildImage({ layers: [{ files: { "app/.env": `STRIPE=${secret} # gitleaks:allow\n` } }] })])));
    expect((await audit(image)).verdict).toBe("fail");
    writeFileSync(join(folder, "waivers.yml"), "schema: pci-pipeline/waivers/v1\nwaivers:\n  - {rule: stripe-secret-key, path: app/.env, owner: jane, reason: revoked, until: '2026-12-31'}\n");
    expect(await audit(image, { waivers: "waivers.yml" })).toMatchObject({ verdict: "pass", findings: [{ disposition: "waived" }] });
  });
});
