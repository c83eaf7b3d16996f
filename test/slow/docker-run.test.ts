// The gateway's image under a real Docker engine: packed without a daemon, and built by the Dockerfile. `.ci/engine` brings one.
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWithDocker, findEngine, packService, writeDockerArchive, type PackedImage } from "../../src/packer/index.ts";
import { Containers, makeBase } from "./docker.ts";

const root = join(import.meta.dirname, "../..");
const context = join(root, "sample-service");
const name = `pci-pipeline-test-${randomBytes(4).toString("hex")}`;
const containers = new Containers(name);

let engine: string | undefined;
let folder: string;
let packed: PackedImage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "docker-run-"));
  // the container's user has no right to enter a folder that mkdtemp made for us
  await chmod(folder, 0o755);
  engine = await findEngine().catch(() => undefined);
  packed = await packService({ context, root, out: join(folder, "layout") });
});
afterAll(async () => {
  if (engine !== undefined) await containers.removeAll();
  await rm(folder, { recursive: true });
});

/** A test card number, put together at run time. */
function cardNumber(): string {
  const body = `4${"1".repeat(14)}`;
  const sum = [...body].reduce((total, digit, at) => total + (at % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0 : Number(digit)), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

function pay(base: string, key: string): Promise<Response> {
  const card = { number: cardNumber(), expiry: "12/39", cvv: "7391" };
  const body = JSON.stringify({ amount: 12_500, currency: "USD", merchantReference: "order-1", card });
  return fetch(`${base}/payments`, { method: "POST", headers: { "content-type": "application/json", "idempotency-key": key }, body });
}

async function statusOf(base: string, path: string): Promise<number> {
  return fetch(`${base}${path}`).then((response) => response.status, () => 0);
}

describe("the packed image", () => {
  it("loads into a Docker engine under the id that the packer states", async ({ skip }) => {
    skip(engine === undefined, "no Docker engine answers");
    const archive = join(folder, "packed.tar");
    await writeDockerArchive(join(folder, "layout"), archive, { tag: `${name}:packed` });
    await containers.docker("load", "--input", archive);
    expect(await containers.docker("image", "inspect", "--format", "{{.Id}}", `${name}:packed`)).toBe(packed.configDigest);
  });

  it("gets ready when its credentials appear, takes a payment, logs none of it and exits 0 on SIGTERM", async ({ skip }) => {
    skip(engine === undefined, "no Docker engine answers");
    const run = join(folder, "credentials");
    await mkdir(run);
    const gateway = await containers.start(`${name}:packed`, { mount: run, options: ["--env", "DRAIN_DELAY_MS=300"] });
    await expect.poll(() => statusOf(gateway.base, "/healthz"), { timeout: 30_000 }).toBe(200);
    const before = await fetch(`${gateway.base}/readyz`);
    expect([before.status, await before.json()]).toEqual([503, { status: "not-ready", missing: ["bancosur", "walletpro", "nortepay"] }]);

    const secrets = Object.fromEntries(["bancosur", "walletpro", "nortepay"].map((processor) => [processor, { value: randomBytes(24).toString("hex"), version: 1 }]));
    const file = join(run, "processors.json");
    await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
    await chown(file, 65_532, 65_532);
    // the file is there, and the processors that accept what it holds are not
    expect((await fetch(`${gateway.base}/readyz`)).status).toBe(503);
    // the mock processors run on the same image, in the gateway's network, so that plain http stays on one machine
    await containers.start(`${name}:packed`, { mount: run, network: gateway.id, options: ["--volume", `${context}/processors:/processors:ro`], command: ["/processors/server.ts"] });
    await expect.poll(() => statusOf(gateway.base, "/readyz"), { timeout: 30_000 }).toBe(200);
    await expect.poll(async () => (await pay(gateway.base, "order-1-try-1")).status, { timeout: 30_000 }).toBe(201);
    const again = await pay(gateway.base, "order-1-try-1");
    expect(await again.json()).toMatchObject({ status: "approved", processor: "nortepay", card: { last4: cardNumber().slice(-4) } });

    expect(await containers.stop(gateway.id)).toBe(0);
    const log = await containers.docker("logs", gateway.id);
    expect(log).toMatch(/"outcome":"approved"[\s\S]*"msg":"request"[\s\S]*"outcome":"clean"/);
    for (const planted of [cardNumber(), "7391\"", ...Object.values(secrets).map(({ value }) => value)]) expect(log.includes(planted), "the log holds a planted value").toBe(false);
  });
});

describe("the Dockerfile", () => {
  it("builds on a base of one's own, and runs", async ({ skip }) => {
    skip(engine === undefined, "no Docker engine answers");
    await containers.importBase(await makeBase(root), `${name}:base`);
    const lines: string[] = [];
    const archive = join(folder, "built.tar");
    const build = { context, root, out: archive, tag: `${name}:built`, buildArgs: { BASE: `${name}:base` }, log: (line: string) => void lines.push(line) };
    const { digest } = await buildWithDocker(build).catch((error: unknown) => {
      throw new Error(lines.slice(-20).join("\n"), { cause: error });
    });
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    await containers.docker("image", "rm", `${name}:built`);
    await containers.docker("load", "--input", archive);
    const listing = await containers.docker("run", "--rm", "--entrypoint", "/usr/local/bin/node", `${name}:built`, "-p", "fs.readdirSync('/app/node_modules').concat(fs.readdirSync('src')).join()");
    expect(listing).toContain("fastify");
    expect(listing).not.toMatch(/vitest|typescript|\.test\.ts/);
    const gateway = await containers.start(`${name}:built`, { options: ["--env", "DRAIN_DELAY_MS=0"] });
    await expect.poll(() => statusOf(gateway.base, "/healthz"), { timeout: 30_000 }).toBe(200);
    expect(await containers.stop(gateway.id)).toBe(0);
  });
});
