// Cheap looks at bytes: anchors are searched natively, and only a bounded piece around one becomes text.
import { Buffer } from "node:buffer";

const NEWLINE = 0x0a;

export function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The line's text from at most `reach` bytes before `at`; one character a byte. */
export function textBefore(bytes: Buffer, at: number, reach: number): string {
  const text = bytes.toString("latin1", Math.max(0, at - reach), at);
  return text.slice(text.lastIndexOf("\n") + 1);
}

/** The line's text from `at` on, at most `reach` bytes. */
export function textAfter(bytes: Buffer, at: number, reach: number): string {
  const end = Math.min(bytes.length, at + reach);
  const newline = bytes.subarray(at, end).indexOf(NEWLINE);
  return bytes.toString("latin1", at, newline < 0 ? end : at + newline);
}
