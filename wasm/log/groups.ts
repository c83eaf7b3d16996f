// Groups of one, two or four characters with one separator throughout.
import { byteAt, length } from "../pass/memory";
import { GROUPS, mark } from "./marks";

const LEAST_GROUPS = 10;
/** Bytes around a block that may hold a part of such groups. */
const NEAR = 64;

/** Widths of groups that have been emitted, a bit each. */
let widths: u32 = 0;

export function beginGroups(): void {
  widths = 0;
}

/** Of eleven separators at one distance, four in a row stand in one block; only there is it counted. */
export function findGroups(at: i32, separators: u64): void {
  const lone = separators & ~(separators >>> 1);
  if (inRow(lone, 2) && !(widths & 2)) countGroups(at, 1);
  if (inRow(lone, 3) && !(widths & 4)) countGroups(at, 2);
  if (inRow(lone, 5) && !(widths & 16)) countGroups(at, 4);
}

function inRow(separators: u64, step: u64): bool {
  const two = separators & (separators >>> step);
  return (two & (two >>> (2 * step))) !== 0;
}

/** Emits `width` once where so many groups of it stand between separators of one kind. */
function countGroups(at: i32, width: i32): void {
  const end = min(length, at + 64 + NEAR);
  let last = -NEAR;
  let groups = 0;
  let separator: u32 = 0;
  for (let here = max(0, at - NEAR) - (at < NEAR ? 1 : 0); here < end; here++) {
    const byte: u32 = here < 0 ? 0x0a : byteAt(here);
    if (byte !== 0x20 && byte !== 0x0a) continue;
    groups = here - last - 1 !== width ? 0 : byte === separator ? groups + 1 : 1;
    separator = byte;
    last = here;
    if (groups < LEAST_GROUPS) continue;
    widths |= 1 << width;
    mark(GROUPS, here, here + 1, width);
    return;
  }
}
