// Hostile text in GitHub's Markdown: as a code span, where nothing is markup, or as prose with every active character as an entity.
import { escapeHtml, MAX_SHOWN, show } from "./clean.ts";

/** A code span (CommonMark 6.1): fenced by more backticks than it holds. Not for table cells. */
export function code(text: string, max?: number): string {
  const shown = show(text, max);
  if (shown.trim() === "") return "(empty)";
  const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A code span inside a table row, where a pipe ends the cell whatever surrounds it; renderers differ on `\\|`, so it is written out. */
export function cell(text: string, max?: number): string {
  return code(show(text, max).replaceAll("|", "\\x7c"), max);
}

/** Words that GitHub turns into links or mentions by itself. */
const LINKED = /[@#]|:\/\/|www\.|mailto:|xmpp:|\bGH-\d/i;

/** Text of rules and people as running text: no markup, no mention, no link, on one line. */
export function prose(text: string, max: number = MAX_SHOWN): string {
  return show(text, max).split(" ").map((word) => (LINKED.test(word) ? code(word) : escapeProse(word))).join(" ");
}

/** The same inside an HTML element, such as a summary line. */
export function htmlProse(text: string, max: number = MAX_SHOWN): string {
  return show(text, max).split(" ").map((word) => (LINKED.test(word) ? htmlCode(word) : escapeHtml(word))).join(" ");
}

export function htmlCode(text: string, max?: number): string {
  return `<code>${escapeHtml(show(text, max))}</code>`;
}

function escapeProse(word: string): string {
  const escaped = word.replace(/[&<>\\`*_[\]{}|~$!]/g, (character) => `&#${character.charCodeAt(0)};`);
  // A first character such as - or 1. could start a list where the prose starts the line.
  return escaped.replace(/^([-+=]|\d+[.)]$)/, (start) => [...start].map((character) => `&#${character.charCodeAt(0)};`).join(""));
}
