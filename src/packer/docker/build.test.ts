import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { InputError } from "../../finding/index.ts";
import { buildWithDocker, findEngine } from "./build.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "docker-build-"));
  await writeFile(join(folder, "Dockerfile"), "FROM scratch\n");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** A `docker` first on the PATH that says what it was asked and does as the script says. */
async function fakeDocker(script: string): Promise<void> {
  const path = join(folder, "docker");
  await writeFile(path, `#!/bin/sh\necho "$@"\n${script}\n`);
  await chmod(path, 0o755);
  vi.stubEnv("PATH", `${folder}:${process.env["PATH"]}`);
}

const WORKING = 'case $1 in build) echo "on stderr" >&2; echo sha256:1d >"$4" ;; save) echo archive >"$3" ;; esac';

describe("buildWithDocker", () => {
  it("builds with the folder, file, name and arguments given, and hands every line to the log", async () => {
    await fakeDocker(WORKING);
    const out = join(folder, "out/image.tar");
    const lines: string[] = [];
    const built = await buildWithDocker({ context: folder, root: "/root-of-all", out, tag: "n:t", buildArgs: { BASE: "b" }, log: (line) => lines.push(line) });
    expect(built).toEqual({ digest: "sha256:1d" });
    expect(await readFile(out, "utf8")).toBe("archive\n");
    expect(lines).toContain("on stderr");
    expect(lines.find((line) => line.startsWith("build"))).toMatch(new RegExp(`^build --force-rm --iidfile \\S+ --file ${folder}/Dockerfile --tag n:t --build-arg BASE=b /root-of-all$`));
    expect(await readdir(join(folder, "out"))).toEqual(["image.tar"]);
  });

  it("saves by image id where there is no name", async () => {
    await fakeDocker(WORKING);
    const lines: string[] = [];
    await buildWithDocker({ context: folder, out: join(folder, "out/image.tar"), log: (line) => lines.push(line) });
    expect(lines.at(-1)).toMatch(/^save --output \S+ sha256:1d$/);
  });

  it.each([
    ["the build fails", "[ $1 != build ]", /docker build of .*Dockerfile failed/],
    ["the image can't be saved", '[ $1 != save ] || exit 1; [ $1 != build ] || echo sha256:1d >"$4"', /docker save could not write/],
    ["no engine answers", "exit 1", /No Docker engine answers; start one, or use --builder embedded/],
  ])("says so when %s, and leaves nothing behind", async (_name, script, message) => {
    await fakeDocker(script);
    const error = await buildWithDocker({ context: folder, out: join(folder, "out/image.tar") }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(message);
    expect(await readdir(join(folder, "out")).catch(() => [])).toEqual([]);
  });

  it("says so when there is no Dockerfile, and no docker at all", async () => {
    await expect(buildWithDocker({ context: join(folder, "x"), out: join(folder, "o") })).rejects.toThrow(/no Dockerfile at/);
    vi.stubEnv("PATH", join(folder, "empty"));
    await expect(findEngine()).rejects.toThrow(/there is no docker command/);
  });
});
