// Text of the few places that expressions look at: that of a whole window costs more to make than to search.
import { Buffer } from "node:buffer";

const { latin1Slice } = Buffer.prototype;

/** One character for each byte between the offsets, of which the second may lie behind the end. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return latin1Slice.call(bytes, from, Math.max(from, Math.min(to, bytes.length)));
}
