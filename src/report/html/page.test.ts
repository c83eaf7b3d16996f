import fc from "fast-check";
import { parse, type DefaultTreeAdapterMap } from "parse5";
import { describe, expect, it } from "vitest";
import { toHtml, type EvidencePage } from "../index.ts";
import { hostileReport, hostileText } from "../testing/hostile.ts";
import { fabricatePage } from "../testing/page.ts";
import { everySpot, fabricateFinding, fabricateGap, fabricateReport, graphFact, hostileTexts, imageSpot, imagesFact, redReport } from "../testing/reports.ts";
import { controlStatuses } from "./mark.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

function elementsOf(markup: string): Element[] {
  const walk = (node: Node): Element[] => ["tagName" in node ? [node] : [], "childNodes" in node ? node.childNodes.flatMap(walk) : []].flat();
  return walk(parse(markup));
}

const textOf = (node: Node): string => ("value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "");
const named = (elements: readonly Element[], name: string): Element[] => elements.filter((element) => element.tagName === name);
const attribute = (element: Element | undefined, name: string): string | undefined => element?.attrs.find((entry) => entry.name === name)?.value;

/** Everything that a page without script, network and forms may hold. */
const TAGS = new Set(["html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "div", "ul", "ol", "li", "dl", "dt", "dd", "code", "pre", "strong", "span", "br", "time", "nav", "main", "section", "article", "footer",
  "table", "caption", "thead", "tbody", "tr", "th", "td", "details", "summary", "svg", "g", "path", "rect", "circle", "text", "title", "defs", "pattern", "line", "script"]);

function offences(element: Element): string[] {
  const attributes = element.attrs.filter(({ name, value }) => /^on|^style$|^src|^formaction$|^xlink/.test(name) || (name === "href" && !/^#[a-z0-9-]+$/.test(value)));
  return [...(TAGS.has(element.tagName) ? [] : [`<${element.tagName}>`]), ...attributes.map(({ name, value }) => `${name}=${value}`)];
}

function expectHarmless(markup: string): void {
  const elements = elementsOf(markup);
  expect(elements.flatMap(offences)).toEqual([]);
  expect(named(elements, "script").map((element) => attribute(element, "type"))).toEqual(["application/json"]);
  expect(named(elements, "style")).toHaveLength(1);
}

describe("toHtml", () => {
  it("shows what the run came to, with every section", () => {
    const markup = toHtml(fabricatePage([redReport(), fabricateReport({ check: "isolation-assert", facts: { graph: graphFact(50, true) } })]));
    const elements = elementsOf(markup);
    expect(textOf(named(elements, "header")[0] as Element)).toContain("Fail");
    for (const id of ["run", "findings", "examined", "layers", "isolation", "controls", "waivers", "blind-spots", "verify"]) expect(elements.some((element) => attribute(element, "id") === id)).toBe(true);
    for (const sentence of ["This page can't vouch for itself", "Evidence is neither an AOC nor a ROC", "development key", "cosign verify-blob-attestation", "compliance-verify", "deleted by a later layer"]) expect(markup.replaceAll("&#39;", "'")).toContain(sentence);
  });
  it("gives the same bytes for the same input", () => {
    const page = (): EvidencePage => fabricatePage([redReport()]);
    expect(toHtml(page())).toBe(toHtml(page()));
  });
  it("allows its own style by hash and nothing else", async () => {
    const elements = elementsOf(toHtml(fabricatePage([redReport()])));
    const policy = attribute(named(elements, "meta").find((element) => attribute(element, "http-equiv") === "Content-Security-Policy"), "content") ?? "";
    const style = textOf(named(elements, "style")[0] as Element);
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style))).toString("base64");
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
  });
  it("carries the bundle unharmed", () => {
    const bundle = { payload: "</script><!--<script>", more: "\u2028" };
    const elements = elementsOf(toHtml(fabricatePage([redReport()], { bundleJson: JSON.stringify(bundle) })));
    expect(JSON.parse(textOf(named(elements, "script")[0] as Element))).toEqual(bundle);
  });
  it("would notice what breaks out", () => {
    for (const markup of ["<p onclick=x>", "<img src=x>", "<a href='https://x'>", "<p style='x'>", "<iframe>"]) expect(() => expectHarmless(markup)).toThrow();
  });
  it("stays harmless for every known trick, in every field", () => {
    for (const text of hostileTexts) expectHarmless(toHtml(hostilePage(text)));
  });
  it("stays harmless for random hostile text", () => {
    fc.assert(fc.property(hostileText, (text) => {
      const markup = toHtml(hostilePage(text));
      expectHarmless(markup);
      expect(markup).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }), { numRuns: 25 });
  });
  it("has a word beside every shape, headings in order, and headers in every table", () => {
    const elements = elementsOf(toHtml(fabricatePage([redReport()])));
    for (const table of named(elements, "table")) expect(table.childNodes.some((child) => "tagName" in child && child.tagName === "caption")).toBe(true);
    for (const header of named(elements, "th")) expect(["col", "row"]).toContain(attribute(header, "scope"));
    for (const picture of named(elements, "svg")) expect(attribute(picture, "aria-hidden") === "true" || attribute(picture, "role") === "img" || attribute(picture, "x") !== undefined).toBe(true);
    const levels = elements.map(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1]).filter((level) => level !== undefined).map(Number);
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? level)).toBeLessThanOrEqual(1));
  });
  it("gives each element an id of its own, and links only to what is there", () => {
    const elements = elementsOf(toHtml(fabricatePage([redReport(), fabricateReport({ facts: { graph: graphFact(5, false) } }), fabricateReport({ facts: { graph: graphFact(5, true) } })])));
    const ids = elements.map((element) => attribute(element, "id")).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of named(elements, "a")) expect(ids).toContain(attribute(link, "href")?.slice(1));
  });
  it("never takes silence for a pass", () => {
    expect(toHtml(fabricatePage([], { run: { stages: [] } }))).toContain("Inconclusive");
    expect(toHtml(fabricatePage([fabricateReport({})], { run: { stages: [{ name: "build", verdict: "fail", seconds: 1, note: "" }] } }))).toContain("Not passed: build.");
    expect(toHtml(fabricatePage([fabricateReport({ missed: ["pan"] })]))).toContain("Self-test failed: image-secret-audit.");
  });
  it("says of a fact in a foreign shape that it can't be drawn", () => {
    const markup = toHtml(fabricatePage([fabricateReport({ facts: { graph: "?", images: [{ layers: 3 }] } })]));
    expect(markup.match(/ha(ve|s) a form that can't be drawn/g)).toHaveLength(2);
  });
  it("knows every status of a control and every kind of place", () => {
    const controls = controlStatuses.map((status) => ({ id: status, requirement: status, status, reason: "", evidence: [] }));
    const markup = toHtml(fabricatePage([fabricateReport({ findings: everySpot.map((spot) => fabricateFinding("high", spot)), gaps: everySpot.map((spot) => fabricateGap("malformed", spot)) })], { controls }));
    for (const word of ["evidence contradicts", "partial", "not covered", "evidence supports", "3_build.txt:418", "release.yml:31:5", "/dsseEnvelope/payload"]) expect(markup).toContain(word);
    expect(markup).not.toMatch(/\bcompliant\b|in place<|<b>in place/);
  });
  it("shows no more than a person reads, and counts the rest", () => {
    const findings = Array.from({ length: 2_000 }, (_, at) => fabricateFinding("high", imageSpot({ path: `f${at}` }), { ruleId: `rule-${at % 300}` }));
    const markup = toHtml(fabricatePage([fabricateReport({ findings, facts: { images: imagesFact() } })]));
    expect(markup).toMatch(/\d+ more findings, the least severe, stand in the JSON reports/);
    expect(markup.length).toBeLessThan(2_000_000);
  });
});

function hostilePage(text: string): EvidencePage {
  return fabricatePage([hostileReport(text)], {
    title: text, run: { stages: [{ name: text, verdict: "pass", seconds: 1, note: text }] },
    statement: { predicateType: text, subject: { name: text, sha256: text }, issuedAt: text, facts: [{ name: text, value: text }] },
    controls: [{ id: text, requirement: text, status: "partial", reason: text, evidence: [text], remains: text }],
    blindSpots: [{ id: text, statement: text }], signer: { kind: text, hint: text }, bundleJson: JSON.stringify({ text: text.toWellFormed() }), commands: [text],
  });
}
