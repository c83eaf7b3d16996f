// What readers hand to detectors: windows of bytes with their place.
import type { FindingDraft, GapDraft, Place } from "../finding/index.ts";

/**
 * A window of one place's content. Windows of a place come in order and overlap: a match belongs to the window in which
 * it starts before `owned`, so that each is reported once and none is cut.
 */
export type Fragment = {
  readonly kind: "fragment";
  readonly place: Place;
  readonly bytes: Uint8Array;
  /** Offset of bytes[0] in the place's content. */
  readonly start: number;
  /** Line number of bytes[0], first line 1. */
  readonly line: number;
  /** How many bytes from the front are this window's own; all of them in the last window. */
  readonly owned: number;
  /** Of a log: lines among this window's own bytes that steer it, in order. */
  readonly marks?: readonly LogMark[];
};

/** `run` opens a step's output, `stop` and `resume` switch workflow commands off and on, `debug` sums up the window's debug lines. */
export type LogMark =
  | { readonly kind: "run"; readonly line: number; readonly title: string }
  | { readonly kind: "stop" | "resume"; readonly line: number }
  | { readonly kind: "debug"; readonly line: number; readonly count: number };

export type ReadGap = { readonly kind: "gap"; readonly gap: GapDraft };

/** What an earlier run found in content whose bytes are the same; texts are redacted already. `bytes` were examined then. */
export type Recalled = { readonly kind: "recalled"; readonly findings: readonly FindingDraft[]; readonly gaps: readonly GapDraft[]; readonly bytes: number };

/** What a reader yields. */
export type Reading = Fragment | ReadGap | Recalled;

/** A reader's output: one reading at a time, or many small ones, each of which would cost a wait. */
export type Readings = AsyncIterable<Reading | readonly Reading[]>;

/** Bytes of a window, and of the overlap that the next one repeats: longer than any single value that rules describe. */
export const WINDOW_BYTES = 1 << 20;
export const OVERLAP_BYTES = 1 << 14;
