// Lines on a terminal: wrapping by what is visible, colour as a layer on top that can be left out.
import { styleText } from "node:util";

export type Paint = { readonly [S in "strong" | "quiet" | "bad" | "doubtful" | "good"]: (text: string) => string };

/** No escape sequence at all without `color`. The caller decides, so the streams and environment that styleText looks at stay out. */
export function makePaint(color: boolean): Paint {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    color && text !== "" ? styleText(format, text, { validateStream: false }) : text;
  return { strong: paint("bold"), quiet: paint("dim"), bad: paint(["bold", "red"]), doubtful: paint(["bold", "yellow"]), good: paint(["bold", "green"]) };
}

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns that a clean text takes. */
export function columns(text: string): number {
  let sum = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    sum += WIDE.test(character) ? 2 : 1;
  }
  return sum;
}

/** Breaks at spaces, and inside a word only where the word alone is too long. Always at least one line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((whole) => breakWord(whole, width))) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (columns(joined) <= width) {
      line = joined;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}

function breakWord(word: string, width: number): string[] {
  if (columns(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (columns(piece + character) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** What every section needs. */
export type Page = { readonly paint: Paint; readonly width: number };

export function sectionTitle(title: string, page: Page): string {
  return page.paint.strong(title);
}

export type Column = { readonly indent: number; readonly width: number };

/** Wrapped text under a hanging indent. */
export function paragraph(text: string, at: Column): string[] {
  return wrap(text, at.width - at.indent).map((line) => " ".repeat(at.indent) + line);
}

/** A list item: the mark stands at the indent, all lines of the text behind it. */
export function item(mark: string, text: string, at: Column): string[] {
  const hang = at.indent + columns(mark) + 1;
  return wrap(text, at.width - hang).map((line, row) => (row === 0 ? `${" ".repeat(at.indent)}${mark} ${line}` : " ".repeat(hang) + line));
}

const LABEL_COLUMNS = 8;

/** A quiet label and its wrapped value beside it. */
export function labelled(label: string, value: string, options: Column & { readonly paint: Paint }): string[] {
  const lines = wrap(value, options.width - options.indent - LABEL_COLUMNS);
  return lines.map((line, at) =>
    " ".repeat(options.indent) + (at === 0 ? options.paint.quiet(label.padEnd(LABEL_COLUMNS)) : " ".repeat(LABEL_COLUMNS)) + line);
}
