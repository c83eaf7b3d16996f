// Makes values that rules must find, from templates and a seed: nothing that looks like a credential ever rests in the repository.
import { Buffer } from "node:buffer";
import { hash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { crc32Base62, crc32Hex } from "./credential/index.ts";

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGIT = "0123456789";

/** Character classes of templates; each part of a class occurs in every value that has room for it. */
const classes: { readonly [name: string]: readonly string[] } = {
  alnum: [UPPER, LOWER, DIGIT],
  alpha: [UPPER, LOWER],
  upper: [UPPER],
  lower: [LOWER],
  digit: [DIGIT],
  upperalnum: [UPPER, DIGIT],
  loweralnum: [LOWER, DIGIT],
  hex: ["abcdef", DIGIT],
  upperhex: ["ABCDEF", DIGIT],
  base32: [UPPER, "234567"],
  lowerbase32: [LOWER, "234567"],
  bech32: ["QPZRYXGFTVDWSJNKHCEMUAL", "023456789"],
  base64: [UPPER, LOWER, DIGIT, "+/"],
  base64url: [UPPER, LOWER, DIGIT, "-_"],
  base58: ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "123456789"],
  symbols: [LOWER, DIGIT, "!@#%^&*(-_=+)"],
  password: [UPPER, LOWER, DIGIT, "!#%^*+_-"],
};

export type Sampler = {
  /**
   * Fills a template. `{alnum:24}`, `{alnum:8-20}`: characters of a class; `{crc32-base62:30}`: checksum of the last 30 characters;
   * `{crc32-hex}`: of everything before the underscore that ends it; `{aws-id}`, `{uuid}`, `{pem:64}` (bytes); `{encode-base64:…}`, `{encode-base64url:…}`, `{encode-hex:…}`,
   * `{encode-gzip:…}` (gzip, then base64) around a template; `{{` and `}}` are braces, `{n}` a new line.
   */
  expand(template: string): string;
  /** A whole number from `least` to `most`. */
  integer(least: number, most: number): number;
  pick(characters: string): string;
};

/** The same seed makes the same values in the same order. */
export function createSampler(seed: string): Sampler {
  const next = createSource(seed);
  const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = (characters: string) => characters.charAt(integer(0, characters.length - 1));
  const sampler: Sampler = { expand: (template) => expandTemplate(template, sampler), integer, pick };
  return sampler;
}

/** Numbers from 0 to below 1, from SHA-256 in counter mode. */
function createSource(seed: string): () => number {
  let block = Buffer.alloc(0);
  let counter = 0;
  let at = 0;
  return () => {
    if (at + 4 > block.length) {
      block = hash("sha256", `${seed}\0${counter++}`, "buffer");
      at = 0;
    }
    at += 4;
    return block.readUInt32BE(at - 4) / 2 ** 32;
  };
}

function expandTemplate(template: string, sampler: Sampler): string {
  let out = "";
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at);
    if ((character === "{" || character === "}") && template.charAt(at + 1) === character) {
      out += character;
      at++;
    } else if (character === "{") {
      const end = findClosing(template, at);
      out += expandField(template.slice(at + 1, end), out, sampler);
      at = end;
    } else out += character;
  }
  return out;
}

function findClosing(template: string, open: number): number {
  let depth = 0;
  for (let at = open; at < template.length; at++) {
    if (template.charAt(at) === "{") depth++;
    if (template.charAt(at) === "}" && --depth === 0) return at;
  }
  throw new Error(`a brace is never closed in the template ${template}`);
}

function expandField(field: string, before: string, sampler: Sampler): string {
  const cut = field.indexOf(":");
  const name = cut < 0 ? field : field.slice(0, cut);
  const argument = cut < 0 ? "" : field.slice(cut + 1);
  const alphabet = classes[name];
  if (alphabet) return characters(alphabet, length(argument, sampler), sampler);
  switch (name) {
    case "n": return "\n";
    case "crc32-base62": return crc32Base62(before.slice(-Number(argument)));
    case "crc32-hex": return crc32Hex(before.replace(/_$/, ""));
    case "aws-id": return awsKeyId(sampler);
    case "uuid": return sampler.expand("{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}");
    case "pem": return toLines(randomBytes(Number(argument), sampler).toString("base64"));
    case "encode-base64": return Buffer.from(sampler.expand(argument)).toString("base64");
    case "encode-base64url": return Buffer.from(sampler.expand(argument)).toString("base64url");
    case "encode-hex": return Buffer.from(sampler.expand(argument)).toString("hex");
    case "encode-gzip": return gzipSync(sampler.expand(argument)).toString("base64");
    default: throw new Error(`no template field is called ${name}`);
  }
}

function length(argument: string, sampler: Sampler): number {
  const [least = 1, most = least] = argument.split("-").map(Number);
  return sampler.integer(least, most);
}

/** Every part of the class once at a random place, the rest from all of it; hardly ever more than three equal characters in a row. */
function characters(parts: readonly string[], count: number, sampler: Sampler): string {
  const all = parts.join("");
  const out: string[] = [];
  while (out.length < count) {
    const character = sampler.pick(all);
    if (out.at(-1) !== character || out.at(-2) !== character) out.push(character);
  }
  if (count <= parts.length * 2) return out.join("");
  // One part to each stretch of the value, so that none takes another's place.
  const stretch = Math.floor(count / parts.length);
  parts.forEach((part, index) => { out[index * stretch + sampler.integer(0, stretch - 1)] = sampler.pick(part); });
  return out.join("");
}

/** Sixteen base-32 characters in the form of today: first bit set, an account below 10^12 (see judgement/structure.ts). */
function awsKeyId(sampler: Sampler): string {
  const alphabet = UPPER + "234567";
  const account = (1n << 40n) | BigInt(sampler.integer(1e11, 9e11));
  const bits = (account << 9n) | BigInt(sampler.integer(0, 511));
  let out = "";
  for (let place = 45n; place >= 0n; place -= 5n) out += alphabet.charAt(Number((bits >> place) & 31n));
  return out + characters([UPPER, "234567"], 6, sampler);
}

function randomBytes(count: number, sampler: Sampler): Buffer {
  return Buffer.from(Array.from({ length: count }, () => sampler.integer(0, 255)));
}

function toLines(text: string): string {
  return (text.match(/.{1,64}/g) ?? []).join("\n");
}
