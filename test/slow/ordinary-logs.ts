// Output of ordinary builds, made here and now by npm, TypeScript, Go, pip, pytest and Docker: nobody wrote it for a scanner.
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../tools/cluster/state.ts";
import { Containers, makeBase } from "./docker.ts";

const root = join(import.meta.dirname, "../..");
/** What was installed to be built with; the output itself is made anew each time. */
const cache = join(cacheFolder(), "ordinary");
const python = join(cache, "python", "bin");
const compiler = join(root, "node_modules/.bin/tsc");

type Build = { readonly log: string; readonly command: readonly [program: string, ...args: string[]] };

const builds: readonly Build[] = [
  { log: "go-build", command: ["go", "build", "-a", "-gcflags=-m=2", "std", "cmd/go/..."] },
  { log: "go-build-commands", command: ["go", "build", "-a", "-x", "archive/...", "compress/...", "image/..."] },
  { log: "go-test", command: ["go", "test", "-v", "strings", "bytes", "strconv", "sort", "regexp/...", "text/...", "net/url", "path/..."] },
  { log: "go-test-json", command: ["go", "test", "-v", "-json", "encoding/...", "net/textproto", "net/mail", "mime/...", "html/..."] },
  { log: "npm-install", command: ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "silly"] },
  { log: "npm-tree", command: ["npm", "ls", "--all", "--json"] },
  { log: "npm-query", command: ["npm", "query", "*"] },
  { log: "typescript-resolution", command: [compiler, "-p", root, "--noEmit", "--traceResolution"] },
  { log: "typescript-files", command: [compiler, "-p", root, "--noEmit", "--explainFiles", "--extendedDiagnostics"] },
  { log: "pip-download", command: [join(python, "pip"), "-vvv", "download", "--no-cache-dir", "--no-deps", "--dest", "wheels", "boto3", "cryptography", "django", "requests", "pyjwt", "paramiko"] },
  { log: "pytest-collection", command: [join(python, "pytest"), "--collect-only", "-q", "-p", "no:cacheprovider", "--pyargs", "pandas.tests"] },
  { log: "pytest-run", command: [join(python, "pytest"), "-v", "-ra", "-p", "no:cacheprovider", "--pyargs", "networkx", "pandas.tests.frame.methods", "pandas.tests.tseries"] },
];

/** Writes the logs into `logs` and gives their bytes; `work` is where they build. What a build says on its way out is part of it, also where a test of it fails. */
export async function makeOrdinaryLogs(logs: string, work: string): Promise<number> {
  if (!existsSync(join(python, "pytest"))) {
    execFileSync("python3", ["-m", "venv", "--clear", join(cache, "python")]);
    execFileSync(join(python, "pip"), ["install", "--quiet", "pytest==8.4.2", "hypothesis==6.140.2", "numpy==2.3.3", "pandas==2.3.2", "networkx==3.5"], { stdio: ["ignore", "ignore", "inherit"] });
  }
  writeFileSync(join(work, "package.json"), JSON.stringify({ private: true, dependencies: { "react-scripts": "5.0.1", jest: "27.5.1", mocha: "11.7.2", express: "5.1.0" } }));
  for (const { log, command } of builds) runInto(join(logs, `${log}.log`), work, command);
  await buildImage(join(logs, "docker-build.log"));
  return readdirSync(logs).reduce((sum, log) => sum + statSync(join(logs, log)).size, 0);
}

function runInto(log: string, place: string, [program, ...args]: Build["command"]): void {
  const file = openSync(log, "w");
  try {
    const { error } = spawnSync(program, args, { cwd: place, stdio: ["ignore", file, file] });
    if (error) throw error;
  } finally {
    closeSync(file);
  }
}

/** The gateway's image by its Dockerfile, and what the engine says of it. */
async function buildImage(log: string): Promise<void> {
  const name = `pci-pipeline-ordinary-${process.pid}`;
  const containers = new Containers(name);
  try {
    await containers.importBase(await makeBase(root), `${name}:base`);
    runInto(log, root, ["sh", "-ec", [
      `docker build --no-cache --build-arg BASE=${name}:base --tag ${name}:built --file sample-service/Dockerfile .`,
      `docker image inspect ${name}:built`, `docker history --no-trunc ${name}:built`, "docker info", "docker version",
    ].join("; ")]);
  } finally {
    await containers.removeAll();
  }
}
