// No composition of encodings, up to the depth that is undone, hides a value.
import { Buffer } from "node:buffer";
import { deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createInspector, createSampler } from "../index.ts";
import { MAX_DEPTH } from "../view.ts";

const inspector = createInspector();
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const wrap = (text: string, width: number): string => text.replaceAll(new RegExp(`.{${width}}`, "g"), "$&\n");

/** Texts to bytes; those in the second table give bytes that are no text, so that another one must stand around them. */
const texts: { readonly [name: string]: (bytes: Buffer) => string } = {
  base64: (bytes) => `x: ${base64(bytes)}\n`,
  "base64 without padding": (bytes) => `x: ${base64(bytes).replace(/=+$/, "")} `,
  "base64 padded wrongly": (bytes) => `x: ${base64(bytes).replace(/=+$/, "")}===\n`,
  "base64 in lines of 76": (bytes) => `${wrap(base64(bytes), 76)}\n`,
  "base64 in lines of 64 with CRLF": (bytes) => `\r\n${wrap(base64(bytes), 64).replaceAll("\n", "\r\n")}\r\n`,
  "base64 of another beginning": (bytes) => `x: ${base64(Buffer.concat([Buffer.from("k:"), bytes]))}\n`,
  base64url: (bytes) => `x: ${bytes.toString("base64url")}\n`,
  hex: (bytes) => `x: ${bytes.toString("hex")}\n`,
  "upper-case hex": (bytes) => `x: ${bytes.toString("hex").toUpperCase()}\n`,
  "gzip in base64": (bytes) => `x: ${base64(gzipSync(bytes))}\n`,
  "zlib in base64": (bytes) => `x: ${base64(deflateSync(bytes))}\n`,
  "zstd in hex": (bytes) => `x: ${zstdCompressSync(bytes).toString("hex")}\n`,
};
const characters: { readonly [name: string]: (text: string) => Buffer } = {
  percent: (text) => Buffer.from([...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")),
  "unicode escapes": (text) => Buffer.from([...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")),
  "hex escapes": (text) => Buffer.from([...text].map((character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`).join("")),
  entities: (text) => Buffer.from([...text].map((character) => `&#x${character.charCodeAt(0).toString(16)};`).join("")),
  "UTF-16 LE": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 BE with mark": (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]),
  "UTF-32 LE": (text) => Buffer.concat([...Buffer.from(text)].map((byte) => Buffer.from([byte, 0, 0, 0]))),
  "UTF-32 BE with mark": (text) => Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), ...[...Buffer.from(text)].map((byte) => Buffer.from([0, 0, 0, byte]))]),
};
const all = { ...Object.fromEntries(Object.entries(texts).map(([name, encode]) => [name, (bytes: Buffer) => Buffer.from(encode(bytes))])), ...Object.fromEntries(Object.entries(characters).map(([name, encode]) => [name, (bytes: Buffer) => encode(bytes.toString("latin1"))])) };

function examine(bytes: Buffer): ReturnType<typeof inspector.examine> {
  const place = { kind: "image" as const, platform: "x", layer: null, part: "file" as const, path: "f", members: [], state: "final" as const };
  return inspector.examine({ kind: "fragment" as const, place, bytes, start: 0, line: 1, owned: bytes.length });
}

const isFound = (bytes: Buffer): boolean => examine(bytes).findings.some(({ ruleId }) => ruleId === "stripe-secret-key");
/** A stream inside of a text is undone in two steps. */
const stepsOf = (names: readonly string[]): number => names.reduce((steps, name) => steps + (name.includes(" in ") && name in texts && !name.startsWith("base64") ? 2 : 1), 0);

const valueOf = (seed: number): Buffer => Buffer.from(`value ${createSampler(String(seed)).expand("sk_live_{alnum:24}")} ends here, with more text\n`);

describe("encodings", () => {
  it.each(Object.entries(all))("undoes %s, and twice", (_, encode) => {
    for (let seed = 0; seed < 6; seed++) {
      expect(isFound(encode(valueOf(seed)))).toBe(true);
      const once = encode(valueOf(seed));
      if (!once.includes(0)) expect(isFound(encode(once))).toBe(true);
    }
  });

  it("undoes any composition of three, or says that it is too deep", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...Object.keys(all)), { minLength: 2, maxLength: 3 }), fc.integer({ min: 0, max: 1e6 }), (names, seed) => {
      // Characters of more than one byte are those of texts; around bytes with zeros between them stands something else first.
      const encoded = names.reduce((bytes, name) => (bytes.includes(0) && name in characters ? bytes : all[name]?.(bytes) ?? bytes), valueOf(seed));
      if (stepsOf(names) <= MAX_DEPTH) expect(isFound(encoded)).toBe(true);
      else expect(isFound(encoded) || examine(encoded).gaps.some(({ reason }) => reason === "depth-limit")).toBe(true);
    }), { numRuns: 150 });
  });

  it("undoes base64 five times", () => {
    let bytes = valueOf(1);
    for (let times = 0; times < 5; times++) bytes = Buffer.from(base64(bytes));
    expect(isFound(bytes)).toBe(true);
  });
});
