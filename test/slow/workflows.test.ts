// Foreign linters on every workflow and action: actionlint and zizmor have nothing to say.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../guards/sources.ts";
import { requirePeer } from "./peers.ts";

const inFolder = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".yml")).map((name) => join(root, folder, name));
const workflows = inFolder(".github/workflows");
const examples = inFolder("reusable/examples");
const actions = readdirSync(join(root, "actions")).map((name) => join(root, "actions", name, "action.yml"));
const composites = ["action.yml", "reusable/gate/action.yml"].map((path) => join(root, path));

describe("actionlint", () => {
  let copy = "";
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "actionlint-"));
    execFileSync("git", ["init", "--quiet", copy]);
    mkdirSync(join(copy, ".github/workflows"), { recursive: true });
    for (const action of actions) {
      const folder = join(copy, "actions", basename(dirname(action)));
      mkdirSync(join(folder, "dist"), { recursive: true });
      writeFileSync(join(folder, "action.yml"), readFileSync(action));
      writeFileSync(join(folder, "dist", "index.js"), "");
    }
    for (const path of composites) {
      mkdirSync(dirname(join(copy, relative(root, path))), { recursive: true });
      writeFileSync(join(copy, relative(root, path)), toKnownSyntax(readFileSync(path, "utf8")));
    }
    for (const path of workflows) writeFileSync(join(copy, ".github/workflows", basename(path)), toKnownSyntax(readFileSync(path, "utf8")));
    // Examples call the product in full: as calls within one repository their inputs are checked against the workflows'.
    for (const path of examples) {
      const text = toKnownSyntax(readFileSync(path, "utf8")).replace(/uses: yuno\/pci-pipeline(?:\/(\S+?))?@main/g, (_, within: string | undefined) => `uses: ./${within ?? ""}`);
      writeFileSync(join(copy, ".github/workflows", `example-${basename(path)}`), text);
    }
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it("finds nothing, with inputs of our own actions checked", () => {
    const { status, stdout, stderr } = spawnSync(requirePeer("actionlint"), ["-shellcheck=", "-pyflakes="], { cwd: copy, encoding: "utf8" });
    expect(stdout + stderr).toBe("");
    expect(status).toBe(0);
  });

  it("looked at all of them", () => {
    expect(workflows.length).toBeGreaterThan(8);
    expect(examples.length).toBeGreaterThan(4);
  });

  it("would find a misspelt input of a called workflow", () => {
    const broken = join(copy, ".github/workflows/broken.yml");
    writeFileSync(broken, readFileSync(join(copy, ".github/workflows/example-pipeline.yml"), "utf8").replace("publish-image:", "publish-imgae:"));
    expect(spawnSync(requirePeer("actionlint"), ["-shellcheck=", "-pyflakes=", broken], { cwd: copy, encoding: "utf8" }).stdout).toContain("publish-imgae");
    rmSync(broken);
  });

  it("would find a misspelt input of ours", () => {
    const broken = join(copy, ".github/workflows/broken.yml");
    writeFileSync(broken, toKnownSyntax(readFileSync(join(root, "reusable/scan.yml"), "utf8")).replace("image: handed-over/image.tar", "imgae: handed-over/image.tar"));
    expect(spawnSync(requirePeer("actionlint"), ["-shellcheck=", "-pyflakes=", broken], { cwd: copy, encoding: "utf8" }).stdout).toContain("imgae");
    rmSync(broken);
  });
});

describe("zizmor", () => {
  it("finds nothing", () => {
    const { status, stdout, stderr } = spawnSync(requirePeer("zizmor"), ["--offline", "--no-progress", "--config", join(root, "zizmor.yml"), ...workflows, ...examples, ...actions, ...composites, join(root, ".github/dependabot.yml")], { encoding: "utf8" });
    expect(status, stdout + stderr).toBe(0);
  });

  it("would find an unpinned action", () => {
    const folder = mkdtempSync(join(tmpdir(), "zizmor-"));
    const path = join(folder, "x.yml");
    writeFileSync(path, readFileSync(join(root, "reusable/build.yml"), "utf8").replace(/actions\/checkout@\w+/, "actions/checkout@main"));
    expect(spawnSync(requirePeer("zizmor"), ["--offline", "--no-progress", "--config", join(root, "zizmor.yml"), path]).status).not.toBe(0);
    rmSync(folder, { recursive: true });
  });
});

/** actionlint 1.7.12 knows neither `$/` nor the contexts that name a called workflow; their stand-ins keep everything else checked. */
function toKnownSyntax(text: string): string {
  return text.replaceAll("uses: $/", "uses: ./").replaceAll("job.workflow_repository", "github.repository").replaceAll("job.workflow_sha", "github.sha").replaceAll("job.workflow_ref", "github.workflow_ref");
}
