// Debian's registry behind TLS, as a real one to push to.
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installDebian } from "../slow/peers.ts";

export type Registry = { readonly registry: ChildProcess; readonly host: string; readonly certificate: string };

/** skopeo, which pushes, and docker-registry. */
export function installRegistry(): void {
  for (const name of ["skopeo", "docker-registry"]) if (!existsSync(`/usr/bin/${name}`)) installDebian(name);
}

export async function startRegistry(folder: string): Promise<Registry> {
  const [file, certificate, privateKey] = ["registry.yml", "registry.crt", "registry.key"].map((name) => join(folder, name)) as [string, string, string];
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", privateKey, "-out", certificate], { stdio: "ignore" });
  const host = `localhost:${20_000 + Math.floor(Math.random() * 20_000)}`;
  writeFileSync(file, `version: 0.1\nstorage: {filesystem: {rootdirectory: ${join(folder, "registry")}}}\nhttp: {addr: "${host}", tls: {certificate: ${certificate}, key: ${privateKey}}}\n`);
  const registry = spawn("/usr/bin/docker-registry", ["serve", file], { stdio: "ignore" });
  for (let tries = 0; tries < 100 && spawnSync("curl", ["--silent", "--cacert", certificate, `https://${host}/v2/`]).status !== 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
  return { registry, host, certificate };
}
