// Runs of digits and of base64 characters, from one bit for each byte of a block.
import { longStarts, runEnd, withoutEdges } from "../pass/masks";
import { emit, input } from "../pass/memory";
import { takeBase64 } from "./base64";
import { isPart } from "./kinds";

const DIGITS = -2;
const SHORTEST_NUMBER = 13;
const LINE = 16;

let digitCarry: i32 = 0;
let lastDigits: u64 = 0;
let base64Carry: i32 = 0;

export function beginRuns(): void {
  digitCarry = 0;
  lastDigits = 0;
  base64Carry = 0;
}

/** Whether a block without digits has nothing to say of them. */
export function isFarFromDigits(): bool {
  return (lastDigits | <u64>digitCarry) === 0;
}

/** Regions in which digits stand at most four bytes apart, whatever separates them, and that have enough of them. */
export function findDigits(at: i32, digits: u64): void {
  const run = digits | (digits << 1) | (lastDigits >>> 63) | (digits << 2) | (lastDigits >>> 62) | (digits << 3) | (lastDigits >>> 61);
  lastDigits = digits;
  if (run === ~(<u64>0)) {
    digitCarry += 64;
    return;
  }
  const lead = <i32>ctz(~run);
  if (digitCarry + lead >= SHORTEST_NUMBER + 3) takeDigits(at - digitCarry, at + lead - 3);
  digitCarry = <i32>clz(~run);
  const inner = withoutEdges(run, lead, digitCarry);
  let starts = longStarts(inner);
  while (starts !== 0) {
    const start = <i32>ctz(starts);
    const end = runEnd(inner, start);
    takeDigits(at + start, at + end - 3);
    starts &= ~(<u64>0) << end;
  }
}

/** Only where so many digits stand together that what separates them may separate the groups of a number. */
function takeDigits(start: i32, end: i32): void {
  let count = 0;
  for (let at = start; at < end && count < SHORTEST_NUMBER; at++) {
    if (<u32>load<u8>(input + at) - 0x30 < 10) count++;
    else if (!isPart(at)) count = 0;
  }
  if (count >= SHORTEST_NUMBER) emit(start, DIGITS, end);
}

export function findBase64(at: i32, run: u64): void {
  if (run === ~(<u64>0)) {
    base64Carry += 64;
    return;
  }
  const lead = <i32>ctz(~run);
  if (base64Carry + lead >= LINE) takeBase64(at - base64Carry, at + lead);
  base64Carry = <i32>clz(~run);
  const inner = withoutEdges(run, lead, base64Carry);
  let starts = longStarts(inner);
  while (starts !== 0) {
    const start = <i32>ctz(starts);
    const end = runEnd(inner, start);
    takeBase64(at + start, at + end);
    starts &= ~(<u64>0) << end;
  }
}
