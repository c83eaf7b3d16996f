// A bare k3d cluster for the callers' deployments.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

/** Gives the address of its node; the kubeconfig holds this cluster only. */
export function createCluster(name: string, kubeconfig: string): string {
  const image = process.env["K3D_NODE_IMAGE"];
  const ask = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8", env: { ...process.env, KUBECONFIG: kubeconfig }, stdio: ["ignore", "pipe", "ignore"] }).trim();
  ask("k3d", "cluster", "create", name, "--no-lb", "--api-port", "127.0.0.1:random", "--kubeconfig-update-default=false", "--wait", "--timeout", "300s", ...(image ? ["--image", image] : []));
  writeFileSync(kubeconfig, ask("k3d", "kubeconfig", "get", name), { mode: 0o600 });
  return ask("docker", "inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", `k3d-${name}-server-0`);
}
