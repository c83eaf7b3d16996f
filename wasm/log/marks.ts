// What is emitted, and the bits of a byte's class, as the host knows them.
import { byteAt, classes, emit } from "../pass/memory";

export const REVERSED = 0;
export const LINE = 1;
export const GROUPS = 2;
export const INVISIBLE = 3;
export const BACKSLASH = 4;
export const SEAM = 5;
export const MASK = 6;
export const OPERATOR = 7;
export const COMMAND = 8;
export const DUMP = 9;
export const BASE32 = 10;
export const ROTATED = 11;
const KIND_BITS: u32 = 4;

/** Bits of a byte's class. */
export const HIDDEN: u32 = 1;
export const ENCODED: u32 = 2;
export const QUINTET: u32 = 4;
/** The table of classes stands behind those of base64. */
const CLASSES = 1024;

/** `seen`: what tells marks of one kind apart. */
export function mark(kind: i32, start: i32, end: i32, seen: u32): void {
  emit(start, end, <i32>((seen << KIND_BITS) | kind));
}

export function classAt(at: i32): u32 {
  return load<u8>(classes + CLASSES + byteAt(at));
}
