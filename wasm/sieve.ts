// The one pass over every byte, in AssemblyScript: where a rule's literal stands, where a name that promises a credential has its
// operator, and where runs of digits or of encoded text stand. Compiled by `npm run generate`; the host is src/detector/sieve/, which
// lays the memory out and keeps 64 bytes before the input that are zero, or end with 0xff, and 128 zeros behind it.
import { beginInput, configureOutput, leftWords } from "./pass/memory";
import { beginAnchors, configureAnchors, findAnchors } from "./sieve/anchors";
import { classifyBlock } from "./sieve/blocks";
import { beginRuns } from "./sieve/runs";
import { beginWide } from "./sieve/wide";

export function configure(table: usize, mask: u32, classes: usize, out: usize, words: i32): void {
  configureAnchors(table, mask);
  configureOutput(classes, out, words);
}

/** Emits everything about the `size` bytes at `at`; returns how many words are left to take. */
export function sift(at: usize, size: i32): i32 {
  beginInput(at, size);
  beginAnchors();
  beginRuns();
  beginWide();
  // Blocks that stay in the processor's cache between the two passes.
  for (let from = 0; from < size; from += 1 << 15) {
    const to = min(size, from + (1 << 15));
    findAnchors(from, to);
    for (let block = from; block < to; block += 64) classifyBlock(block);
  }
  // A block of padding ends all runs.
  if (size > 0) classifyBlock((size + 63) & ~63);
  return leftWords();
}
