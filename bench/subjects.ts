// Who is measured: this product and its peers, each with the flags that make it read most, without network.
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requirePeer, type PeerName } from "../test/slow/peers.ts";
import type { BenchImage } from "./image.ts";
import { measure, type Usage } from "./measure.ts";
import type { Plant } from "./plants.ts";

export type Subject = { readonly name: string; readonly version: string; run(): Trial };
/** `examined` in bytes, where the tool says how many; null where it doesn't. */
export type Trial = Usage & { readonly found: readonly string[]; readonly examined: number | null };

type Bench = { readonly image: BenchImage; readonly plants: readonly Plant[]; /** Path of the command line's bundle. */ readonly bundle: string };
type Report = { readonly findings: readonly { readonly location: { readonly path?: string; readonly part?: string } }[]; readonly coverage: { readonly examined: { readonly bytes?: number } } };

/** This product on one of the archives; `cache` is a folder of remembered layers. */
export function openOwn(bench: Bench, { name, archive, cache }: { name: string; archive: string; cache?: string }): Subject {
  return {
    name, version: "this checkout",
    run: () => {
      const folder = mkdtempSync(join(tmpdir(), "bench-own-"));
      const output = join(folder, "report.json");
      const remember = cache === undefined ? ["--no-cache"] : ["--cache", "on"];
      const usage = measure([process.execPath, bench.bundle, "image-secret-audit", archive, ...remember, "--format", "json", "--output", output], cache === undefined ? {} : { XDG_CACHE_HOME: cache });
      if (usage.code > 2) throw new Error(`${name} ended with ${usage.code}:\n${usage.output}`);
      const report = JSON.parse(readFileSync(output, "utf8")) as Report;
      rmSync(folder, { recursive: true });
      const places = new Set(report.findings.map(({ location }) => (location.part === "history" ? "history" : location.path)));
      return { ...usage, found: bench.plants.filter(({ path }) => places.has(path)).map((plant) => plant.name), examined: report.coverage.examined.bytes ?? 0 };
    },
  };
}

type Call = { readonly peer: PeerName; readonly version: string; readonly args: (archive: string) => readonly string[]; /** Bytes that the tool says it read. */ readonly said?: RegExp };

const calls: readonly Call[] = [
  { peer: "kingfisher", version: "2.14.0", args: (archive) => ["scan", "docker", "--archive", archive, "--no-limits", "--no-validate", "--no-update-check", "--format", "json"] },
  { peer: "gitleaks", version: "8.30.1", args: (archive) => ["dir", archive, "--max-archive-depth", "5", "--no-banner", "--exit-code", "0", "--report-format", "json", "--report-path", "-"], said: /scanned ~(\d+) bytes/ },
  { peer: "trufflehog", version: "3.90.0", args: (archive) => ["docker", "--image", `file://${archive}`, "--no-verification", "--no-update", "--json"], said: /"bytes":\s*(\d+)/ },
  { peer: "betterleaks", version: "1.0.0", args: (archive) => ["dir", archive, "--max-archive-depth", "5", "--no-banner", "--exit-code", "0", "--report-format", "json", "--report-path", "-"], said: /scanned ~(\d+) bytes/ },
  { peer: "trivy", version: "0.66.0", args: (archive) => ["image", "--input", archive, "--scanners", "secret", "--image-config-scanners", "secret", "--offline-scan", "--skip-db-update", "--skip-java-db-update", "--skip-check-update", "--skip-version-check", "--disable-telemetry", "--cache-backend", "memory", "--format", "json"] },
];

/** A file system that is memory, and how many times the image's size it must have free. */
const MEMORY = "/dev/shm";
const ROOM = 3;

/** Where peers may unpack the image: in memory where there is room, which is the best case for them, else where temporary files go. */
function findScratch({ bytes }: BenchImage): string {
  const { bavail, bsize } = existsSync(MEMORY) ? statfsSync(MEMORY) : { bavail: 0, bsize: 0 };
  return bavail * bsize > ROOM * bytes ? MEMORY : tmpdir();
}

/** Peers that mask what they print are asked by place. */
const masking: ReadonlySet<string> = new Set(["trivy"]);

export function openPeer(name: string, { image, plants }: Bench): Subject {
  const call = calls.find(({ peer }) => peer === name);
  if (!call) throw new Error(`there is no peer ${name}; choose of ${calls.map(({ peer }) => peer).join(", ")}`);
  const binary = requirePeer(call.peer);
  const scratch = findScratch(image);
  console.error(`${name} unpacks below ${scratch}`);
  return {
    name, version: call.version,
    run: () => {
      const folder = mkdtempSync(join(scratch, "bench-peer-"));
      const { output, ...usage } = measure([binary, ...call.args(image.dockerArchive)], { TMPDIR: folder });
      rmSync(folder, { recursive: true, force: true });
      const text = output.replaceAll("\\n", "\n");
      const shows = ({ value, path }: Plant) => (masking.has(name) ? text.includes(path) : text.includes(value.trim().split("\n").at(1) ?? value.trim()));
      const examined = call.said?.exec(output)?.[1];
      return { ...usage, found: plants.filter(shows).map((plant) => plant.name), examined: examined === undefined ? null : Number(examined) };
    },
  };
}

/** Reads, decompresses and hashes the same archive in the same Node. */
export function openFloor(name: string, archive: string): Subject {
  return { name, version: process.version, run: () => ({ ...measure([process.execPath, join(import.meta.dirname, "floor.ts"), archive]), found: [], examined: null }) };
}
