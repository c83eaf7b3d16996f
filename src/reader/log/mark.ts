// The lines by which a runner and its steps steer a log (actions/runner: ActionCommand.cs, ActionCommandManager.cs).
import type { Fragment, LogMark } from "../fragment.ts";

const RUN = Buffer.from("##[group]Run ");
const DEBUG = Buffer.from("##[debug]");
const STOP = Buffer.from("::stop-commands::");
const NEWLINE = 0x0a;
const MAX_TITLE_BYTES = 100;

type Spot = { readonly kind: "run" | "stop" | "resume"; readonly at: number };

/** Reads the marks of one log, window after window. */
export class MarkReader {
  /** What ends the pause that `stop-commands` began; the runner gives it a meaning only while it lasts. */
  #resume: Buffer | undefined;
  #lineBegins = true;

  read(window: Fragment): LogMark[] {
    const bytes = Buffer.from(window.bytes.buffer, window.bytes.byteOffset, window.bytes.length);
    const startsLine = (at: number) => isLineStart(bytes, at, this.#lineBegins);
    const runs = findAll(bytes, RUN, window.owned).filter(startsLine).map((at): Spot => ({ kind: "run", at }));
    const spots = [...runs, ...this.#findPauses(bytes, window.owned, startsLine)].sort((a, b) => a.at - b.at);
    const debug = findAll(bytes, DEBUG, window.owned).filter(startsLine);
    this.#lineBegins = bytes[window.owned - 1] === NEWLINE;
    const lineOf = lineCounter(bytes, window.line);
    const first = debug[0];
    const summary: LogMark[] = first === undefined ? [] : [{ kind: "debug", line: lineCounter(bytes, window.line)(first), count: debug.length }];
    return [...summary, ...spots.map((spot) => toMark(spot, lineOf(spot.at), bytes))];
  }

  #findPauses(bytes: Buffer, owned: number, startsLine: (at: number) => boolean): Spot[] {
    const spots: Spot[] = [];
    for (let at = 0; at < owned; ) {
      const wanted = this.#resume ?? STOP;
      const found = bytes.indexOf(wanted, at);
      if (found < 0 || found >= owned) break;
      at = found + wanted.length;
      if (!startsLine(found)) continue;
      spots.push({ kind: this.#resume ? "resume" : "stop", at: found });
      this.#resume = this.#resume ? undefined : readResume(bytes, at);
    }
    return spots;
  }
}

/** `::TOKEN::`; a pause without a token cannot be ended and is none to the runner either. */
function readResume(bytes: Buffer, at: number): Buffer | undefined {
  const token = restOfLine(bytes, at).trim();
  return token === "" ? undefined : Buffer.from(`::${token}::`);
}

function toMark(spot: Spot, line: number, bytes: Buffer): LogMark {
  return spot.kind === "run" ? { kind: "run", line, title: restOfLine(bytes, spot.at + RUN.length) } : { kind: spot.kind, line };
}

function restOfLine(bytes: Buffer, at: number): string {
  const newline = bytes.indexOf(NEWLINE, at);
  return bytes.toString("utf8", at, Math.min(newline < 0 ? bytes.length : newline, at + MAX_TITLE_BYTES));
}

/** Blanks before a command are allowed. */
function isLineStart(bytes: Buffer, at: number, lineBegins: boolean): boolean {
  let before = at - 1;
  while (before >= 0 && (bytes[before] === 0x20 || bytes[before] === 0x09)) before--;
  return before < 0 ? lineBegins : bytes[before] === NEWLINE;
}

function findAll(bytes: Buffer, wanted: Buffer, owned: number): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(wanted); at >= 0 && at < owned; at = bytes.indexOf(wanted, at + wanted.length)) found.push(at);
  return found;
}

/** Line numbers of ascending offsets. */
function lineCounter(bytes: Buffer, firstLine: number): (at: number) => number {
  let line = firstLine;
  let counted = 0;
  return (at) => {
    for (let next = bytes.indexOf(NEWLINE, counted); next >= 0 && next < at; next = bytes.indexOf(NEWLINE, counted)) {
      line++;
      counted = next + 1;
    }
    return line;
  };
}
