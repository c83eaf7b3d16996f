// Bars: how much of a whole, and of what kind. Hatching says "not", so that it shows without colour.
import { html, type Html, type Piece } from "./markup.ts";
import type { Tone } from "./mark.ts";

/** About the width on a screen, so that the hatching keeps its slope. */
const WIDTH = 360;

export type BarPart = { readonly share: number; readonly tone: Tone | "hatch" | "none" };

/** Parts in order, shares of 1 in all; the text beside it says the same, so readers of text skip it. */
export function bar(parts: readonly BarPart[], height = 10): Html {
  let x = 0;
  const drawn: Piece[] = [];
  for (const part of parts) {
    const width = Math.max(0, Math.min(WIDTH - x, round(part.share * WIDTH)));
    // What exists stays visible, however small it is.
    const visible = part.share > 0 ? Math.max(width, 2) : 0;
    if (part.tone !== "none" && visible > 0) drawn.push(html`<rect x="${round(Math.min(x, WIDTH - visible))}" y="0" width="${visible}" height="${height}" class="part ${part.tone}"/>`);
    x = round(x + width);
  }
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" aria-hidden="true"><rect width="${WIDTH}" height="${height}" class="ground"/>${drawn}</svg>`;
}

/** Two decimals: the same bytes on every machine, and no endless fractions. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
