// The spellings of a value that cannot be undone where they are found, because its case is lost or its letters are rotated.
// Lossless encodings are undone by the decoders before the value is looked for, and need no fingerprint.
import { toCanonical } from "../alphabet.ts";
import { looksLikeText } from "../likeness.ts";
import { countBits, LEAST_BITS } from "./strength.ts";

/** Lengths, in canonical characters, of what is fingerprinted: each one that a file uses costs one pass. */
export const WINDOWS = [12, 16, 20, 24, 32] as const;

/** A text to fingerprint, WINDOWS long. `name` says what was undone, for reports; empty for the value as it is. */
export type Form = { readonly name: string; readonly text: string };

type Escape = { readonly name: string; readonly spell: (character: string) => string };

const code = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);
const percent = (character: string): string => [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
const entities: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escapes: readonly Escape[] = [
  { name: "percent", spell: (character) => (/[\w.~-]/.test(character) ? character : percent(character)) },
  { name: "percent", spell: (character) => (/[\w.~!*'()-]/.test(character) ? character : percent(character)) },
  { name: "escape", spell: (character) => (/[&<>'"+`]/.test(character) ? `u${code(character).padStart(4, "0")}` : character) },
  { name: "escape", spell: (character) => (/[&<>]/.test(character) ? `u${code(character).padStart(4, "0")}` : character) },
  { name: "entities", spell: (character) => entities[character] ?? character },
  { name: "entities", spell: (character) => (character === "'" ? "&#39;" : (entities[character] ?? character)) },
];

/** The forms of `block`, a stretch of a value as it is written; the first is the block itself. Forms that are too weak, or that the search passes over, are left out. */
export function toForms(block: string): Form[] {
  const plain = toCanonical(block);
  const spelt = escapes.flatMap(({ name, spell }) => cut(name, [...block].map((character) => ({ text: toCanonical(spell(character)), from: toCanonical(character) }))));
  const forms = [{ name: "", text: plain }, ...spelt.filter(({ text }) => !plain.startsWith(text)), ...[0, 1, 2].flatMap((shift) => toBase64(block, shift))];
  return [...new Map(forms.filter(({ text }) => !looksLikeText(text)).map((form) => [form.text, form])).values()];
}

/** The shortest window that holds enough of the block. */
function cut(name: string, pieces: readonly { readonly text: string; readonly from: string }[]): Form[] {
  const text = pieces.map((piece) => piece.text).join("");
  for (const window of WINDOWS) {
    if (window > text.length) return [];
    let length = 0;
    const whole = pieces.filter((piece) => (length += piece.text.length) <= window);
    if (countBits(whole.map(({ from }) => from).join("")) >= LEAST_BITS + 2) return [{ name, text: text.slice(0, window) }];
  }
  return [];
}

/** The digits that the block alone decides when it begins `shift` bytes behind a group of three (RFC 4648, section 4). */
function toBase64(block: string, shift: number): Form[] {
  const bytes = Buffer.from(block, "utf8");
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replace(/=+$/, "");
  const digits = toCanonical(encoded.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + bytes.length) * 8) / 6)));
  const window = WINDOWS.findLast((length) => length <= digits.length);
  if (window === undefined) return [];
  const held = Math.floor((window * 6 - 8) / 8);
  return countBits(toCanonical(block).slice(0, held)) >= LEAST_BITS + 2 ? [{ name: "base64", text: digits.slice(0, window) }] : [];
}
