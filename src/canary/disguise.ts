// What a value can hide in: encodings that the detectors undo, and formats that the readers open.
import { crc32, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { toEntries, writeTar } from "../layout/index.ts";
import { archivers, compressors } from "./pack/index.ts";

type Disguise = (text: string) => Uint8Array;

const base64 = (text: string | Uint8Array) => Buffer.from(text as string).toString("base64");
const escape = (text: string) => [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const utf32 = (text: string) => Buffer.concat([...Buffer.from(text)].map((byte) => Buffer.from([byte, 0, 0, 0])));
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const wrap = (text: string, width: number) => text.replaceAll(new RegExp(`.{${width}}`, "g"), "$&\n");

/** By the name under which a missed one is reported. The first two are hidden again by an upper layer. */
export const disguises: { readonly [name: string]: Disguise } = {
  plain: (text) => Buffer.from(text),
  base64: (text) => Buffer.from(`data: ${base64(text)}\n`),
  "base64-url": (text) => Buffer.from(`data: ${Buffer.from(text).toString("base64url")}\n`),
  "base64-wrapped": (text) => Buffer.from(wrap(base64(`${text}${"padding text ".repeat(8)}`), 76)),
  "base64-twice": (text) => Buffer.from(`data: ${base64(base64(text))}\n`),
  "gzip-in-base64": (text) => Buffer.from(`data: ${base64(gzipSync(text))}\n`),
  hex: (text) => Buffer.from(`data: ${Buffer.from(text).toString("hex")}\n`),
  percent: (text) => Buffer.from([...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")),
  "unicode-escape": (text) => Buffer.from(`"${escape(text)}"`),
  "utf-16-le": (text) => utf16(text),
  "utf-16-be": (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(text).swap16()]),
  "utf-32": (text) => utf32(text),
  entity: (text) => Buffer.from([...Buffer.from(text)].map((byte) => `&#${byte};`).join("")),
  "zlib-in-base64": (text) => Buffer.from(`data: ${base64(deflateSync(text))}\n`),
  // Short texts stand in Zstandard data as they are.
  "zstd-in-base64": (text) => Buffer.from(`data: ${base64(zstdCompressSync(gzipSync(text)))}\n`),
};

type Wrapping = (name: string, content: Uint8Array) => Promise<Uint8Array> | Uint8Array;

export const wrappings: { readonly [name: string]: Wrapping } = {
  gzip: (_, content) => gzipSync(content),
  zstd: (_, content) => zstdCompressSync(gzipSync(content)),
  // What a tar archive, LZ4 or Zstandard data hold plainly is seen without their reader.
  tar: (name, content) => tar(`${name}.gz`, gzipSync(content)),
  zip: (name, content) => zip(name, content),
  ...Object.fromEntries(Object.entries(compressors).map(([format, compress]): [string, Wrapping] => [format, (_, content) => compress(format === "lz4" ? gzipSync(content) : content)])),
  ...archivers,
  "tar-in-gzip-in-zip": async (name, content) => zip(`${name}.tar.gz`, gzipSync(await tar(name, content))),
};

async function tar(name: string, content: Uint8Array): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(writeTar(toEntries({ [name]: content }))));
}

/** One deflated member. Format: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
function zip(name: string, content: Uint8Array): Uint8Array {
  const data = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), data]);
  const central = Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
