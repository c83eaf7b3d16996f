// Cuts what nobody knows of a value into blocks that don't overlap, each strong enough to be fingerprinted by itself.
import { canonical, toCanonical } from "../alphabet.ts";
import { looksLikeText } from "../likeness.ts";
import { WINDOWS } from "./form.ts";
import { findUnknown, isStrong, type Unknown } from "./strength.ts";

/** `offset`: where the block begins in the part, in canonical characters. */
export type Block = { readonly text: string; readonly offset: number };
/** One stretch of a value: its canonical text and its blocks, at least one. */
export type Part = { readonly text: string; readonly blocks: readonly Block[] };

/** Longer windows leave fewer ends uncovered than they cost; shorter ones are for values that have no more. */
const USUAL = 16;

/** The parts of `value`; none where it is too weak. */
export function cutValue(value: string): Part[] {
  return findUnknown(value).flatMap((unknown) => {
    const blocks = cutBlocks(unknown);
    return blocks.length === 0 ? [] : [{ text: toCanonical(unknown.text), blocks }];
  });
}

function cutBlocks({ text, isPublic }: Unknown): Block[] {
  const whole = toCanonical(text);
  const windows = WINDOWS.filter((length) => length <= whole.length);
  const usual = windows.filter((length) => length >= USUAL);
  const isWorth = (offset: number, length: number) => !isPublic?.(offset, length) && isFit(whole.slice(offset, offset + length));
  for (const window of usual.length > 0 ? usual : windows) {
    const offsets: number[] = [];
    for (let at = 0; at + window <= whole.length; at += offsets.at(-1) === at ? window : 1) if (isWorth(at, window)) offsets.push(at);
    if (offsets.length > 0) return offsets.map((offset) => ({ text: sliceOriginal(text, offset, window), offset }));
  }
  return [];
}

/** Strong, and nothing that the search passes over. */
function isFit(text: string): boolean {
  return isStrong(text) && !looksLikeText(text);
}

/** The stretch of the text as it is written whose canonical characters are those from `offset` on, `length` of them. */
function sliceOriginal(text: string, offset: number, length: number): string {
  let seen = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const byte = text.charCodeAt(at);
    if (byte > 0x7e || canonical[byte] === 0) continue;
    if (seen === offset) start = at;
    seen++;
    if (seen === offset + length) return text.slice(start, at + 1);
  }
  return text.slice(Math.max(start, 0));
}
