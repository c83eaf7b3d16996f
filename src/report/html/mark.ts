// The signs of the page: every status is a shape and a word; colour only repeats it.
import type { Severity, Verdict } from "../../finding/index.ts";
import type { NodeState } from "../picture/facts.ts";
import { stateWords } from "../picture/graph.ts";
import { html, trusted, type Html } from "./markup.ts";

export const controlStatuses = ["evidence-contradicts", "partial", "not-covered", "evidence-supports"] as const;
export type ControlStatus = (typeof controlStatuses)[number];
export type Sign = Verdict | "not-run" | Severity | ControlStatus | NodeState;
/** Which of the page's colours a sign takes. */
export type Tone = "good" | "bad" | "doubt" | "mute";

const disc = `<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6"/>`;
const tick = `${disc}<path d="M5 8.3 7.2 10.5 11 5.8" fill="none" stroke="currentColor" stroke-width="1.6"/>`;
const cross = `<path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" fill="currentColor"/><path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" class="cut"/>`;
const query = `<path d="M8 1 15 8 8 15 1 8z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M6.3 6.6a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.7.5-.7 1m0 1.5v.6" fill="none" stroke="currentColor" stroke-width="1.3"/>`;
const dashes = `<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.6 2.5"/>`;
const half = `${disc}<path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>`;

const signs: { readonly [S in Sign]: { readonly shape: string; readonly tone: Tone; readonly word: string } } = {
  "pass": { shape: tick, tone: "good", word: "pass" },
  "fail": { shape: cross, tone: "bad", word: "fail" },
  "inconclusive": { shape: query, tone: "doubt", word: "inconclusive" },
  "not-run": { shape: dashes, tone: "mute", word: "not run" },
  "critical": { shape: `<path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor"/>`, tone: "bad", word: "critical" },
  "high": { shape: `<path d="M8 1.6 15.2 14H.8z" fill="currentColor"/>`, tone: "bad", word: "high" },
  "medium": { shape: `<circle cx="8" cy="8" r="6" fill="currentColor"/>`, tone: "doubt", word: "medium" },
  "low": { shape: disc, tone: "mute", word: "low" },
  "evidence-contradicts": { shape: cross, tone: "bad", word: "evidence contradicts" },
  "partial": { shape: half, tone: "doubt", word: "partial" },
  "not-covered": { shape: dashes, tone: "mute", word: "not covered" },
  "evidence-supports": { shape: tick, tone: "good", word: "evidence supports" },
  "reached": { shape: cross, tone: "bad", word: stateWords.reached },
  "undecided": { shape: query, tone: "doubt", word: stateWords.undecided },
  "allowed": { shape: disc, tone: "mute", word: stateWords.allowed },
  "proved": { shape: tick, tone: "good", word: stateWords.proved },
};

export function toneOf(sign: Sign): Tone {
  return signs[sign].tone;
}

export function wordOf(sign: Sign): string {
  return signs[sign].word;
}

/** The shape alone, for where the word stands anyway. */
export function shape(sign: Sign, size = 16): Html {
  return html`<svg class="sign ${signs[sign].tone}" width="${size}" height="${size}" viewBox="0 0 16 16" aria-hidden="true">${trusted(signs[sign].shape)}</svg>`;
}

/** The shape inside another picture. */
export function shapeAt(sign: Sign, at: { readonly x: number; readonly y: number; readonly size: number }): Html {
  return html`<svg class="${signs[sign].tone}" x="${at.x}" y="${at.y}" width="${at.size}" height="${at.size}" viewBox="0 0 16 16">${trusted(signs[sign].shape)}</svg>`;
}

/** Shape and word. */
export function badge(sign: Sign): Html {
  return html`<span class="badge ${signs[sign].tone}">${shape(sign)}<span>${signs[sign].word}</span></span>`;
}
