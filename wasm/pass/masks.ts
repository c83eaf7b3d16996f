// One bit for each of the 64 bytes of a block.

/** The masks of its four quarters as one. */
export function join(a: u64, b: u64, c: u64, d: u64): u64 {
  return a | (b << 16) | (c << 32) | (d << 48);
}

/** Of lanes that are all ones or all zeros. */
export function maskOf(v: v128): u64 {
  return <u64><u32>i8x16.bitmask(v);
}

export function equalMask(v: v128, byte: i8): u64 {
  return maskOf(i8x16.eq(v, i8x16.splat(byte)));
}

/** The runs that neither begin before the block nor may go on behind it: `lead` bits at its front and `trail` at its end do. */
export function withoutEdges(run: u64, lead: i32, trail: i32): u64 {
  return (run & (~(<u64>0) << lead)) & (~(<u64>0) >>> trail);
}

/** A bit at each place from which sixteen bits and more are set. */
export function longStarts(run: u64): u64 {
  let starts = run & (run >>> 1);
  starts &= starts >>> 2;
  starts &= starts >>> 4;
  return starts & (starts >>> 8);
}

/** Behind the last bit of the run that begins at `start`. */
export function runEnd(run: u64, start: i32): i32 {
  return start + <i32>ctz(~(run >>> start));
}
