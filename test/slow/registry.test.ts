// A real registry (Debian's docker-registry) with a login: images come out of it as they went in, also over a line that breaks.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openContainer } from "../../src/source/index.ts";
import { cacheFolder } from "../../tools/cluster/state.ts";
import { buildImage, collect, multiPlatformLayout, reasonsOf, textAt, type BuiltImage } from "../fixtures/builders/index.ts";
import { findPort } from "../fixtures/free-port.ts";

const folder = mkdtempSync(join(tmpdir(), "registry-"));
const password = randomBytes(12).toString("hex");
const authorization = `Basic ${Buffer.from(`me:${password}`).toString("base64")}`;
const large = randomBytes(3 << 20).toString("hex");
const images = [buildImage({ layers: [{ files: { a: large } }, { files: { b: "beta" } }] }), buildImage({ layers: [{ files: { c: "gamma" } }], platform: "linux/arm64" })];
const files = multiPlatformLayout(images);
const [top] = JSON.parse(String(files.get("index.json"))).manifests as [{ digest: string; mediaType: string }];

let registry: ChildProcess | undefined;
let line: Server | undefined;
let port = 0;
let linePort = 0;

/** The registry's program: the installed one, or the package's, unpacked into the user's cache. */
function requireRegistry(): string {
  const installed = "/usr/bin/docker-registry";
  if (existsSync(installed)) return installed;
  const cache = join(cacheFolder(), "docker-registry");
  const program = join(cache, "usr", "bin", "docker-registry");
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  execFileSync("apt-get", ["download", "docker-registry"], { cwd: cache, stdio: "pipe" });
  const name = readdirSync(cache).find((file) => file.endsWith(".deb")) ?? "";
  execFileSync("dpkg", ["-x", name, "."], { cwd: cache });
  return program;
}

async function push(name: string, image: BuiltImage): Promise<void> {
  const base = `http://127.0.0.1:${port}/v2/${name}`;
  for (const [path, bytes] of image.blobs) {
    const digest = path.replace("blobs/", "").replace("/", ":");
    if (digest === image.descriptor.digest) continue;
    const begun = await fetch(`${base}/blobs/uploads/`, { method: "POST", headers: { authorization } });
    const url = new URL(begun.headers.get("location") ?? "", base);
    url.searchParams.set("digest", digest);
    const done = await fetch(url, { method: "PUT", headers: { authorization, "content-type": "application/octet-stream" }, body: new Uint8Array(bytes) });
    expect(done.status).toBe(201);
  }
  await putManifest(name, { reference: image.descriptor.digest, type: image.descriptor.mediaType, bytes: image.manifest });
}

async function putManifest(name: string, { reference, type, bytes }: { reference: string; type: string; bytes: Uint8Array }): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/v2/${name}/manifests/${reference}`, { method: "PUT", headers: { authorization, "content-type": type }, body: new Uint8Array(bytes) });
  expect(answer.status).toBe(201);
}

/** A line to the registry that breaks every answer off after a megabyte. */
async function startBreakingLine(): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const passed = request({ host: "127.0.0.1", port, path: incoming.url, method: incoming.method, headers: { ...incoming.headers, host: `127.0.0.1:${port}` } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      let left = 1 << 20;
      answer.on("data", (chunk: Buffer) => {
        left -= chunk.length;
        outgoing.write(chunk.subarray(0, chunk.length + Math.min(0, left)), () => { if (left <= 0) outgoing.destroy(); });
      });
      answer.on("end", () => outgoing.end());
    });
    incoming.pipe(passed);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return server;
}

beforeAll(async () => {
  port = await findPort();
  // Perl's crypt is the system's, which knows bcrypt, the only kind that the registry takes.
  const hash = execFileSync("perl", ["-e", "print crypt($ENV{WORD}, '$2b$05$' . 'abcdefghijklmnopqrstuu')"], { env: { WORD: password } }).toString();
  writeFileSync(join(folder, "htpasswd"), `me:${hash}\n`);
  writeFileSync(join(folder, "config.yml"), JSON.stringify({
    version: 0.1, log: { level: "error" }, http: { addr: `127.0.0.1:${port}` },
    storage: { filesystem: { rootdirectory: join(folder, "data") } }, auth: { htpasswd: { realm: "test", path: join(folder, "htpasswd") } },
  }));
  registry = spawn(requireRegistry(), ["serve", join(folder, "config.yml")], { stdio: "ignore" });
  for (let left = 100; left > 0 && !await fetch(`http://127.0.0.1:${port}/v2/`).then(() => true, () => false); left--) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const image of images) await push("team/app", image);
  await putManifest("team/app", { reference: "1", type: top.mediaType, bytes: files.get(`blobs/${top.digest.replace(":", "/")}`) ?? Buffer.alloc(0) });
  line = await startBreakingLine();
  linePort = (line.address() as AddressInfo).port;
  mkdirSync(join(folder, "docker"));
  const auth = Buffer.from(`me:${password}`).toString("base64");
  writeFileSync(join(folder, "docker", "config.json"), JSON.stringify({ auths: { [`127.0.0.1:${port}`]: { auth }, [`http://127.0.0.1:${linePort}/v2/`]: { auth } } }));
});

afterAll(() => {
  registry?.kill();
  line?.close();
  rmSync(folder, { recursive: true, force: true });
});

const environment = (name: string) => (name === "DOCKER_CONFIG" ? join(folder, "docker") : undefined);
const open = (reference: string, at = port) => openContainer(`docker://127.0.0.1:${at}/${reference}`, { cwd: folder, environment });

describe("a registry with a login", () => {
  it("gives all platforms of an image, or the one that is asked for", async () => {
    const all = await collect(await open("team/app:1"));
    expect(reasonsOf(all)).toEqual([]);
    expect([textAt(all, "a"), textAt(all, "b"), textAt(all, "c")]).toEqual([large, "beta", "gamma"]);
    expect(all.subject.digest?.sha256).toBe(top.digest.slice(7));
    const arm = await collect(await open(`team/app@${top.digest}`), { platform: "linux/arm64" });
    expect([textAt(arm, "a"), textAt(arm, "c")]).toEqual([undefined, "gamma"]);
  });

  it("is read whole over a line that breaks again and again", async () => {
    const read = await collect(await open("team/app:1", linePort));
    expect(reasonsOf(read)).toEqual([]);
    expect(textAt(read, "a")).toBe(large);
  });

  it("refuses who is not logged in, and says what to do", async () => {
    const failure: unknown = await openContainer(`docker://127.0.0.1:${port}/team/app:1`, { cwd: folder, environment: () => folder }).catch((error: unknown) => error);
    expect(String(failure)).toContain("docker login");
    await expect(open("team/none:1")).rejects.toThrow("check name and tag");
    expect(String(await open("team/none:1").catch(String))).not.toContain(password);
  });
});
