// Drives the docker command for the slow tests, and takes away all that they made.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { writeTar, type Entry } from "../../src/layout/index.ts";

const execute = promisify(execFile);

export type StartOptions = {
  /** Folder that the container sees, read-only, as /run/credentials. */
  readonly mount?: string;
  /** Container whose network it joins; without one, its port 8080 is published on the loopback address. */
  readonly network?: string;
  readonly options?: readonly string[];
  readonly command?: readonly string[];
};

export class Containers {
  readonly #repository: string;
  readonly #ids: string[] = [];

  /** All images that are made carry the name `repository`. */
  constructor(repository: string) {
    this.#repository = repository;
  }

  /** Both streams of the command, trimmed; rejects when it fails. */
  async docker(...args: readonly string[]): Promise<string> {
    const { stdout, stderr } = await execute("docker", args, { maxBuffer: 1 << 26 });
    return `${stdout}${args[0] === "logs" ? stderr : ""}`.trim();
  }

  /** As an orchestrator with restricted pods would run it: root file system read-only, no capability, no way to gain one. */
  async start(image: string, { mount, network, options = [], command = [] }: StartOptions): Promise<{ id: string; base: string }> {
    const id = await this.docker(
      "run", "--detach", "--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
      ...(network === undefined ? ["--publish", "127.0.0.1::8080"] : ["--network", `container:${network}`]),
      ...(mount === undefined ? [] : ["--volume", `${mount}:/run/credentials:ro`]), ...options, image, ...command,
    );
    this.#ids.push(id);
    const address = network === undefined ? await this.docker("port", id, "8080/tcp") : "";
    return { id, base: `http://${address.split("\n")[0]}` };
  }

  /** Sends SIGTERM and gives the exit code. */
  async stop(id: string): Promise<number> {
    await this.docker("kill", "--signal", "TERM", id);
    return Number(await this.docker("wait", id));
  }

  async importBase(entries: readonly Entry[], tag: string): Promise<void> {
    const child = spawn("docker", ["import", "--change", "ENV PATH=/usr/local/bin:/usr/bin:/bin", "--change", "ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt", "-", tag], { stdio: ["pipe", "ignore", "inherit"] });
    const ended = once(child, "exit");
    await pipeline(Readable.from(writeTar(entries), { objectMode: false }), child.stdin);
    const [code] = await ended;
    if (code !== 0) throw new Error(`docker import exited with ${String(code)}`);
  }

  /** Containers first, then each image of the repository after the untagged ones that a build stage put on top of it. */
  async removeAll(): Promise<void> {
    if (this.#ids.length > 0) await this.docker("rm", "--force", ...this.#ids);
    const own = (await this.docker("image", "ls", "--quiet", "--no-trunc", this.#repository)).split("\n").filter(Boolean);
    const all = (await this.docker("image", "ls", "--quiet", "--no-trunc", "--all")).split("\n").filter(Boolean);
    const parents = new Map<string, string>();
    for (const line of (await this.docker("image", "inspect", "--format", "{{.Id}} {{.Parent}}", ...new Set(all))).split("\n")) {
      const [id = "", parent = ""] = line.split(" ");
      parents.set(id, parent);
    }
    const doomed = new Set(own);
    for (const id of doomed) for (const [child, parent] of parents) if (parent === id) doomed.add(child);
    // children were added behind their parents; a removal also takes untagged parents along, so some are gone already
    for (const id of [...doomed].reverse()) await this.docker("image", "rm", "--force", id).catch(() => "");
  }
}

/** A stand-in for node:24-slim where no registry of images is reachable: this machine's Node 24, npm, shell and their libraries. */
export async function makeBase(root: string): Promise<Entry[]> {
  const node = process.execPath;
  const npm = await findNpm(root);
  const programs = new Map([["usr/local/bin/node", node], ["bin/sh", "/bin/sh"], ["usr/bin/env", "/usr/bin/env"]]);
  const libraries = new Set((await Promise.all([...programs.values()].map(listLibraries))).flat());
  const files = new Map([...programs, ...[...libraries].map((path) => [path.slice(1), path] as const), ["etc/ssl/certs/ca-certificates.crt", "/etc/ssl/certs/ca-certificates.crt"] as const]);
  for (const path of await readdir(npm, { recursive: true })) {
    if ((await stat(join(npm, path))).isFile()) files.set(`usr/local/lib/node_modules/npm/${path}`, join(npm, path));
  }
  const entries = await Promise.all([...files].map(async ([path, source]): Promise<Entry> => ({ type: "file", path, content: await readFile(source), mode: 0o755 })));
  return [
    ...entries, { type: "symlink", path: "usr/local/bin/npm", target: "../lib/node_modules/npm/bin/npm-cli.js" },
    { type: "directory", path: "tmp", mode: 0o1777 }, { type: "file", path: "etc/passwd", content: "root:x:0:0:root:/root:/bin/sh\n" },
  ];
}

async function findNpm(root: string): Promise<string> {
  const { stdout } = await execute("sh", ["-c", "command -v npm"], { cwd: root });
  return join(await realpath(stdout.trim()), "../..");
}

async function listLibraries(binary: string): Promise<string[]> {
  const { stdout } = await execute("ldd", [binary]);
  return [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, path = ""]) => path);
}
