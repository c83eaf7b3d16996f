// The picture of an image: slabs as thick as their layers are large, and beside each what is open in it.
import { severities, type Finding, type Gap } from "../../finding/index.ts";
import { show } from "../clean.ts";
import type { ImageFacts } from "../picture/facts.ts";
import { countSeverities } from "../view/order.ts";
import { viewPlace } from "../view/place.ts";
import { bytes, count, figure } from "../view/wording.ts";
import { round } from "./bar.ts";
import { shapeAt, toneOf } from "./mark.ts";
import { html, type Html, type Piece } from "./markup.ts";

export type Contents = { readonly findings: readonly Finding[]; readonly gaps: readonly Gap[] };
/** `layer` is null for the metadata, which lies over all layers. */
export type Slab = { readonly layer: ImageFacts["layers"][number] | null; readonly contents: Contents };

const WIDTH = 960;
const SLAB_WIDTH = 452;
const SLAB_GAP = 3;
const THIN = 26;
const THICKEST = 84;
const CALLOUT_X = SLAB_WIDTH + 52;
const CALLOUT_GAP = 8;
const LINE = 18;
/** Names beside a layer; the findings section has the rest. */
const MAX_NAMES = 3;

/** Slabs from top to bottom as given. */
export function stackPicture(slabs: readonly Slab[], name: string): Html {
  const largest = Math.max(1, ...slabs.map(({ layer }) => layer?.size ?? 0));
  let slabEnd = 1;
  let calloutEnd = 1;
  const drawn = slabs.map((slab) => {
    const band = { y: slabEnd, height: THIN + ((slab.layer?.size ?? 0) / largest) * (THICKEST - THIN) };
    slabEnd += band.height + SLAB_GAP;
    const lines = calloutLines(slab.contents);
    // Beside its slab where there is room, else below the callout before it: thickness stands for size alone.
    const top = Math.max(calloutEnd, band.y + (band.height - lines.length * LINE) / 2);
    if (lines.length > 0) calloutEnd = top + lines.length * LINE + CALLOUT_GAP;
    return html`<g>${slabBox(slab, band)}${drawCallout(slab.contents, { lines, top, from: band.y + band.height / 2 })}</g>`;
  });
  const height = round(Math.max(slabEnd, calloutEnd));
  return html`<svg class="graph" role="img" aria-label="${name}: ${describe(slabs)} The table below has every layer." width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">${drawn}
</svg>`;
}

function describe(slabs: readonly Slab[]): string {
  const hit = slabs.filter(({ contents }) => contents.findings.length + contents.gaps.length > 0);
  const places = hit.slice(0, 20).map(({ layer, contents }) => `${layer === null ? "metadata" : `layer ${layer.index}`} ${calloutLines(contents)[0] ?? ""}`);
  return `${count(slabs.filter(({ layer }) => layer !== null).length, "layer")}, ${hit.length === 0 ? "nothing open in them." : `open in ${places.join("; ")}.`}`;
}

type Band = { readonly y: number; readonly height: number };

function slabBox({ layer, contents }: Slab, { y, height }: Band): Html {
  const middle = round(y + height / 2 + 4.5);
  const tone = worstTone(contents);
  const title = layer === null ? "environment, labels, history and other metadata" : layer.createdBy === "" ? "unknown build step" : layer.createdBy;
  const text = layer === null ? html`<text class="small" x="12" y="${middle}">config: environment, labels, history, …</text>`
    : html`<text class="strong" x="12" y="${middle}">${figure(layer.index)}</text><text class="code" x="44" y="${middle}">${show(title, 42)}</text>
<text class="small" x="${SLAB_WIDTH - 12}" y="${middle}" text-anchor="end">${layer.size === null || layer.size === undefined ? "" : bytes(layer.size)}</text>`;
  return html`<rect class="slab ${tone}${layer === null ? " metadata" : ""}" x="1" y="${round(y)}" width="${SLAB_WIDTH}" height="${round(height)}" rx="2"><title>${show(title)}</title></rect>${text}`;
}

function worstTone({ findings, gaps }: Contents): string {
  const worst = countSeverities(findings)[0];
  if (worst !== undefined) return toneOf(worst.severity);
  return gaps.length > 0 ? "doubt" : "";
}

/** First the tally, then names; empty where nothing is open. */
function calloutLines({ findings, gaps }: Contents): string[] {
  if (findings.length + gaps.length === 0) return [];
  const tally = [...countSeverities(findings).map(({ severity, count: many }) => `${figure(many)} ${severity}`), ...(gaps.length > 0 ? [count(gaps.length, "gap")] : [])];
  const worst = findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const places = [...worst, ...gaps].map(({ location }) => viewPlace(location).spot);
  const names = places.slice(0, MAX_NAMES).map((spot) => show(spot, 58));
  const rest = places.length - names.length;
  return [tally.join(", "), ...names, ...(rest > 0 ? [`and ${figure(rest)} more`] : [])];
}

type Callout = { readonly lines: readonly string[]; readonly top: number; /** Middle of the slab. */ readonly from: number };

function drawCallout(contents: Contents, { lines, top, from }: Callout): Piece {
  if (lines.length === 0) return "";
  const sign = countSeverities(contents.findings)[0]?.severity ?? "inconclusive";
  return html`<path class="lead-line ${worstTone(contents)}" d="M${SLAB_WIDTH + 2} ${round(from)}h8L${CALLOUT_X - 12} ${round(top + 9)}h4"/>
${shapeAt(sign, { x: CALLOUT_X - 6, y: round(top + 2), size: 14 })}
<text class="strong" x="${CALLOUT_X + 16}" y="${round(top + 14)}">${lines[0] ?? ""}</text>${lines.slice(1).map((line, at) => html`
<text class="code" x="${CALLOUT_X + 16}" y="${round(top + 14 + (at + 1) * LINE)}">${line}</text>`)}`;
}
