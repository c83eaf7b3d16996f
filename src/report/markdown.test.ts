import fc from "fast-check";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { cell, code, htmlProse, prose } from "./markdown.ts";
import { hostileText } from "./testing/hostile.ts";

const render = (markdown: string): string => micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
const tags = (markup: string): string[] => [...markup.matchAll(/<(\/?[a-z][a-z0-9]*)/g)].map((match) => match[1] ?? "");

describe("hostile text in Markdown", () => {
  it("is a code span and nothing but", () => {
    fc.assert(fc.property(hostileText, (text) => {
      const shown = tags(render(`- ${code(text)}`));
      expect([["ul", "li", "code", "/code", "/li", "/ul"], ["ul", "li", "/li", "/ul"]]).toContainEqual(shown);
    }), { numRuns: 150 });
  });
  it("stays in its cell", () => {
    fc.assert(fc.property(hostileText, (text) => {
      const row = `| ${cell(text)} | last |`;
      expect(row).not.toContain("\n");
      const markup = render(`| a | b |\n| :-- | :-- |\n${row}`);
      expect(markup.match(/<td/g)).toHaveLength(2);
      expect(markup).toContain(">last</td>");
      expect(tags(markup).filter((tag) => !/^\/?(table|thead|tbody|tr|th|td|code)$/.test(tag))).toEqual([]);
    }), { numRuns: 150 });
  });
  it("is prose without markup, links, images and mentions", () => {
    fc.assert(fc.property(hostileText, (text) => {
      const markup = render(prose(text));
      expect(tags(markup).filter((tag) => !/^\/?(p|code)$/.test(tag))).toEqual([]);
      expect(markup.replace(/<code>[\s\S]*?<\/code>/g, "")).not.toMatch(/[@#]|:\/\//);
    }), { numRuns: 150 });
  });
  it("is inert in a summary line", () => {
    fc.assert(fc.property(hostileText, (text) => {
      expect(tags(htmlProse(text)).filter((tag) => !/^\/?code$/.test(tag))).toEqual([]);
    }));
  });
  it("keeps ordinary text readable in the source", () => {
    expect(prose("Roll the key, then don't commit it again.")).toBe("Roll the key, then don't commit it again.");
    expect(code("RUN curl x | sh")).toBe("`RUN curl x | sh`");
    expect(code("a `b` c")).toBe("``a `b` c``");
  });
});
