// Takes away what the runner and the system put around each line, so that values which were wrapped stand together again.
import { Buffer } from "node:buffer";
import { matchStamp, STAMP_BYTES } from "./stamp.ts";

const NEWLINE = 0x0a;
const RETURN = 0x0d;
/** A line's beginning is decided once this much of it is there: a byte order mark, a stamp, and the byte behind. */
const LOOKAHEAD = STAMP_BYTES + 4;

/**
 * One log's text without byte order marks and stamps at the beginning of lines and without carriage returns before their ends.
 * Lines stay lines, so their numbers are those of the original; everything else stays as it is.
 */
export class LineCleaner {
  /** Ends of lines so far. */
  lines = 0;
  #carry: Uint8Array = new Uint8Array(0);
  #atLineStart = true;

  /** Cleans as much of the chunk as can be decided. */
  push(chunk: Uint8Array): Uint8Array {
    return this.#clean(this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk, false);
  }

  /** Cleans the rest. */
  end(): Uint8Array {
    return this.#clean(this.#carry, true);
  }

  #clean(chunk: Uint8Array, final: boolean): Uint8Array {
    const input = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const out = Buffer.allocUnsafeSlow(input.length);
    const end = input.length;
    let at = 0;
    let to = 0;
    while (at < end) {
      if (this.#atLineStart) {
        if (!final && end - at < LOOKAHEAD) break;
        at += lineStartLength(input, at);
        this.#atLineStart = false;
      }
      // Newlines are all that is looked for, which V8 does natively.
      const newline = input.indexOf(NEWLINE, at);
      const stop = newline < 0 ? holdReturn(input, at, final) : newline;
      const textEnd = newline > at && input[newline - 1] === RETURN ? newline - 1 : stop;
      to += input.copy(out, to, at, textEnd);
      at = stop;
      if (newline < 0) break;
      out[to++] = NEWLINE;
      at++;
      this.lines++;
      this.#atLineStart = true;
    }
    this.#carry = new Uint8Array(input.subarray(at));
    return out.subarray(0, to);
  }
}

function lineStartLength(input: Uint8Array, at: number): number {
  // A log that was joined from several has a byte order mark at each seam.
  const bom = input[at] === 0xef && input[at + 1] === 0xbb && input[at + 2] === 0xbf ? 3 : 0;
  return bom + matchStamp(input, at + bom, input.length);
}

/** The end of the input; a carriage return there waits for what follows. */
function holdReturn(input: Uint8Array, at: number, final: boolean): number {
  const end = input.length;
  return !final && end > at && input[end - 1] === RETURN ? end - 1 : end;
}
