// Compressed streams of formats that Node doesn't write, each with what its decoder must check.
import { crc32 } from "node:zlib";
import { encodeBzip2 } from "./bzip2-encoder.ts";
import { encodeLzma, PROPERTIES } from "./range-encoder.ts";

const DICTIONARY = 1 << 16;

/** Formats: xz-file-format.txt 1.2, lzma-file-format.txt, the manual of lzip, lz4_Frame_format.md. Up to 64 KiB each. */
export const compressors: { readonly [name: string]: (bytes: Uint8Array) => Buffer } = {
  xz: toXz, lzma: toLzma, lzip: toLzip, lz4: toLz4, bzip2: encodeBzip2,
};

function toXz(bytes: Uint8Array): Buffer {
  const data = encodeLzma(bytes, { mark: false });
  const sizes = Buffer.alloc(5);
  sizes.writeUInt8(0xe0);
  sizes.writeUInt16BE(bytes.length - 1, 1);
  sizes.writeUInt16BE(data.length - 1, 3);
  const header = withCrc(Buffer.from([2, 0, 0x21, 1, 8, 0, 0, 0]));
  const packed = Buffer.concat([sizes, Buffer.from([PROPERTIES]), data, Buffer.alloc(1)]);
  const block = Buffer.concat([header, packed, Buffer.alloc(-packed.length & 3), toUint32(crc32(bytes))]);
  const records = Buffer.concat([Buffer.from([0, 1]), toNumber(header.length + packed.length + 4), toNumber(bytes.length)]);
  const index = withCrc(Buffer.concat([records, Buffer.alloc(-records.length & 3)]));
  const flags = Buffer.from([0, 1]);
  const footer = Buffer.concat([toUint32(index.length / 4 - 1), flags]);
  return Buffer.concat([Buffer.from("fd377a585a00", "hex"), withCrc(flags), block, index, toUint32(crc32(footer)), footer, Buffer.from("YZ")]);
}

function toLzma(bytes: Uint8Array): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32LE(bytes.length);
  return Buffer.concat([Buffer.from([PROPERTIES]), toUint32(DICTIONARY), size, encodeLzma(bytes, { mark: false })]);
}

function toLzip(bytes: Uint8Array): Buffer {
  const data = encodeLzma(bytes, { mark: true });
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(bytes.length);
  sizes.writeUInt32LE(data.length + 26, 8);
  return Buffer.concat([Buffer.from("LZIP\u0001\u0010", "latin1"), data, toUint32(crc32(bytes)), sizes]);
}

/** One block of literals: the format asks for no more. */
function toLz4(bytes: Uint8Array): Buffer {
  const long = Math.max(0, bytes.length - 15);
  const lengths = Buffer.concat([Buffer.alloc(Math.floor(long / 255), 255), Buffer.from(bytes.length < 15 ? [] : [long % 255])]);
  const block = Buffer.concat([Buffer.from([Math.min(15, bytes.length) << 4]), lengths, bytes]);
  return Buffer.concat([Buffer.from("04224d18604082", "hex"), toUint32(block.length), block, Buffer.alloc(4)]);
}

function withCrc(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, toUint32(crc32(bytes))]);
}

function toUint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

/** Seven bits a byte, the lowest first. */
function toNumber(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left >>>= 7) {
    bytes.push(left < 0x80 ? left : (left & 0x7f) | 0x80);
    if (left < 0x80) return Buffer.from(bytes);
  }
}
