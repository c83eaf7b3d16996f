// What a decoder says about data that it can't decode.
import type { GapReason } from "../../../../finding/index.ts";

/** Ends a decoding; `message` is what the gap says. */
export class Damage extends Error {
  override readonly name = "Damage";
  readonly reason: GapReason;

  constructor(reason: GapReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
