// Names from images, logs and workflows are hostile: this is the only way they come into a terminal, Markdown or HTML.

/** Control, format, surrogate and invisible characters: terminal escapes, line breaks, text direction, hidden letters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** More marks on one letter than any script needs; they would paint over the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

const SHORT_ESCAPES: { readonly [character: string]: string } = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One line of visible characters; what was not visible is written out, such as `\x1b` or `\u{202e}`. */
export function clean(text: string): string {
  return text.replace(UNSAFE, escapeCharacter).replace(STACKED_MARKS, "$1…");
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return SHORT_ESCAPES[character] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`);
}

/** At most `max` characters, cut in the middle, since both ends of a path say more than its inside. */
export function shorten(text: string, max: number): string {
  const characters = [...text];
  if (characters.length <= max) return text;
  const head = Math.ceil((max - 1) / 2);
  const tail = Math.floor((max - 1) / 2);
  return `${characters.slice(0, head).join("")}…${tail > 0 ? characters.slice(-tail).join("") : ""}`;
}

/** Longest text from an artefact that a rendering for people shows; the JSON report has it whole. */
export const MAX_SHOWN = 240;

/** `clean` and `shorten` in one: what most renderers want of a hostile text. */
export function show(text: string, max: number = MAX_SHOWN): string {
  // Cut before cleaning too, so that megabytes of hostile name cost nothing; an escape is at most ten characters.
  return shorten(clean(text.length > max * 16 ? shorten(text.slice(0, max * 4) + text.slice(-max * 4), max) : text), max);
}

const ENTITIES: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For element content and for quoted attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** JSON text in which everything invisible is a `\uXXXX` escape: the same value, safe to print on a terminal. */
export function escapeJson(json: string): string {
  return json.replace(/[^\n\P{C}]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) =>
    [...character].flatMap((point) => point.split("")).map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
}
