// A cluster of its own for the tests of one file, with the gateway in it. Needs Docker, k3d and kubectl: tools/e2e.ts looks for them.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, openKubectl, type Kubectl } from "../../tools/cluster/command.ts";
import type { Image } from "../../tools/cluster/images.ts";
import { packRelease, requireRelease } from "../../tools/load/release.ts";

const root = join(import.meta.dirname, "../..");

export type Ran = { readonly code: number; readonly output: string };

export type ClusterWorld = {
  readonly folder: string;
  readonly cluster: string;
  /** Two releases that differ in their name only; the first one serves in dev. */
  readonly releases: readonly [Image, Image];
  readonly kubectl: Kubectl;
  /** This repository's own command line. */
  pipeline(...args: readonly string[]): Promise<Ran>;
  docker(...args: readonly string[]): string;
  close(): Promise<void>;
};

/** kubectl without blocking the load that runs beside it. */
export function kubectlAside(cluster: string, args: readonly string[]): Promise<Ran> {
  return run("kubectl", [`--context=k3d-${cluster}`, ...args]);
}

export async function openClusterWorld(): Promise<ClusterWorld> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "e2e-")));
  const cluster = `e2e-${randomBytes(3).toString("hex")}`;
  const before = process.env["KUBECONFIG"];
  process.env["KUBECONFIG"] = join(folder, "kubeconfig");
  const close = async (): Promise<void> => {
    await run(process.execPath, [join(root, "tools/cluster.ts"), "down", "--name", cluster]);
    if (before === undefined) delete process.env["KUBECONFIG"];
    else process.env["KUBECONFIG"] = before;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { code, output } = await run(process.execPath, [join(root, "tools/cluster.ts"), "up", "--name", cluster]);
    if (code !== 0) throw new Error(`the cluster did not come up: ${output}`);
    const releases = [await packRelease(folder, "one"), await packRelease(folder, "two")] as const;
    await requireRelease(releases[0], { cluster, overlay: "dev", namespace: "dev" });
    return {
      folder, cluster, releases, close, kubectl: openKubectl(cluster),
      pipeline: (...args) => run(process.execPath, [join(root, "cli/index.ts"), ...args]),
      docker: (...args) => ask("docker", args),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function run(program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, maxBuffer: 1 << 26 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` }));
  });
}
