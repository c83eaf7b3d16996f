// Part of verify.html: takes files by drop or choice, and shows what came of them. Text goes in as text, never as markup.
import { checkFiles, PREDICATES, roleOf, type DroppedFile, type FileCheck, type FileRole, type Verdict } from "./check-files.ts";

type PageElement = {
  textContent: string | null;
  className: string;
  hidden: boolean;
  value: string;
  files: ArrayLike<BrowserFile> | null;
  append(...parts: (PageElement | string)[]): void;
  replaceChildren(...parts: PageElement[]): void;
  setAttribute(name: string, value: string): void;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
  click(): void;
  focus(): void;
};
type BrowserFile = { readonly name: string; arrayBuffer(): Promise<ArrayBuffer> };
type PageEvent = { preventDefault(): void; readonly dataTransfer?: { readonly files: ArrayLike<BrowserFile> } };
declare const document: { getElementById(id: string): PageElement; createElement(tag: string): PageElement; addEventListener(type: string, listener: (event: PageEvent) => void): void };

type Json = { readonly [key: string]: unknown };

const roleWords: { readonly [role in FileRole]: string } = {
  bundle: "signed bundle", key: "public key", report: "check's report", page: "report page", unknown: "not recognised",
};
const verdictWords = {
  holds: ["Holds", "The signature holds, and everything that was dropped belongs to it."],
  refused: ["Refused", "Something here was changed, or does not belong together. Rely on none of it."],
  incomplete: ["Not decided", "Nothing is wrong so far, and something is missing or cannot be judged here."],
} as const;
const stateWords = { held: "holds", broken: "refused", open: "open", unasked: "not asked" } as const;
const stateTones = { held: "good", broken: "bad", open: "doubt", unasked: "mute" } as const;

let files: DroppedFile[] = [];

function make(tag: string, className: string, ...parts: (PageElement | string)[]): PageElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...parts.map((part) => (typeof part === "string" ? visible(part) : part)));
  return element;
}

/** Hostile names must not turn the text around or hide in it. */
function visible(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\uFFFD");
  return plain.length > 400 ? `${plain.slice(0, 400)}…` : plain;
}

async function take(list: ArrayLike<BrowserFile>): Promise<void> {
  for (const file of Array.from(list)) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    files = [...files.filter((one) => one.name !== file.name), { name: file.name, bytes }];
  }
  await render();
}

async function render(): Promise<void> {
  const digest = document.getElementById("digest").value;
  const verdict = await checkFiles(files, digest);
  document.getElementById("files").replaceChildren(...files.map((file) => make("li", "", make("code", "", file.name), ` ${roleWords[roleOf(file)]}`)));
  document.getElementById("clear").hidden = files.length === 0;
  const result = document.getElementById("result");
  result.hidden = files.length === 0;
  result.replaceChildren(...(files.length === 0 ? [] : toResult(verdict)));
}

function toResult({ state, checks, statement }: Verdict): PageElement[] {
  const [word, sentence] = verdictWords[state];
  // That evidence holds is no good news where it is evidence of a failure.
  const signed = statement === undefined ? undefined : String((statement["predicate"] as Json)["verdict"]);
  const tone = state === "refused" || (state === "holds" && signed === "fail") ? "bad" : state === "holds" && signed === "pass" ? "good" : "doubt";
  const head = make("div", `verdict ${tone}`, make("div", "", make("p", "word", state === "holds" ? `${word}, and says ${signed ?? ""}` : word), make("p", "", sentence)));
  const list = make("table", "roomy", make("caption", "unseen", "What was checked"), make("tbody", "", ...checks.map(toRow)));
  return [head, make("h2", "", "What was checked"), make("div", "scroll", list), ...(statement === undefined || state === "refused" ? [] : toStatement(statement))];
}

function toRow({ name, state, detail }: FileCheck): PageElement {
  return make("tr", "", withScope(make("th", "", name), "row"), make("td", "", make("span", `state ${stateTones[state]}`, stateWords[state])), make("td", "", detail));
}

/** What was signed, in the signer's own words; nothing of it is judged here. */
function toStatement(statement: Json): PageElement[] {
  const predicate = statement["predicate"] as Json;
  const subject = (statement["subject"] as { name: string; digest: { sha256: string } }[])[0];
  const signer = predicate["signer"] as { kind: string };
  const facts: [string, string][] = [
    ["What", PREDICATES[String(statement["predicateType"])] ?? ""],
    ["About", subject?.name ?? ""],
    ["Image", `sha256:${subject?.digest.sha256 ?? ""}`],
    ["Verdict signed", String(predicate["verdict"])],
    ["Signed at", `${String(predicate["issuedAt"])}, by the signer's own clock`],
    ["Signer", signer.kind === "development" ? "a development key: shows that nothing changed since, not who signed" : signer.kind],
    ...sourceFacts(predicate["source"] as Json | undefined),
  ];
  const list = make("dl", "facts", ...facts.flatMap(([name, value]) => [make("dt", "", name), make("dd", "", value)]));
  return [make("h2", "", "What was signed"), list, ...toChecks(predicate["checks"]), ...toControls(predicate["controls"])];
}

function sourceFacts(source: Json | undefined): [string, string][] {
  if (source === undefined) return [];
  return [["Repository, as stated", String(source["repository"] ?? "not known")], ["Commit, as stated", String(source["commit"] ?? "not known")]];
}

function toChecks(checks: unknown): PageElement[] {
  if (!Array.isArray(checks)) return [];
  const rows = (checks as Json[]).map((check) => {
    const open = (list: unknown) => String((Array.isArray(list) ? (list as Json[]) : []).filter((one) => one["disposition"] === "open").reduce((sum, one) => sum + Number(one["count"]), 0));
    const reported = check["presence"] === "reported";
    const test = check["selfTest"] as { planted: number; detected: number } | undefined;
    return [String(check["check"]), reported ? String(check["verdict"]) : "absent", open(check["findings"]), open(check["gaps"]), test === undefined ? "" : `${test.detected} of ${test.planted}`];
  });
  return [make("h3", "", "Checks"), toTable(["Check", "Verdict", "Open findings", "Open gaps", "Canaries found"], rows)];
}

function toControls(controls: unknown): PageElement[] {
  if (!Array.isArray(controls)) return [];
  const rows = (controls as Json[]).map((control) => [String(control["id"]), String(control["status"]), String(control["reason"])]);
  return [make("h3", "", "PCI DSS v4.0.1 testing procedures"), toTable(["Procedure", "Evidence says", "Why"], rows)];
}

function toTable(titles: readonly string[], rows: readonly (readonly string[])[]): PageElement {
  const head = make("tr", "", ...titles.map((title) => withScope(make("th", "", title), "col")));
  const body = rows.map((row) => make("tr", "", ...row.map((cell, at) => (at === 0 ? withScope(make("th", "", cell), "row") : make("td", "", cell)))));
  const scroller = make("div", "scroll", make("table", "", make("thead", "", head), make("tbody", "", ...body)));
  scroller.setAttribute("tabindex", "0");
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", titles[0] ?? "");
  return scroller;
}

function withScope(cell: PageElement, scope: string): PageElement {
  cell.setAttribute("scope", scope);
  return cell;
}

function start(): void {
  const drop = document.getElementById("drop");
  const input = document.getElementById("input");
  document.getElementById("unready").hidden = globalThis.crypto?.subtle !== undefined;
  for (const type of ["dragover", "drop"]) document.addEventListener(type, (event) => event.preventDefault());
  drop.addEventListener("dragover", () => { drop.className = "drop over"; });
  drop.addEventListener("dragleave", () => { drop.className = "drop"; });
  drop.addEventListener("drop", (event) => {
    drop.className = "drop";
    if (event.dataTransfer) void take(event.dataTransfer.files);
  });
  input.addEventListener("change", () => {
    if (input.files) void take(input.files).then(() => { input.value = ""; });
  });
  document.getElementById("digest").addEventListener("input", () => void render());
  document.getElementById("clear").addEventListener("click", () => {
    files = [];
    void render().then(() => input.focus());
  });
}

start();
