// What of a development cluster stays on the operator's machine: the CA, and the keys that unseal the store. Mode 0600, outside of
// every checkout, gone with the cluster.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export function stateFolder(cluster: string): string {
  return join(process.env["XDG_STATE_HOME"] || join(homedir(), ".local/state"), "pci-pipeline/clusters", cluster);
}

export function cacheFolder(): string {
  return join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "pci-pipeline");
}

export function readState<T>(cluster: string, name: string): T | undefined {
  try {
    return JSON.parse(readFileSync(join(stateFolder(cluster), `${name}.json`), "utf8")) as T;
  } catch {
    return undefined;
  }
}

export function writeState(cluster: string, name: string, value: object): void {
  mkdirSync(stateFolder(cluster), { recursive: true, mode: 0o700 });
  writeFileSync(join(stateFolder(cluster), `${name}.json`), JSON.stringify(value), { mode: 0o600 });
}

export function removeState(cluster: string): void {
  rmSync(stateFolder(cluster), { recursive: true, force: true });
}
