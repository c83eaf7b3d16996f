// Turns logs into windows that detectors can search, each line under its number in the original.
import type { GapDraft, Ledger } from "../../finding/index.ts";
import type { LogFile, LogSource } from "../../source/index.ts";
import type { Reading } from "../fragment.ts";
import { toFragments } from "../window.ts";
import { LineCleaner } from "./clean.ts";
import { MarkReader } from "./mark.ts";
import { Utf8Converter } from "./utf16.ts";

const NEWLINE = 0x0a;
const BLANK = 0x20;

/**
 * Reads every log in order, in constant memory. The ledger gets logs, lines and bytes as they pass; the log of a whole job whose
 * steps were read adds bytes only, since its lines are theirs. An input of nothing but blanks is a gap.
 */
export async function* readLogs(source: LogSource, { ledger }: { readonly ledger: Ledger }): AsyncGenerator<Reading> {
  for (const gap of source.gaps) yield { kind: "gap", gap };
  let hasText = false;
  for (const log of source.logs) {
    const reading = new LogReading(log);
    yield* reading.readings();
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
  readonly #cleaner = new LineCleaner();
  #lastByte = NEWLINE;

  constructor(log: LogFile) {
    this.#log = log;
  }

  get lines(): number {
    return this.#cleaner.lines + (this.#lastByte === NEWLINE ? 0 : 1);
  }

  async *readings(): AsyncGenerator<Reading> {
    const marks = new MarkReader();
    for await (const window of toFragments(this.#log.place, this.#text())) yield { ...window, marks: marks.read(window) };
    for (const gap of this.gaps) yield { kind: "gap", gap };
  }

  async *#text(): AsyncGenerator<Uint8Array> {
    const converter = new Utf8Converter();
    for await (const item of this.#log.open()) {
      if (item instanceof Uint8Array) yield this.#count(this.#cleaner.push(converter.push(item)));
      else this.gaps.push(item);
    }
    yield this.#count(this.#cleaner.push(converter.end()));
    yield this.#count(this.#cleaner.end());
  }

  #count(text: Uint8Array): Uint8Array {
    this.bytes += text.length;
    this.hasText ||= text.some((byte) => byte > BLANK);
    this.#lastByte = text.at(-1) ?? this.#lastByte;
    return text;
  }
}

function describeEmpty(source: LogSource): GapDraft {
  const detail = source.logs.length === 0 ? "the input holds no log at all" : "the input holds logs, but no text is in them: nothing, or only time stamps and blank lines";
  return { reason: "nothing-examined", location: { kind: "log", file: source.name }, detail };
}
