// The time stamp that the runner puts before each line: DateTime.ToString("O") and a blank (actions/runner, Logging.cs).
// `docker logs -t` and `kubectl logs --timestamps` write the same with up to nine digits of fraction.

/** Longest stamp with its blank; a decision never needs more bytes than these and the one behind them. */
export const STAMP_BYTES = 31;

const ZERO = 0x30;
const NINE = 0x39;
/** What stands between the digits of `yyyy-MM-ddTHH:mm:ss`; 0 stands for a digit. */
const shape = [...Buffer.from("0000-00-00T00:00:00")].map((byte) => (byte === ZERO ? 0 : byte));

/** Length of the stamp at `at` with its blank, 0 where there is none. Bytes up to `end` are looked at. */
export function matchStamp(bytes: Uint8Array, at: number, end: number): number {
  if (end - at < shape.length + 1) return 0;
  for (let index = 0; index < shape.length; index++) {
    const byte = bytes[at + index] ?? 0;
    const wanted = shape[index] ?? 0;
    if (wanted === 0 ? byte < ZERO || byte > NINE : byte !== wanted) return 0;
  }
  let here = at + shape.length;
  if (bytes[here] === 0x2e) {
    const most = Math.min(here + 10, end);
    for (here++; here < most && isDigit(bytes[here]); ) here++;
  }
  if (here >= end || bytes[here] !== 0x5a) return 0;
  here++;
  if (here === end || bytes[here] === 0x0a || bytes[here] === 0x0d) return here - at;
  return bytes[here] === 0x20 ? here + 1 - at : 0;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}
