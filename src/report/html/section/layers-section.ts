// The image as a stack of layers, the latest on top, with the findings where they are.
import type { Finding, Gap, Report } from "../../../finding/index.ts";
import { show } from "../../clean.ts";
import { imagesOf, type ImageFacts } from "../../picture/facts.ts";
import { countSeverities, openFindings, openGaps } from "../../view/order.ts";
import { bytes, count, figure, shortDigest } from "../../view/wording.ts";
import { badge, shape } from "../mark.ts";
import { html, scroller, section, table, type Html, type Piece } from "../markup.ts";
import type { EvidencePage, Section } from "../evidence-page.ts";
import { stackPicture, type Contents, type Slab } from "../stack-picture.ts";

export function layersSection(input: EvidencePage): Section {
  const body = input.reports.flatMap((report) => {
    const images = imagesOf(report);
    if (images === undefined) return [];
    if (images === "unreadable") return [html`<p>${shape("inconclusive")} The layers of <code>${show(report.subject.name)}</code> have a form that can't be drawn here.</p>`];
    return images.map((image) => imageStack(image, report));
  });
  if (body.length === 0) return undefined;
  return { id: "layers", title: "The image", html: section({ id: "layers", title: "The image, layer by layer", lead: "The latest layer is on top, the base below. The thicker a slab, the larger the layer. Whoever pulls the image gets all of them, also what a later layer deletes.", body }) };
}

function imageStack(image: ImageFacts, report: Report): Html {
  const contents = (layer: Slab["layer"]): Contents => ({
    findings: openFindings(report).filter((finding) => isAt(finding, image.platform, layer)),
    gaps: openGaps(report).filter((gap) => isAt(gap, image.platform, layer)),
  });
  const layers = image.layers.toSorted((a, b) => b.index - a.index);
  const slabs: Slab[] = [{ layer: null, contents: contents(null) }, ...layers.map((layer) => ({ layer, contents: contents(layer) }))];
  const name = `Layers of ${show(image.platform, 60)}`;
  return html`
<h3>${show(image.platform, 60)}</h3>
<p class="soft">${count(image.layers.length, "layer")}${digestNote("manifest", image.manifestDigest)}${digestNote("config", image.configDigest)}</p>
${scroller(name, stackPicture(slabs, name))}
<details><summary>All layers as a table</summary>${table({ name: `${name}, table`, columns: [{ title: "Layer" }, { title: "Size", numeric: true }, { title: "Made by" }, { title: "Content (diff id)" }, { title: "Open here" }], rows: slabs.map(slabRow) })}</details>`;
}

function slabRow({ layer, contents }: Slab): Piece[] {
  if (layer === null) return ["config", "", "environment, labels, history and other metadata", "", tally(contents)];
  return [
    figure(layer.index), layer.size === null || layer.size === undefined ? "" : bytes(layer.size),
    html`<code>${layer.createdBy === "" ? "unknown build step" : show(layer.createdBy)}</code>`, html`<code>${show(layer.diffId, 80)}</code>`, tally(contents),
  ];
}

function tally({ findings, gaps }: Contents): Piece {
  if (findings.length + gaps.length === 0) return html`<span class="soft">nothing</span>`;
  return html`${countSeverities(findings).map(({ severity, count: many }) => html`${figure(many)} ${badge(severity)}<br>`)}${gaps.length === 0 ? "" : count(gaps.length, "gap")}`;
}

function digestNote(name: string, digest: string | null | undefined): Piece {
  return digest === null || digest === undefined ? "" : html`, ${name} <code>${show(shortDigest(digest), 40)}</code>`;
}

/** By content as well: an archive can hold several images of one platform. */
function isAt(subject: Finding | Gap, platform: string, layer: Slab["layer"]): boolean {
  const { location } = subject;
  if (location.kind !== "image" || location.platform !== platform) return false;
  return layer === null ? location.layer === null : location.layer?.index === layer.index && location.layer.diffId === layer.diffId;
}
