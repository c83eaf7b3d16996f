// What the main job shows on stderr: one line a stage, live on a terminal, plain elsewhere.
import type { Verdict } from "../../src/finding/index.ts";

export type StageVerdict = Verdict | "done" | "not-run";

export type Progress = {
  begin(stage: string): void;
  say(line: string): void;
  end(stage: string, result: { verdict: StageVerdict; seconds: number; note: string }): void;
  /** A stage that could not be done, with what it had logged last; the lines are shown as they are, so they come redacted. */
  abandon(stage: string, lines: readonly string[]): void;
};

type Screen = { write(text: string): void; readonly isTTY?: boolean; readonly columns?: number };

const MARKS: { readonly [V in StageVerdict]: string } = { pass: "✓", done: "✓", fail: "✗", inconclusive: "?", "not-run": "–" };
const COLORS: { readonly [V in StageVerdict]: number } = { pass: 32, done: 32, fail: 31, inconclusive: 33, "not-run": 90 };
const NAME_WIDTH = 19;

/** `color` also tells that the screen understands control sequences; without it nothing is ever redrawn. */
export function openProgress(screen: Screen, color: boolean): Progress {
  const live = screen.isTTY === true && color;
  let current = "";
  const draw = (text: string) => {
    const room = (screen.columns ?? 80) - 1;
    if (live) screen.write(`\r\u001b[K\u001b[90m${printable(text).slice(0, room)}\u001b[0m`);
  };
  return {
    begin: (stage) => {
      current = stage;
      draw(`  … ${stage}`);
    },
    abandon: (stage, lines) => {
      const shown = lines.map((line) => `      ${printable(line)}\n`).join("");
      screen.write(`${live ? "\r\u001b[K" : ""}  ${MARKS.fail} ${stage}\n${shown}`);
    },
    say: (line) => draw(`  … ${current.padEnd(NAME_WIDTH)} ${line}`),
    end: (stage, { verdict, seconds, note }) => {
      const word = verdict === "done" ? "" : verdict === "not-run" ? "not run" : verdict;
      const time = verdict === "not-run" ? "" : `${seconds.toFixed(1)} s`;
      const mark = color ? `\u001b[${COLORS[verdict]}m${MARKS[verdict]}\u001b[0m` : MARKS[verdict];
      const text = `  ${mark} ${stage.padEnd(NAME_WIDTH)} ${time.padStart(7)}  ${word.padEnd(12)} ${printable(note)}`;
      screen.write(`${live ? "\r\u001b[K" : ""}${text.trimEnd()}\n`);
    },
  };
}

/** A build's output may hold control sequences; none reaches the terminal. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}
