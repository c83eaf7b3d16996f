// Checksums of compressed formats, fed piece by piece. CRC-32 and SHA-256 are Node's; CRC-64 (ECMA-182, as xz uses it) and XXH32 (lz4) it doesn't have.
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

const LANES = 16;
const [PRIME1, PRIME2, PRIME3, PRIME4, PRIME5] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1] as const;

/** With seed 0. Format: xxhash_spec.md 0.2, XXH32. */
export function createXxh32(): Check {
  const lanes = [PRIME1 + PRIME2, PRIME2, 0, -PRIME1];
  let held = Buffer.alloc(0);
  let length = 0;
  const takeStripes = (bytes: Buffer): void => {
    for (let at = 0; at + LANES <= bytes.length; at += LANES) {
      lanes.forEach((sum, lane) => { lanes[lane] = Math.imul(rotate(sum + Math.imul(bytes.readInt32LE(at + lane * 4), PRIME2), 13), PRIME1); });
    }
  };
  return {
    update: (bytes) => {
      length += bytes.length;
      const joined = held.length > 0 ? Buffer.concat([held, bytes]) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      takeStripes(joined);
      held = Buffer.from(joined.subarray(joined.length - (joined.length % LANES)));
    },
    digest: () => toBuffer(finish(length < LANES ? PRIME5 : converge(lanes), { length, rest: held })),
  };
}

function converge(lanes: readonly number[]): number {
  return [1, 7, 12, 18].reduce((sum, bits, lane) => sum + rotate(lanes[lane] ?? 0, bits), 0);
}

function finish(start: number, { length, rest }: { length: number; rest: Buffer }): number {
  let value = (start + length) | 0;
  let at = 0;
  for (; at + 4 <= rest.length; at += 4) value = Math.imul(rotate(value + Math.imul(rest.readInt32LE(at), PRIME3), 17), PRIME4);
  for (; at < rest.length; at++) value = Math.imul(rotate(value + Math.imul(rest.readUInt8(at), PRIME5), 11), PRIME1);
  value = Math.imul(value ^ (value >>> 15), PRIME2);
  value = Math.imul(value ^ (value >>> 13), PRIME3);
  return value ^ (value >>> 16);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function toBuffer(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
