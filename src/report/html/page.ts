// The evidence page: one file, no network, no script; for people who look rather than read.
import { createHash } from "node:crypto";
import { escapeJson } from "../clean.ts";
import { controlsSection } from "./section/controls-section.ts";
import { coverageSection } from "./section/coverage-section.ts";
import { findingsSection } from "./section/findings-section.ts";
import { graphSections } from "./section/graph-section.ts";
import { layersSection } from "./section/layers-section.ts";
import type { EvidencePage } from "./evidence-page.ts";
import { html, print, trusted, type Html } from "./markup.ts";
import { notesSections } from "./section/notes-section.ts";
import { rolloutSection } from "./section/rollout-section.ts";
import { headSection, runSection } from "./section/run-section.ts";
import { signatureSection } from "./section/signature-section.ts";
import { style } from "./style.ts";

/** A whole HTML document; the same bytes for the same input. */
export function toHtml(input: EvidencePage): string {
  const sections = [
    runSection(input), findingsSection(input), coverageSection(input), layersSection(input), ...graphSections(input), rolloutSection(input), controlsSection(input),
    ...notesSections(input), signatureSection(input),
  ].filter((section) => section !== undefined);
  const hash = createHash("sha256").update(style).digest("base64");
  return print(html`${trusted("<!doctype html>")}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${input.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the evidence</a>
${headSection(input)}
<nav aria-label="On this page"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main id="content">${sections.map((section) => section.html)}</main>
<footer><p>Evidence for an assessor. It is neither an Attestation of Compliance (AOC) nor a Report on Compliance (ROC), and what the words about controls mean for a company is the assessor's decision.</p></footer>
${hatching}${input.bundleJson === undefined ? "" : bundleData(input.bundleJson)}
</body>
</html>
`);
}

/** The pattern that all bars share. */
const hatching = html`<svg width="0" height="0" aria-hidden="true" class="unseen"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" class="hatch-ground"/><line x1="0" y1="0" x2="0" y2="4" class="hatch-line"/></pattern></defs></svg>`;

/** Data, not script: browsers don't run this type. `<` stands in JSON strings only, so its escape means the same. */
function bundleData(json: string): Html {
  return html`<script type="application/json" id="bundle">${trusted(escapeJson(json).replaceAll("<", "\\u003c"))}</script>`;
}
