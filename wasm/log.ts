// One look at every byte of a log, in AssemblyScript, sixteen at a time: where runs of value characters stand that a disguise may have
// made, lines without blanks, groups with one separator, and the few characters at which masks, commands, quoting and invisible text
// begin. The host is src/detector/masking/sieve/, which lays the memory out and keeps 64 zero bytes before the input and behind it.
import { beginGroups } from "./log/groups";
import { beginLines, endLine } from "./log/lines";
import { beginRuns, endRun } from "./log/runs";
import { beginSigns } from "./log/signs";
import { siftBlock } from "./log/blocks";
import { beginInput, configureOutput, leftWords } from "./pass/memory";

export function configure(classes: usize, out: usize, words: i32): void {
  configureOutput(classes, out, words);
}

/** Emits everything about the `size` bytes at `at`; returns how many words are left to take. */
export function sift(at: usize, size: i32): i32 {
  beginInput(at, size);
  beginRuns();
  beginLines();
  beginGroups();
  beginSigns();
  for (let block = 0; block < size; block += 64) siftBlock(block);
  endRun(size);
  endLine(size);
  return leftWords();
}
