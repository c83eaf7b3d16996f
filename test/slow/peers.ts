// Foreign tools at fixed versions, built or installed once into the user's cache by their ordinary clients.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../tools/cluster/state.ts";

/** A "module" has replacements in its go.mod, which `go install` refuses, or no list of versions, which it asks for: it is built from a module of our own. */
type Peer =
  | { readonly client: "module"; readonly version: string; readonly package: string }
  | { readonly client: "go"; readonly version: string; readonly package: string }
  | { readonly client: "pip"; readonly version: string; readonly package: string };

const peers = {
  cosign: { client: "go", version: "v3.1.3", package: "github.com/sigstore/cosign/v3/cmd/cosign" },
  actionlint: { client: "go", version: "v1.7.12", package: "github.com/rhysd/actionlint/cmd/actionlint" },
  act: { client: "go", version: "v0.2.89", package: "github.com/nektos/act" },
  gitleaks: { client: "go", version: "v8.30.1", package: "github.com/zricethezav/gitleaks/v8" },
  betterleaks: { client: "module", version: "v1.0.0", package: "github.com/betterleaks/betterleaks" },
  trufflehog: { client: "module", version: "v3.90.0", package: "github.com/trufflesecurity/trufflehog/v3" },
  trivy: { client: "module", version: "v0.66.0", package: "github.com/aquasecurity/trivy/cmd/trivy" },
  kingfisher: { client: "pip", version: "2.14.0", package: "kingfisher-bin" },
  zizmor: { client: "pip", version: "1.32.0", package: "zizmor" },
} as const satisfies { readonly [name: string]: Peer };

export type PeerName = keyof typeof peers;

/** Path of the tool's binary; makes it where the cache has none, which takes up to some minutes. */
export function requirePeer(name: PeerName): string {
  const { client, version } = peers[name];
  const folder = join(cacheFolder(), "tools", `${name}-${version}`);
  const binary = client !== "pip" ? join(folder, name) : join(folder, "bin", name);
  if (!existsSync(binary)) make(peers[name], { folder, binary });
  return binary;
}

/** Why the tool cannot be had here, or undefined where it can. */
export function explainAbsence(name: PeerName): string | undefined {
  const { client } = peers[name];
  const command = client === "pip" ? "python3" : "go";
  const answers = spawnSync(command, [client === "pip" ? "--version" : "version"]).status === 0;
  return answers ? undefined : `${name} needs ${command} to be installed`;
}

function make(peer: Peer, place: { folder: string; binary: string }): void {
  mkdirSync(dirname(place.folder), { recursive: true });
  switch (peer.client) {
    case "go":
      return buildGo(peer, place);
    case "module":
      return buildModule(peer, place);
    case "pip":
      // A virtual environment holds its own path and so cannot be moved into place; a broken one is made anew.
      execFileSync("python3", ["-m", "venv", "--clear", place.folder]);
      execFileSync(join(place.folder, "bin", "pip"), ["install", "--quiet", `${peer.package}==${peer.version}`], { stdio: ["ignore", "ignore", "inherit"] });
      return;
    default:
      return peer satisfies never;
  }
}

/** Built beside its place and moved there whole, so that a build that was stopped leaves nothing that looks finished. */
function buildGo(peer: Peer, { folder, binary }: { folder: string; binary: string }): void {
  const building = mkdtempSync(`${folder}.building-`);
  try {
    execFileSync("go", ["install", `${peer.package}@${peer.version}`], { env: { ...process.env, GOBIN: building }, stdio: ["ignore", "ignore", "inherit"] });
    mkdirSync(folder, { recursive: true });
    renameSync(join(building, binary.slice(folder.length + 1)), binary);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** The package at its version as the only requirement of a module made for it. */
function buildModule(peer: Peer, { folder, binary }: { folder: string; binary: string }): void {
  const building = mkdtempSync(`${folder}.building-`);
  const go = (...args: readonly string[]) => execFileSync("go", args, { cwd: building, env: { ...process.env, GOFLAGS: "-mod=mod" }, stdio: ["ignore", "ignore", "inherit"] });
  try {
    go("mod", "init", "peer");
    go("get", `${peer.package}@${peer.version}`);
    go("build", "-o", "peer", peer.package);
    mkdirSync(folder, { recursive: true });
    renameSync(join(building, "peer"), binary);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** Path of Debian's Chromium; installs it by apt where it is not. */
export function requireChromium(): string {
  const binary = "/usr/bin/chromium";
  if (!existsSync(binary)) installDebian("chromium");
  return binary;
}

/** Debian's own package, by its ordinary client. */
export function installDebian(name: string): void {
  execFileSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"] });
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
