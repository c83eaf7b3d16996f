// Turns logs into windows that detectors can search, each line under its number in the original.
import type { GapDraft, Ledger } from "../../finding/index.ts";
import type { LogFile, LogSource } from "../../source/index.ts";
import type { Fragment, Reading } from "../fragment.ts";
import { LineLengths, type LongLine } from "./length.ts";
import { MarkReader } from "./mark.ts";
import { LogText } from "./text.ts";
import { Utf8Converter } from "./utf16.ts";

const NEWLINE = 0x0a;
const BLANK = 0x20;

/** `longestLine`: bytes of a line beyond which it is told as a gap; no line where absent. */
type LogOptions = { readonly ledger: Ledger; readonly longestLine?: number };

/**
 * Reads every log in order, in constant memory. The ledger gets logs, lines and bytes as they pass; the log of a whole job whose
 * steps were read adds bytes only, since its lines are theirs. An input of nothing but blanks is a gap, and so is a line that no runner
 * writes, which is examined all the same.
 */
export async function* readLogs(source: LogSource, { ledger, longestLine = Infinity }: LogOptions): AsyncGenerator<Reading> {
  for (const gap of source.gaps) yield { kind: "gap", gap };
  const text = new LogText();
  const inSteps = new Set<string>();
  let hasText = false;
  for (const log of source.logs) {
    const reading = new LogReading(log, { text, longestLine });
    yield* reading.readings();
    for (const long of reading.longLines) {
      const key = `${long.bytes} ${log.place.job}`;
      if (!log.repeated || !inSteps.has(key)) yield { kind: "gap", gap: describeLong(log, long, longestLine) };
      inSteps.add(key);
    }
    hasText ||= reading.hasText;
    ledger.saw("bytes", reading.bytes);
    if (log.repeated) continue;
    ledger.saw("logs");
    ledger.saw("lines", reading.lines);
    if (reading.gaps.length === 0) ledger.examined("logs");
    ledger.examined("lines", reading.lines);
  }
  if (!hasText) yield { kind: "gap", gap: describeEmpty(source) };
}

/** One log on its way. */
class LogReading {
  readonly gaps: GapDraft[] = [];
  bytes = 0;
  /** More than blanks and line ends. */
  hasText = false;
  readonly #log: LogFile;
  readonly #text: LogText;
  readonly #lengths: LineLengths;
  #lastByte = NEWLINE;

  constructor(log: LogFile, { text, longestLine }: { readonly text: LogText; readonly longestLine: number }) {
    this.#log = log;
    this.#text = text;
    this.#lengths = new LineLengths(longestLine);
  }

  get longLines(): readonly LongLine[] {
    return this.#lengths.found;
  }

  get lines(): number {
    return this.#text.lines + (this.#lastByte === NEWLINE ? 0 : 1);
  }

  async *readings(): AsyncGenerator<Reading> {
    const marks = new MarkReader();
    for await (const window of this.#windows()) yield { ...window, marks: marks.read(window) };
    for (const gap of this.gaps) yield { kind: "gap", gap };
  }

  async *#windows(): AsyncGenerator<Fragment> {
    const converter = new Utf8Converter();
    this.#text.begin(this.#log.place, (text, line) => this.#see(text, line));
    for await (const item of this.#log.open()) {
      if (item instanceof Uint8Array) yield* this.#text.push(converter.push(item));
      else this.gaps.push(item);
    }
    yield* this.#text.push(converter.end());
    yield* this.#text.end();
    this.#lengths.end(this.#text.lines + 1);
  }

  #see(text: Uint8Array, line: number): void {
    this.#lengths.read(text, line);
    this.bytes += text.length;
    this.hasText ||= text.some((byte) => byte > BLANK);
    this.#lastByte = text.at(-1) ?? this.#lastByte;
  }
}

function describeLong({ place }: LogFile, { line, bytes }: LongLine, longestLine: number): GapDraft {
  const detail = `the line has ${bytes} bytes, more than the ${longestLine} up to which a runner's log is believed to be one; it was examined, but find out what wrote it, or raise longest-line`;
  return { reason: "size-limit", location: { ...place, line }, detail };
}

function describeEmpty(source: LogSource): GapDraft {
  const detail = source.logs.length === 0 ? "the input holds no log at all" : "the input holds logs, but no text is in them: nothing, or only time stamps and blank lines";
  return { reason: "nothing-examined", location: { kind: "log", file: source.name }, detail };
}
