// HTML by template: whatever is put in is escaped, unless it was itself made here. So nobody can forget it.
import { clean, escapeHtml } from "../clean.ts";

/** A symbol, since no JSON from outside can carry one. */
const markup: unique symbol = Symbol("markup");
export type Html = { readonly [markup]: string };
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Strings become clean, escaped text, also inside quoted attributes; null, undefined and false nothing; lists their parts. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { [markup]: parts.map((part, at) => part + (at < pieces.length ? print(pieces[at]) : "")).join("") };
}

/** Text of our own that must stand as it is, such as a style sheet. Never for anything from outside. */
export function trusted(text: string): Html {
  return { [markup]: text };
}

export function print(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (typeof piece === "string") return escapeHtml(clean(piece));
  if (typeof piece === "number") return String(piece);
  return isList(piece) ? piece.map(print).join("") : piece[markup];
}

function isList(piece: Html | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece);
}

/** A landmark with a heading; `lead` is the one sentence that says what there is to see. */
export function section(options: { readonly id: string; readonly title: string; readonly lead?: Piece; readonly body: Piece }): Html {
  return html`
<section id="${options.id}" aria-labelledby="${options.id}-title">
<h2 id="${options.id}-title">${options.title}</h2>
${options.lead === undefined ? "" : html`<p class="lead">${options.lead}</p>`}
${options.body}
</section>`;
}

/** Wide content gets its own scroll bar, which a keyboard can reach. */
export function scroller(name: string, body: Piece): Html {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">${body}</div>`;
}

export type TableColumn = { readonly title: string; readonly numeric?: boolean };

/** The first cell of each row is its header. */
export function table(options: { readonly name: string; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly Piece[])[]; readonly className?: string }): Html {
  const className = (at: number) => (options.columns[at]?.numeric ? html` class="num"` : "");
  return scroller(`Table: ${options.name}`, html`<table${options.className === undefined ? "" : html` class="${options.className}"`}>
<caption class="unseen">${options.name}</caption>
<thead><tr>${options.columns.map((column, at) => html`<th scope="col"${className(at)}>${column.title}</th>`)}</tr></thead>
<tbody>${options.rows.map((row) => html`
<tr>${row.map((piece, at) => (at === 0 ? html`<th scope="row"${className(at)}>${piece}</th>` : html`<td${className(at)}>${piece}</td>`))}</tr>`)}
</tbody></table>`);
}
