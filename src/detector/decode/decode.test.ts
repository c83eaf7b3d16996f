// Each decoder gives back what its encoding hid, with the place that it came from.
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSieve } from "../sieve/index.ts";
import { base64 } from "./base64.ts";
import { textDecoders } from "./index.ts";
import { gzip, StreamTooLarge } from "./compressed.ts";
import { escape } from "./escape.ts";
import { hex } from "./hex.ts";
import { percent } from "./percent.ts";
import { utf16 } from "./utf16.ts";

const text = fc.stringMatching(/^[ -~]{24,90}$/);
const decodeAll = (decoder: { decode(bytes: Uint8Array): { bytes: Uint8Array }[] }, encoded: string | Uint8Array) => decoder.decode(Buffer.from(encoded)).map((run) => Buffer.from(run.bytes).toString("latin1"));

describe("base64", () => {
  it("is found at any alignment of the surrounding alphabet, with and without padding", () => {
    fc.assert(fc.property(text, fc.stringMatching(/^[A-Za-z]{0,5}$/), (plain, before) => {
      const encoded = Buffer.from(plain).toString("base64").replace(/=/g, "");
      expect(decodeAll(base64, `"${before}${encoded}"`).some((decoded) => decoded.includes(plain))).toBe(true);
    }), { numRuns: 100 });
  });

  it.each([[76, "\n"], [20, "\r\n"], [64, "\n    "], [64, "\\n"]])("is joined over lines of %i characters", (width, line) => {
    const plain = "the quick brown fox jumps over the lazy dog, and then does so again and again until evening".repeat(3);
    const encoded = Buffer.from(plain).toString("base64").replace(new RegExp(`.{${width}}`, "g"), (part) => part + line);
    expect(decodeAll(base64, `data: ${encoded}\n`)).toContain(plain);
  });

  it("reads the alphabet of addresses too", () => {
    const plain = "??>>~~ which needs both of the other characters ~~<<??";
    expect(decodeAll(base64, Buffer.from(plain).toString("base64url"))).toContain(plain);
  });

  it("leaves words and paths alone", () => {
    expect(base64.decode(Buffer.from("usr/lib/python3/distpackages/requests/adapters and someVeryLongIdentifierOfJava"))).toEqual([]);
  });

  it("says where each decoded byte came from, over line breaks too", () => {
    const plain = "0123456789abcdefghijklmnopqrstuvwxyz the end of it all";
    const encoded = `  ${Buffer.from(plain).toString("base64").replace(/.{20}/g, "$&\n")}`;
    const [run] = base64.decode(Buffer.from(encoded));
    expect(run?.at?.(0)).toBe(2);
    expect(run?.at?.(15)).toBe(2 + 20 + 1);
  });
});

describe("hex", () => {
  it("is found in both cases and with an odd digit before", () => {
    fc.assert(fc.property(text, fc.constantFrom("", "a"), fc.boolean(), (plain, before, upper) => {
      const encoded = Buffer.from(plain).toString("hex");
      expect(decodeAll(hex, before + (upper ? encoded.toUpperCase() : encoded)).some((decoded) => decoded.includes(plain))).toBe(true);
    }), { numRuns: 100 });
  });

  it("leaves digests alone", () => {
    expect(hex.decode(Buffer.from("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"))).toEqual([]);
  });
});

describe("percent, escapes, UTF-16", () => {
  const each = (encode: (code: number) => string, plain: string) => Array.from(plain, (character) => encode(character.charCodeAt(0))).join("");

  it("give back the text with what surrounds it", () => {
    fc.assert(fc.property(text, (plain) => {
      expect(decodeAll(percent, `a=${each((code) => `%${code.toString(16).padStart(2, "0")}`, plain)}`)).toEqual([`a=${plain}`]);
      expect(decodeAll(escape, `a="${each((code) => `\\u${code.toString(16).padStart(4, "0")}`, plain)}"`)).toEqual([`a="${plain}"`]);
      expect(decodeAll(escape, each((code) => `\\x${code.toString(16).padStart(2, "0")}`, plain))).toEqual([plain]);
      expect(decodeAll(escape, each((code) => `\\u{${code.toString(16)}}`, plain))).toEqual([plain]);
      expect(decodeAll(utf16, Buffer.from(`\ufeff${plain}`, "utf16le"))).toEqual([plain]);
      expect(decodeAll(utf16, Buffer.from(plain, "utf16le").swap16())).toEqual([plain]);
    }), { numRuns: 60 });
  });

  it("leave patterns of other scripts alone", () => {
    expect(escape.decode(Buffer.from("/[\\u0300-\\u036f\\u4e00-\\u9fff]/"))).toEqual([]);
  });

  it("undo slashes of addresses in JSON", () => {
    expect(decodeAll(escape, '"postgres:\\/\\/a"')).toEqual(['"postgres://a"']);
  });
});

describe("gzip", () => {
  it("is undone also where its end is missing", () => {
    const packed = gzipSync(Buffer.from("hello ".repeat(5000)));
    expect(decodeAll(gzip, packed)).toEqual(["hello ".repeat(5000)]);
    expect(gzip.decode(packed.subarray(0, packed.length - 9))).toHaveLength(1);
    expect(gzip.decode(Buffer.from([0x1f, 0x8b, 8, 1, 2, 3]))).toEqual([]);
  });

  it("says where it expands beyond the limit", () => {
    expect(() => gzip.decode(gzipSync(Buffer.alloc(8 << 20)))).toThrow(StreamTooLarge);
  });
});

describe("every decoder", () => {
  const sieve = createSieve([]);
  const encoded = fc.tuple(text, fc.constantFrom("base64", "base64url", "hex", "latin1", "utf16le", "utf32"), fc.constantFrom(0, 20, 64, 76)).map(([plain, encoding, width]) => {
    if (encoding === "utf32") return Buffer.concat([...plain].map((character) => Buffer.from([0, 0, 0, character.charCodeAt(0)].toReversed())));
    const bytes = encoding === "utf16le" || encoding === "latin1" ? Buffer.from(plain, encoding as BufferEncoding) : Buffer.from(Buffer.from(plain).toString(encoding as BufferEncoding));
    return width > 0 ? Buffer.from(bytes.toString("latin1").replace(new RegExp(`.{${width}}`, "g"), "$&\n"), "latin1") : bytes;
  });
  const noise = fc.constantFrom("%41%2f", "\\u0041bcd", "\\x41", ":\\/\\/a", "\\n", "\n", "\r\n", "\\\r", "\\r\\n", "\\\n", "\n \t", "=", "==\n", "\"", "\xff", "QUJD", "aGVsbG8gd29ybGQgaGVsbG8", " ", "\0", "a".repeat(70), "/usr/share/lib-1", "deadbeef".repeat(4), "\\u{41}", "%zz", "&#83;&#x53;", "&quot;secret", "&amp;").map((part) => Buffer.from(part, "latin1"));

  it("gives the same whether the sieve has looked before or not", () => {
    fc.assert(fc.property(fc.array(fc.oneof(encoded, noise), { maxLength: 12 }), (parts) => {
      const bytes = Buffer.concat(parts);
      const sifted = sieve.sift(bytes);
      const plain = (runs: readonly { start: number; end: number; bytes: Uint8Array }[]) => runs.map(({ start, end, bytes: inner }) => [start, end, Buffer.from(inner).toString("hex")]);
      for (const decoder of textDecoders) expect(plain(decoder.decode(bytes, sifted))).toEqual(plain(decoder.decode(bytes)));
    }), { numRuns: 400 });
  });
});
