// Damage as it happens and as an attacker makes it: flipped bits, lying numbers, cuts, repeats, parts of other data.
import type { Chance } from "./random.ts";

const NUMBERS = [0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const DIGITS = ["0", "7", "9", "-1", "77777777777", "99999999", "ffffffff", "\u0080", " ", "\0"];

/** A damaged copy; it may by chance be equal. `other` gives bytes to splice in. */
export function mutate(bytes: Buffer, chance: Chance, other: Buffer): Buffer {
  let damaged: Buffer = Buffer.from(bytes);
  for (let times = 1 + chance.int(3); times > 0 && damaged.length > 0; times--) damaged = mutateOnce(damaged, chance, other);
  return damaged;
}

function mutateOnce(bytes: Buffer, chance: Chance, other: Buffer): Buffer {
  // Headers and ends are where formats are fragile.
  const at = chance.pick([chance.int(bytes.length), chance.int(Math.min(bytes.length, 64)), bytes.length - 1 - chance.int(Math.min(bytes.length, 64))]);
  const end = Math.min(bytes.length, at + 1 + chance.int(chance.pick([2, 16, 600])));
  switch (chance.int(9)) {
    case 0: bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.int(8)); return bytes;
    case 1: bytes[at] = chance.int(256); return bytes;
    case 2: return writeNumber(bytes, at, chance);
    case 3: bytes.write(chance.pick(DIGITS), at, "latin1"); return bytes;
    case 4: return bytes.subarray(0, at);
    case 5: return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 6: return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    case 7: return Buffer.concat([bytes.subarray(0, at), other.subarray(0, chance.int(Math.min(other.length, 600))), bytes.subarray(end)]);
    default: return Buffer.concat([bytes.subarray(0, at), chance.bytes(chance.int(20)), bytes.subarray(at)]);
  }
}

function writeNumber(bytes: Buffer, at: number, chance: Chance): Buffer {
  const value = chance.pick(NUMBERS);
  const field = Buffer.alloc(4);
  if (chance.int(2) === 0) field.writeUInt32LE(value);
  else field.writeUInt32BE(value);
  const length = chance.pick([1, 2, 4]);
  bytes.set(field.subarray(0, Math.min(length, bytes.length - at)), at);
  return bytes;
}
