// Magnetic stripe data, ISO/IEC 7813. Keeping it after authorization is forbidden (PCI DSS 3.3.1.1), whatever protects it.
import { LONGEST, type Run } from "./digit-run.ts";
import { Digits } from "./number/digits.ts";
import { issuerOf } from "./number/issuer.ts";
import { isDigit } from "./separator.ts";
import { textOf } from "./text.ts";

export type TrackData = { readonly start: number; readonly end: number };

// Track 1: format code B, number, name, expiry, service code. Track 2: number, separator, expiry, service code.
const track1 = /^%?[Bb](\d{13,19})\^[A-Z0-9 .'/-]{2,26}\^\d{2}(?:0[1-9]|1[0-2])\d{3}[A-Z0-9 ]{0,48}(?:\?|(?![A-Za-z0-9]))/;
const track2 = /^;?(\d{13,19})[=Dd]\d{2}(?:0[1-9]|1[0-2])[1-9]\d{2}\d{0,20}(?:\?|[Ff]?(?![A-Za-z0-9]))/;

const [PERCENT, SEMICOLON, LETTER_B] = [0x25, 0x3b, 0x62] as const;
/** More characters than a track has. */
const MOST = 128;

/** Tracks whose number is one of `runs`. */
export function findTrackData(bytes: Uint8Array, runs: readonly Run[]): TrackData[] {
  const found: TrackData[] = [];
  for (let n = 0; n < runs.length; n++) {
    const { start, end } = runs[n]!;
    if (end - start > LONGEST || !isSeparator(bytes[end])) continue;
    const isFirst = ((bytes[start - 1] ?? 0) | 0x20) === LETTER_B;
    const at = isFirst ? start - 1 : start;
    const outer = bytes[at - 1] ?? 0;
    if (isLetterOrDigit(outer)) continue;
    const track = readTrack(bytes, outer === PERCENT || outer === SEMICOLON ? at - 1 : at, isFirst ? track1 : track2);
    if (track) found.push(track);
  }
  return found;
}

function isLetterOrDigit(byte: number): boolean {
  return isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}

/** What stands behind a track's number: `= ^ D d`. */
function isSeparator(byte: number | undefined): boolean {
  return byte === 0x3d || byte === 0x5e || byte === 0x44 || byte === 0x64;
}

function readTrack(bytes: Uint8Array, at: number, pattern: RegExp): TrackData | undefined {
  const match = pattern.exec(textOf(bytes, at, at + MOST));
  if (!match) return undefined;
  const digits = Digits.of(match[1] ?? "");
  return issuerOf(digits) && digits.hasCheckDigit ? { start: at, end: at + match[0].length } : undefined;
}
