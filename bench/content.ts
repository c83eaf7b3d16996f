// What the benchmark's image is made of: packages that real images have, by the ordinary clients of their registries, at fixed versions.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../tools/cluster/state.ts";

/** Everything fetched or built rests here, and is used again. */
export const benchFolder = join(cacheFolder(), "bench");

/** Names of Debian packages; their dependencies come along. */
const debian = ["nodejs", "python3", "git", "curl", "openssl", "ca-certificates", "coreutils", "bash", "apt", "util-linux", "perl", "libicu72"];

const python = [
  "numpy==2.3.4", "pandas==2.3.3", "boto3==1.40.60", "django==5.2.7", "sqlalchemy==2.0.44", "cryptography==46.0.3", "requests==2.32.5",
  "google-cloud-storage==3.4.1", "stripe==13.0.1",
];

const node = {
  typescript: "5.9.3", webpack: "5.102.1", next: "15.5.6", "@angular/core": "20.3.7", "@angular/compiler-cli": "20.3.7", "aws-sdk": "2.1692.0", "firebase-admin": "13.5.0",
  eslint: "9.38.0", jest: "30.2.0", "@nestjs/core": "11.1.7", typeorm: "0.3.27", stripe: "19.1.0", rxjs: "7.8.2", "react-scripts": "5.0.1", "date-fns": "4.1.0",
};

export type Part = { readonly step: string; /** Where in the image its files stand. */ readonly prefix: string; readonly folder: string };

/** The image's lower layers, base first; fetches what is not there yet, which takes some minutes. */
export function fetchContent(): Part[] {
  return [
    { step: `RUN apt-get install -y ${debian.join(" ")}`, prefix: "", folder: make("debian", debian, fetchDebian) },
    { step: `RUN pip install ${python.join(" ")}`, prefix: "usr/lib/python3/dist-packages", folder: make("python", python, fetchPython) },
    { step: "RUN npm ci", prefix: "app", folder: make("node", node, fetchNode) },
  ];
}

/** A folder named after what is in it, filled beside its place and moved there whole. */
function make(name: string, list: unknown, fill: (folder: string) => void): string {
  const folder = join(benchFolder, `${name}-${createHash("sha256").update(JSON.stringify(list)).digest("hex").slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  fill(draft);
  renameSync(draft, folder);
  return folder;
}

function fetchDebian(folder: string): void {
  const archives = `${folder}.deb`;
  mkdirSync(archives, { recursive: true });
  const options = ["--recurse", "--no-recommends", "--no-suggests", "--no-conflicts", "--no-breaks", "--no-replaces", "--no-enhances"];
  const listed = execFileSync("apt-cache", ["depends", ...options, ...debian], { encoding: "utf8" });
  // Virtual packages and those of other architectures stand in angle brackets or have a colon.
  for (const name of new Set(listed.split("\n").filter((line) => /^[a-z0-9][a-z0-9+.-]*$/.test(line)))) {
    if (!readdirSync(archives).some((file) => file.startsWith(`${name}_`))) tryDownload(name, archives);
  }
  for (const file of readdirSync(archives)) execFileSync("dpkg-deb", ["-x", join(archives, file), folder]);
  rmSync(archives, { recursive: true, force: true });
}

/** Some names are provided by other packages, which are on the list by their own. */
function tryDownload(name: string, cwd: string): void {
  try {
    execFileSync("apt-get", ["download", name], { cwd, stdio: "ignore" });
  } catch {
    console.error(`  no package ${name}`);
  }
}

function fetchPython(folder: string): void {
  execFileSync("python3", ["-m", "pip", "install", "--quiet", "--no-compile", "--only-binary", ":all:", "--target", folder, ...python], { stdio: ["ignore", "ignore", "inherit"] });
}

function fetchNode(folder: string): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "bench", version: "1.0.0", private: true, dependencies: node }));
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--omit=optional", "--silent"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}
