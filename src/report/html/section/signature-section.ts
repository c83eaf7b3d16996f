// Who signed what, and how a reader checks it without trusting this page.
import { clean, escapeHtml, show } from "../../clean.ts";
import { shape } from "../mark.ts";
import { html, section, trusted, type Html, type Piece } from "../markup.ts";
import type { EvidencePage, Section } from "../evidence-page.ts";

export function signatureSection(input: EvidencePage): Section {
  const { statement, signer } = input;
  const facts: [string, Piece][] = [
    ["Signer", signer === null ? html`${shape("not-run")} nothing was signed` : signerText(signer)],
    ...(signer === null ? [] : [["Key or identity", signer.hint === null ? "in the bundle's certificate" : html`<code>${show(signer.hint, 200)}</code>`] as [string, Piece]]),
    ...(statement === undefined ? [] : [
      ["Statement", html`<code>${show(statement.predicateType)}</code>`],
      ["About", html`<code>${show(statement.subject.name)}</code><br><code>sha256:${show(statement.subject.sha256, 80)}</code>`],
      ["Issued", html`${show(statement.issuedAt, 40)} <span class="soft">by the signer's own clock</span>`],
      ...statement.facts.map(({ name, value }): [string, Piece] => [show(name, 60), value === null ? html`<span class="soft">not known</span>` : html`<code>${show(value)}</code>`]),
    ] satisfies [string, Piece][]),
  ];
  return { id: "verify", title: "Verify", html: section({
    id: "verify", title: "Signature, and how to verify", lead: "This page carries no proof of itself. Run one of the commands with a key that you have from its owner, not from the folder this page came in; or drop bundle, reports and key on verify.html, a page of the product whose digest each release publishes.",
    body: [html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`, commandList(input)],
  }) };
}

function signerText(signer: NonNullable<EvidencePage["signer"]>): Html {
  if (signer.kind !== "development") return html`${show(signer.kind, 60)}`;
  return html`<strong class="doubt">${shape("inconclusive")} development key</strong>, made by the tool beside the build. It shows that nothing changed since, not who signed.`;
}

function commandList({ commands, bundleJson }: EvidencePage): Piece {
  return [
    commands.length === 0 ? "" : html`<ol class="commands">${commands.map((command) => html`<li><pre tabindex="0">${commandText(command)}</pre></li>`)}</ol>`,
    bundleJson === undefined ? "" : html`<p class="soft">The signed bundle lies in this file too, as data in the element with the id <code>bundle</code>.</p>`,
  ];
}

/** A command may go over several lines; each line is cleaned by itself. */
function commandText(command: string): Html {
  return trusted(command.split("\n").map((line) => escapeHtml(clean(line))).join("\n"));
}
