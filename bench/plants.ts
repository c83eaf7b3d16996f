// Values planted into the image at run time, from a seed: nobody's rules can have been tuned to them.
import { gzipSync } from "node:zlib";
import { createSampler, makeCardNumber, type Sampler } from "../src/detector/index.ts";
import { zipOf } from "../test/fixtures/builders/index.ts";

export type Plant = { readonly name: string; readonly value: string; /** Where it stands, for tools that show no values. */ readonly path: string };

export type Planted = {
  readonly plants: readonly Plant[];
  /** Files of the two top layers, lower first. */
  readonly layers: readonly ReadonlyMap<string, Uint8Array>[];
  readonly env: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
};

const LOG_BYTES = 30e6;

type ToBytes = (value: string) => Uint8Array;
/** Name, path, how the value is written, and the value where it is no token of GitHub's. */
type Row = readonly [string, string, ToBytes, string?];

const text = (before: string, after = "\n"): ToBytes => (value) => Buffer.from(before + value + after);

function toRows(sampler: Sampler): readonly Row[] {
  return [
    ["file that is deleted", "app/.env", text("STRIPE_KEY="), stripe(sampler)],
    ["file that is overwritten", "app/config.json", text('{"token":"', '"}')],
    ["private key", "etc/ssl/private/app.pem", (value) => Buffer.from(value), sampler.expand("-----BEGIN PRIVATE KEY-----{n}{pem:600}{n}-----END PRIVATE KEY-----{n}")],
    ["below usr/share", "usr/share/app/settings.ini", text("token = ")],
    ["base64 in YAML", "app/k8s/values.yaml", (value) => Buffer.from(`data:\n  token: ${Buffer.from(value).toString("base64")}\n`)],
    ["gzip", "var/backups/env.gz", (value) => gzipSync(`TOKEN=${value}\n`)],
    ["gzip without extension", "var/backups/dump", (value) => gzipSync(`TOKEN=${value}\n`)],
    ["zip", "app/release.zip", (value) => zipOf([{ name: "inner/.env", content: `TOKEN=${value}\n` }])],
    ["jar", "app/lib/app.jar", (value) => zipOf([{ name: "application.properties", content: `token=${value}\n` }])],
    ["end of a long log", "var/log/app.log", (value) => Buffer.from(`${makeLog()}token=${value}\n`)],
    ["below node_modules", "app/node_modules/left-pad/index.js", text('module.exports = "', '";\n')],
    ["below site-packages", "usr/lib/python3/dist-packages/settings.py", text('TOKEN = "', '"\n')],
    ["lock file", "app/package-lock.json", text('{"resolved":"https://user:', '@registry.example/x.tgz"}')],
    ["middle of a one-line bundle", "app/static/main.js", (value) => Buffer.from(`${"function(e,t){return e+t},".repeat(40_000)}"${value}"${",function(){}".repeat(40_000)}`)],
    ["UTF-16", "app/export.txt", (value) => Buffer.from(`token: ${value}\n`, "utf16le")],
    ["behind a picture", "app/logo.png", (value) => Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(4096, 7), Buffer.from(value)])],
    ["inside a program", "usr/local/bin/tool", (value) => Buffer.concat([Buffer.from("7f454c4602010100", "hex"), Buffer.alloc(65_536), Buffer.from(`\0${value}\0`), Buffer.alloc(65_536)])],
    ["hexadecimal", "app/state.hex", (value) => Buffer.from(`${Buffer.from(`token=${value}`).toString("hex")}\n`)],
    ["percent-encoded", "app/callback.log", (value) => Buffer.from(`GET /cb?t=${[...value].map((character) => `%${character.charCodeAt(0).toString(16)}`).join("")}\n`)],
    ["Markdown", "app/README.md", text("use `", "`\n")],
    ["AWS key", "root/.aws/credentials", text("aws_access_key_id = "), sampler.expand("AKIA{aws-id}")],
    ["password", "app/database.yml", text('password: "', '"\n'), sampler.expand("{password:20}")],
    ["card number", "srv/export/payments.csv", text("id,card,amount\n1,", ",1200\n"), makeCardNumber(sampler)],
  ];
}

function makeLog(): string {
  const line = (index: number) => `2026-01-02T03:04:05.${index % 1000}Z INFO request ${index} took ${index % 97} ms for /api/v1/payments status 200\n`;
  return Array.from({ length: Math.ceil(LOG_BYTES / 80) }, (_, index) => line(index)).join("");
}

const stripe = (sampler: Sampler) => sampler.expand("sk_live_{alnum:24}");
const github = (sampler: Sampler) => sampler.expand("ghp_{alnum:30}{crc32-base62:30}");

/** The same seed plants the same values. */
export function plantValues(seed: string): Planted {
  const sampler = createSampler(seed);
  const plants: Plant[] = [];
  const note = (name: string, path: string, value: string): string => {
    plants.push({ name, path, value });
    return value;
  };
  const files = new Map(toRows(sampler).map(([name, path, toBytes, value = github(sampler)]) => [path, toBytes(note(name, path, value))]));
  const env = { STRIPE_API_KEY: note("environment", "STRIPE_API_KEY", stripe(sampler)) };
  const labels = { "ci.token": note("label", "ci.token", github(sampler)) };
  const steps = [`ARG NPM_TOKEN=${note("build argument", "history", sampler.expand("npm_{alnum:30}{crc32-base62:30}"))}`];
  const upper = new Map<string, Uint8Array>([["app/.wh..env", Buffer.alloc(0)], ["app/config.json", Buffer.from("{}")]]);
  return { plants, layers: [files, upper], env, labels, steps };
}
