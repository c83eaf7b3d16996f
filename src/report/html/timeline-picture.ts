// The picture of a change under load: requests second by second, by the version that answered, with what happened to the pods below.
import type { Measurement } from "../../measurement/index.ts";
import { count } from "../view/wording.ts";
import { round } from "./bar.ts";
import { html, type Html, type Piece } from "./markup.ts";
import type { Tone } from "./mark.ts";

const WIDTH = 960;
const LEFT = 44;
const TOP = 18;
const HEIGHT = 170;
const LANE = 16;
/** The versions in the order in which they answer; more than two are rare. */
const tones: readonly Tone[] = ["mute", "good", "doubt"];

export function toneOfVersion(index: number): Tone {
  return tones[Math.min(index, tones.length - 1)] ?? "mute";
}

type Scale = { x(second: number): number; y(requests: number): number; readonly step: number };

export function timelinePicture({ timeline, events, requests, failed }: Measurement): Html {
  const most = Math.max(1, ...timeline.map(({ sent }) => sent));
  const seconds = Math.max(1, timeline.length);
  const step = (WIDTH - LEFT) / seconds;
  const scale: Scale = { step, x: (second) => round(LEFT + second * step), y: (many) => round(TOP + HEIGHT - (many / most) * HEIGHT) };
  const pods = [...new Set(events.flatMap(({ pod }) => (pod === null ? [] : [pod])))].slice(0, 12);
  const bottom = TOP + HEIGHT + 20 + pods.length * LANE + 4;
  return html`<svg class="graph" role="img" aria-label="Requests per second while pods were replaced: ${count(requests, "request")} inside the window, ${failed} failed. The tables below have the figures." width="${WIDTH}" height="${bottom}" viewBox="0 0 ${WIDTH} ${bottom}">
${windowBand(events, scale)}${timeline.map((second) => secondBars(second, scale))}
<path class="edge" d="M${LEFT} ${TOP}V${TOP + HEIGHT}H${WIDTH}"/>
<text class="small" x="${LEFT - 6}" y="${TOP + 4}" text-anchor="end">${most}/s</text><text class="small" x="${LEFT - 6}" y="${TOP + HEIGHT}" text-anchor="end">0</text>
${ticks(seconds).map((second) => html`<text class="small" x="${scale.x(second)}" y="${TOP + HEIGHT + 14}">${second} s</text>`)}
${pods.map((pod, index) => podLane(pod, { events, scale, last: seconds, y: TOP + HEIGHT + 26 + index * LANE }))}
</svg>`;
}

function ticks(seconds: number): number[] {
  const every = [1, 2, 5, 10, 30, 60, 300, 600].find((step) => seconds / step <= 12) ?? 3600;
  return Array.from({ length: Math.ceil(seconds / every) }, (_, index) => index * every);
}

function windowBand(events: Measurement["events"], { x }: Scale): Piece {
  const from = events.find(({ kind }) => kind === "window-opened")?.second;
  const to = events.find(({ kind }) => kind === "window-closed")?.second;
  if (from === undefined || to === undefined) return "";
  return html`<rect class="slab" x="${x(from)}" y="1" width="${round(x(to) - x(from))}" height="${TOP + HEIGHT - 1}"/><text class="small" x="${round(x(from) + 5)}" y="13">pods are replaced</text>`;
}

function secondBars({ second, sent, failed, versions }: Measurement["timeline"][number], { x, y, step }: Scale): Html {
  const width = round(Math.max(step - 1, 0.6));
  let base = 0;
  const parts = versions.map((many, index) => {
    const top = y(base + many);
    const part = many > 0 && html`<rect class="part ${toneOfVersion(index)}" x="${x(second)}" y="${top}" width="${width}" height="${round(y(base) - top)}"/>`;
    base += many;
    return part;
  });
  // at least six pixels: one lost request among hundreds must be seen
  const lost = failed > 0 && html`<rect class="part bad" x="${x(second)}" y="${TOP}" width="${round(Math.max(width, 2))}" height="${round(Math.max(6, TOP + HEIGHT - y(failed)))}"/>`;
  return html`<g>${parts}${lost}<title>second ${second}: ${sent} sent, ${failed} failed</title></g>`;
}

type Lane = { readonly events: Measurement["events"]; readonly scale: Scale; readonly last: number; readonly y: number };

/** From ready to gone, the drain apart. */
function podLane(pod: string, { events, scale: { x }, last, y }: Lane): Html {
  const at = (kind: string) => events.find((event) => event.pod === pod && event.kind === kind)?.second;
  const [ready, ending, gone] = [at("pod-ready") ?? 0, at("pod-terminating"), at("pod-gone")];
  const end = Math.min(gone ?? last, last);
  const drain = ending === undefined ? "" : html`<rect class="part doubt" x="${x(ending)}" y="${y}" width="${round(Math.max(1, x(end) - x(ending)))}" height="6"/>`;
  return html`<g><title>${pod}: ready at ${ready} s${ending === undefined ? "" : `, ending from ${ending} s`}${gone === undefined ? "" : `, gone at ${gone} s`}</title><rect class="part mute" x="${x(ready)}" y="${y}" width="${round(Math.max(1, x(ending ?? end) - x(ready)))}" height="6"/>${drain}</g>`;
}
