// The release of this very checkout through act: what is tagged is what our own pipeline attested, and without its evidence nothing is.
// Stand-ins: those of the callers' test (act.test.ts), and gh (test/act/gh.ts), which records what it is told instead of tagging. The
// bundles are not built twice here: that is a suite of its own.
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStatement } from "../../src/attestation/index.ts";
import { toPortable } from "../../tools/generate/workflow-files.ts";
import { readCalls, writeGh } from "../act/gh.ts";
import { REFERENCE, writeProduct } from "../act/product.ts";
import { installRegistry } from "../act/registry.ts";
import { readArtifact, runAct, type ActRun } from "../act/run.ts";
import { makeKey } from "../act/shop.ts";
import { sample } from "../github/description.ts";
import { toPage } from "../github/standin.ts";
import { root } from "../guards/sources.ts";

const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
const { key, publicKey } = makeKey();

describe("a release", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "release-")));
  const product = join(folder, "product");
  const programs = writeGh(folder);

  beforeAll(async () => {
    installRegistry();
    await writeProduct(product);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const environment = sample("environment", { name: "release", protection_rules: [], deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } });
  /** The engine here may have the builder of old, which knows no ignore file beside a Dockerfile. */
  const ignored = readFileSync(join(root, "tools/release/Dockerfile.dockerignore"), "utf8");
  const release = (change: (text: string) => string, secrets: Record<string, string>): Promise<ActRun> => runAct({
    source: root, event: "workflow_dispatch", workflow: "release.yml", payload: { inputs: { version } }, secrets, variables: { EVIDENCE_PUBLIC_KEY: publicKey }, programs,
    files: { ".dockerignore": ignored, ".github/workflows/release.yml": makePortable(change(readFileSync(join(root, ".github/workflows/release.yml"), "utf8"))) },
    routes: { "GET /repos/{owner}/{repo}/environments": (request) => toPage(request, [environment], (environments) => ({ total_count: 1, environments })) },
  }, { product, folder });
  // With $/ in full, the jobs of a workflow that is called so have its full address too.
  const makePortable = (text: string) => toPortable(text, REFERENCE).replace("        scan.yml:attest\n", (line) => `${line}        ${REFERENCE.replace("@", "/.github/workflows/scan.yml@")}:attest\n`);
  const resultsOf = ({ results }: ActRun) => Object.fromEntries(results);
  const signWithKey = (text: string) => text
    .replace("      waivers:", "      signing: key\n      waivers:")
    .replace("  tag:\n", "    secrets:\n      EVIDENCE_KEY: ${{ secrets.EVIDENCE_KEY }}\n\n  tag:\n")
    .replace("          identity:", "          evidence-public-key: ${{ vars.EVIDENCE_PUBLIC_KEY }}\n          identity:");

  it("tags what was attested, and moves the major version", async () => {
    const ran = await release((text) => signWithKey(text).replace("npm run test:dist", "true"), { EVIDENCE_KEY: key });
    expect(resultsOf(ran), ran.output).toMatchObject({ verify: "success", build: "success", "image-secret-audit": "success", "isolation-assert": "success", "log-leak-guard": "success", "compliance-attest": "success", tag: "success" });
    const { subject } = readStatement(readArtifact(ran, "compliance-attestation/attestation.sigstore.json"));
    expect(readFileSync(join(folder, "notes.md"), "utf8")).toContain(subject[0]?.digest.sha256);
    const [tag = [], create = [], move = []] = readCalls(folder);
    expect(tag).toEqual(["api", "--method", "POST", "repos/acme/shop/git/refs", "-f", `ref=refs/tags/v${version}`, "-f", expect.stringMatching(/^sha=[0-9a-f]{40}$/)]);
    expect(create).toEqual(expect.arrayContaining(["release", "create", `v${version}`, "--verify-tag", "gate/evidence/attestation.sigstore.json", "files/docs/verify.html"]));
    expect(move).toEqual(["api", "--method", "PATCH", `repos/acme/shop/git/refs/tags/v${version.split(".")[0]}`, "-f", tag.at(-1), "-F", "force=true"]);
  });

  it("tags nothing without evidence that is signed keyless, whatever keys there are", async () => {
    const before = readCalls(folder).length;
    const ran = await release((text) => text.replace(/npm ci\n[\s\S]*?npm run test:dist/, "true"), { EVIDENCE_KEY: key });
    expect(resultsOf(ran), ran.output).toMatchObject({ build: "success", "compliance-attest": "success", tag: "failure" });
    expect(ran.output).toMatch(/the evidence is not signed keyless/);
    expect(readCalls(folder)).toHaveLength(before);
  });
});
