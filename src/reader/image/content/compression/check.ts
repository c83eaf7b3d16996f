// Checksums of compressed formats, fed piece by piece. CRC-32 and SHA-256 are Node's; CRC-64 (ECMA-182, as xz uses it) it doesn't have.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

export type Check = {
  update(bytes: Uint8Array): void;
  /** The checksum as the format writes it. */
  digest(): Buffer;
};

export function createCrc32(): Check {
  let value = 0;
  return {
    update: (bytes) => { value = crc32(bytes, value); },
    digest: () => toBuffer(value),
  };
}

export function createSha256(): Check {
  const hash = createHash("sha256");
  return { update: (bytes) => { hash.update(bytes); }, digest: () => hash.digest() };
}

const POLYNOMIAL = 0xc96c5795d7870f42n;
const table = createTable();

function createTable(): { readonly low: Int32Array; readonly high: Int32Array } {
  const [low, high] = [new Int32Array(256), new Int32Array(256)];
  for (let index = 0; index < 256; index++) {
    let value = BigInt(index);
    for (let bit = 0; bit < 8; bit++) value = (value & 1n) === 1n ? (value >> 1n) ^ POLYNOMIAL : value >> 1n;
    low[index] = Number(BigInt.asIntN(32, value));
    high[index] = Number(BigInt.asIntN(32, value >> 32n));
  }
  return { low, high };
}

/** In two halves of 32 bits: numbers of 64 bits would be objects. */
export function createCrc64(): Check {
  let low = -1;
  let high = -1;
  return {
    update: (bytes) => {
      for (let at = 0; at < bytes.length; at++) {
        const index = (low ^ (bytes[at] as number)) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (table.low[index] as number);
        high = (high >>> 8) ^ (table.high[index] as number);
      }
    },
    digest: () => Buffer.concat([toBuffer(~low), toBuffer(~high)]),
  };
}

function toBuffer(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
