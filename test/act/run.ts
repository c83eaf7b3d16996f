// Runs a workflow of a caller's repository through act, on this machine, and gives back what GitHub would show of it.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { answer } from "../fixtures/github-repository.ts";
import { sample } from "../github/description.ts";
import { refuse, startGithub, toPage, type Routes } from "../github/standin.ts";
import { root } from "../guards/sources.ts";
import { requirePeer } from "../slow/peers.ts";
import { readProduct, REFERENCE } from "./product.ts";

type Line = { readonly job?: string; readonly msg?: string; readonly raw_output?: boolean; readonly step?: string; readonly stepResult?: string; readonly jobResult?: string; readonly command?: string; readonly content?: string; readonly time?: string };

export type ActRun = {
  readonly code: number;
  /** By the job's name, such as "build" or "image-secret-audit": success, failure, or absent where it did not run. */
  readonly results: ReadonlyMap<string, string>;
  /** What each job printed. */
  readonly logs: ReadonlyMap<string, string>;
  readonly summaries: string;
  /** Everything that act said. */
  readonly output: string;
  /** Folder with a folder for each artifact. */
  readonly artifacts: string;
};

export type Caller = {
  /** Its repository begins as a copy of this folder's committed files; empty where absent. */
  readonly source?: string;
  /** Files of its repository. */
  readonly files: Readonly<Record<string, string>>;
  readonly event: "push" | "pull_request" | "workflow_dispatch" | "workflow_run";
  readonly workflow: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Folder with programs that go before this machine's. */
  readonly programs?: string;
  /** Answers of GitHub's API besides those about runs and environments. */
  readonly routes?: Routes;
  readonly payload?: object;
};

const CHECKED = /^(actions\/(?:upload|download)-artifact)@([0-9a-f]{40})$/;

/** The references of the actions that have a stand-in, as the product pins them. */
function listStandins(): string[] {
  const references = new Set(Object.values(readProduct()).flatMap((text) => [...text.matchAll(/uses: (\S+)/g)].map(([, uses]) => uses ?? "")));
  return [...references].filter((uses) => CHECKED.test(uses)).map((uses) => `${uses}=${join(root, "test/act/standins", CHECKED.exec(uses)?.[1]?.replace("actions/", "") ?? "")}`);
}

/** `product` is where writeProduct wrote; `folder` is this run's own. */
export async function runAct(caller: Caller, { product, folder }: { product: string; folder: string }): Promise<ActRun> {
  const home = mkdtempSync(join(folder, "caller-"));
  const artifacts = mkdtempSync(join(folder, "artifacts-"));
  if (caller.source !== undefined) execFileSync("sh", ["-c", 'git -C "$1" archive HEAD | tar -x', "sh", caller.source], { cwd: home });
  writeRepository(home, caller.files);
  const record = new Recording();
  const github = await startGithub({ ...answerAsGithub(), ...record.routes(), ...caller.routes });
  const store = await record.serve();
  const payload = join(folder, "event.json");
  writeFileSync(payload, JSON.stringify(caller.payload ?? {}));
  const args = [
    caller.event, "--workflows", join(".github/workflows", caller.workflow), "--platform", "ubuntu-24.04=-self-hosted", "--json", "--eventpath", payload, "--actor", "dev",
    "--local-repository", `${REFERENCE}=${product}`, ...listStandins().flatMap((standin) => ["--local-repository", standin]),
    "--env", `PCI_ARTIFACTS=${artifacts}`, "--env", `GITHUB_API_URL=${github.apiUrl}`, "--env", "RUNNER_NAME=act",
    ...Object.entries(caller.environment ?? {}).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ...Object.entries(caller.variables ?? {}).flatMap(([name, value]) => ["--var", `${name}=${value}`]),
    ...["GITHUB_TOKEN", ...Object.keys(caller.secrets ?? {})].flatMap((name) => ["--secret", name]),
  ];
  const node = dirname(process.execPath);
  const child = spawn(requirePeer("act"), args, { cwd: home, env: { ...process.env, PATH: [caller.programs, node, process.env["PATH"]].filter(Boolean).join(":"), GITHUB_TOKEN: "t".repeat(40), ...caller.secrets }, stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
  child.stderr.on("data", (bytes: Buffer) => record.say(bytes.toString()));
  for await (const line of createInterface({ input: child.stdout })) record.take(line);
  const code = await exited;
  await new Promise((resolve) => store.close(resolve));
  await github.close();
  rmSync(home, { recursive: true });
  return { code, results: record.results, logs: new Map([...record.lines].map(([job, lines]) => [job, lines.map(({ msg }) => msg).join("")])), summaries: record.summaries, output: record.output, artifacts };
}

/** acme/shop with a protected environment, the product's repository, and GitHub's own actions, which hold no steps. */
function answerAsGithub(): Routes {
  const product = answer({ remote: readProduct(), reviewers: 1, run: { referenced_workflows: [] } });
  const others = answer({ remote: { "action.yml": "name: x\ndescription: x\nruns: { using: node24, main: index.js }\n" } });
  const contents = "GET /repos/{owner}/{repo}/contents/{path}";
  return { ...product, [contents]: (request) => (request.path["owner"] === "actions" ? others : product)[contents]?.(request) ?? refuse(404) };
}

function writeRepository(home: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
  }
  const git = (...args: string[]) => execFileSync("git", ["-c", "user.name=dev", "-c", "user.email=dev@shop.test", "-c", "init.defaultBranch=main", ...args], { cwd: home, stdio: "ignore" });
  git("init");
  git("remote", "add", "origin", "https://github.com/acme/shop.git");
  git("add", "-A");
  git("commit", "-m", "shop");
}

/** The run as GitHub's API shows it while it goes on: its jobs, and the logs of those that have ended. */
class Recording {
  readonly results = new Map<string, string>();
  readonly lines = new Map<string, { msg: string; time: string }[]>();
  summaries = "";
  output = "";
  #store = "";

  take(text: string): void {
    this.output += `${text}\n`;
    const line = parseLine(text);
    if (line?.job === undefined) return;
    const job = nameOf(line.job);
    // A job that calls a workflow is none of its own.
    if (!this.lines.has(job) && line.step !== "Set up job") return;
    const lines = this.lines.get(job) ?? this.lines.set(job, []).get(job) ?? [];
    if (line.raw_output) lines.push({ msg: line.msg ?? "", time: line.time ?? "" });
    if (line.command === "summary") this.summaries += `${line.content ?? ""}\n`;
    if (line.jobResult !== undefined) this.results.set(job, line.jobResult);
  }

  say(text: string): void {
    this.output += text;
  }

  routes(): Routes {
    return {
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs": (request) => toPage(request, [...this.lines.keys()].map((name, at) => this.#toJob(name, at)), (jobs) => ({ total_count: this.lines.size, jobs })),
      "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs": (request) => ({ status: 302, headers: { location: `${this.#store}/${request.path["job_id"]}` } }),
    };
  }

  async serve() {
    const server = createServer((request, response) => {
      const name = [...this.lines.keys()][Number(request.url?.slice(1)) - 1] ?? "";
      response.writeHead(200, { "content-type": "text/plain" });
      response.end((this.lines.get(name) ?? []).map(({ msg, time }) => `${time.replace("Z", ".0000000Z")} ${msg.endsWith("\n") ? msg : `${msg}\n`}`).join(""));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.#store = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return server;
  }

  #toJob(name: string, at: number) {
    const result = this.results.get(name);
    const first = this.lines.get(name)?.[0]?.time ?? "2026-11-22T00:00:00Z";
    return sample("job", {
      id: at + 1, run_id: 1, name, status: result === undefined ? "in_progress" : "completed", conclusion: result ?? null, runner_name: "act", created_at: first, started_at: first,
      steps: [{ number: 1, name: "all", status: "completed", conclusion: result ?? null, started_at: first }],
    });
  }
}

/** "release/pipeline/scan/image-secret-audit" is the job of that name in the workflow called last. */
const nameOf = (job: string) => job.slice(job.lastIndexOf("/") + 1).trim();

function parseLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}

export const readArtifacts = (run: ActRun): string[] => readdirSync(run.artifacts, { recursive: true, encoding: "utf8" }).sort();
export const readArtifact = (run: ActRun, path: string): string => readFileSync(join(run.artifacts, path), "utf8");

/** All JSON and SARIF that the run left, as one text. */
export function readReports(ran: ActRun): string {
  return readArtifacts(ran).filter((path) => /\.(json|sarif)$/.test(path) && statSync(join(ran.artifacts, path)).isFile()).map((path) => readArtifact(ran, path)).join("\n");
}
