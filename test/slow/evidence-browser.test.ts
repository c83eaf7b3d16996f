// The pages as a browser shows them: real Chromium, offline. Whoever opens verify.html must see what was tampered with, and no request may leave.
import AxeBuilder from "axe-core";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeEvidence, type MadeEvidence } from "../evidence/folder.ts";
import { requireChromium } from "./peers.ts";

const root = join(import.meta.dirname, "../..");
const verifyPage = join(root, "docs/verify.html");
const folder = mkdtempSync(join(tmpdir(), "browser-"));
let browser: Browser;
let made: MadeEvidence;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: requireChromium(), args: ["--no-sandbox"] });
  made = await makeEvidence();
  for (const [name, content] of made.files) writeFileSync(join(folder, name), content);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const at = (...names: string[]) => names.map((name) => join(folder, name));
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return name;
};

type Opened = { readonly page: Page; readonly requests: string[]; readonly errors: string[]; close(): Promise<void> };

async function open(file: string, options: { colorScheme?: "light" | "dark"; width?: number } = {}): Promise<Opened> {
  const context = await browser.newContext({ colorScheme: options.colorScheme ?? "light", viewport: { width: options.width ?? 1100, height: 900 } });
  await context.setOffline(true);
  const page = await context.newPage();
  const [requests, errors]: [string[], string[]] = [[], []];
  const address = pathToFileURL(file).href;
  page.on("request", (request) => { if (request.url() !== address) requests.push(request.url()); });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => errors.push(message.text()));
  await page.goto(address);
  return { page, requests, errors, close: () => context.close() };
}

/** What the page says after these files, and an image's digest, were handed in. */
async function judge(names: readonly string[], digest = "") {
  const { page, requests, errors, close } = await open(verifyPage);
  if (digest !== "") await page.fill("#digest", digest);
  await page.setInputFiles("#input", at(...names));
  await page.locator("#result .word").waitFor();
  await page.waitForTimeout(50);
  const result = {
    word: await page.locator("#result .word").innerText(),
    refused: await page.locator("#result tr", { has: page.locator(".state.bad") }).allInnerTexts(),
    text: await page.locator("#result").innerText(),
  };
  await close();
  expect({ requests, errors }).toEqual({ requests: [], errors: [] });
  return result;
}

describe("verify.html", () => {
  it("takes bundle, key, reports and page, and says what they hold", async () => {
    const { word, refused, text } = await judge([made.bundle, "evidence.pub", ...made.reports, "report.html"], `sha256:${made.sha256}`);
    expect(word).toBe("Holds, and says pass");
    expect(refused).toEqual([]);
    expect(text).toContain("is byte for byte a report that the statement names");
    expect(text).toContain("is about the image that you named");
  });

  it("takes them by drop", async () => {
    const { page, requests, close } = await open(verifyPage);
    const contents = [made.bundle, "evidence.pub"].map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
    const transfer = await page.evaluateHandle((given) => {
      const data = new (globalThis as unknown as { DataTransfer: new () => { items: { add(file: unknown): void } } }).DataTransfer();
      for (const [name, content] of given) data.items.add(new File([content], name));
      return data;
    }, contents);
    await page.dispatchEvent("#drop", "drop", { dataTransfer: transfer });
    await page.locator("#result .word").waitFor();
    expect(await page.locator("#result .word").innerText()).toBe("Holds, and says pass");
    expect(requests).toEqual([]);
    await close();
  });

  const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === "1" ? "2" : "1") + text.slice(at + 1);
  const edited = (edit: (document: { mediaType: string; verificationMaterial: Record<string, unknown>; dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string }[] } }) => unknown) => {
    const document = JSON.parse(made.text(made.bundle)) as Parameters<typeof edit>[0];
    edit(document);
    return [put("bent.json", JSON.stringify(document)), "evidence.pub"];
  };
  type Row = readonly [name: string, says: RegExp, bend: () => readonly string[] | Promise<readonly string[]>, digest?: () => string];
  const rows: readonly Row[] = [
    ["a report with one digit changed", /not a report that the statement names/, () => {
      const report = made.text(made.reports[0]!);
      return [made.bundle, "evidence.pub", put("report.json", flip(report, report.search(/"bytes":\s*\d/) + 9))];
    }],
    ["a report page that carries another bundle", /different bundles/, () => [made.bundle, "evidence.pub", put("page.html", made.text("report.html").replace(/("payload":\s*")(.)/, (_, head: string, one: string) => head + (one === "A" ? "B" : "A")))]],
    ["an edited verdict", /signature does not hold/, () => edited(({ dsseEnvelope }) => { dsseEnvelope.payload = btoa(atob(dsseEnvelope.payload).replace('"verdict":"pass"', '"verdict":"fail"')); })],
    ["a changed signature", /signature does not hold/, () => edited(({ dsseEnvelope }) => { for (const one of dsseEnvelope.signatures) { const der = Buffer.from(one.sig, "base64"); der[20]! ^= 1; one.sig = der.toString("base64"); } })],
    ["a signature that is none", /signature does not hold/, () => edited(({ dsseEnvelope }) => { for (const one of dsseEnvelope.signatures) one.sig = "AAAA"; })],
    ["another payload type", /does not hold an in-toto statement/, () => edited(({ dsseEnvelope }) => { dsseEnvelope.payloadType = "text/plain"; })],
    ["an older form", /not a Sigstore bundle v0\.3/, () => edited((document) => { document.mediaType = "application/vnd.dev.sigstore.bundle+json;version=0.1"; })],
    ["a part that nobody knows", /parts that this format does not know/, () => edited((document) => Object.assign(document, { extra: 1 }))],
    ["two signatures", /exactly one signature/, () => edited(({ dsseEnvelope }) => { dsseEnvelope.signatures.push(...dsseEnvelope.signatures); })],
    ["a name that stands twice", /names something twice/, () => [put("bent.json", made.text(made.bundle).replace('"payloadType":', '"payloadType":"x","payloadType":')), "evidence.pub"]],
    ["another key", /signed with another key/, () => [made.bundle, put("other.pub", made.stranger)]],
    ["a key of another kind", /not a P-256 public key/, () => [made.bundle, put("other.pub", made.foreignKind)]],
    ["white space in the statement", /not canonical JSON/, async () => [put("bent.json", await made.sign(JSON.stringify(made.statement, null, 1))), "evidence.pub"]],
    ["a statement of another type", /type that this page does not know/, async () => [put("bent.json", await made.sign(made.canonical({ ...made.statement, predicateType: "https://slsa.dev/provenance/v1" }))), "evidence.pub"]],
    ["a verdict that does not follow, signed anew", /does not follow from the verdicts/, async () => [put("bent.json", await made.sign(made.canonical({ ...made.statement, predicate: { ...made.statement.predicate, verdict: "fail" } }))), "evidence.pub"]],
    ["another image", /about another image/, () => [made.bundle, "evidence.pub"], () => `sha256:${"0".repeat(64)}`],
  ];
  it.each(rows.map(([name, says, bend, digest]) => ({ name, says, bend, digest })))("shows $name as refused", async ({ says, bend, digest }) => {
    const { word, refused, text } = await judge(await bend(), digest?.() ?? "");
    expect(word).toBe("Refused");
    expect(refused.join("\n")).toMatch(says);
    expect(text).not.toContain("What was signed");
  });

  it.each([["no key", () => [made.bundle]], ["a keyless bundle", () => edited(({ verificationMaterial }) => { delete verificationMaterial["publicKey"]; verificationMaterial["certificate"] = { rawBytes: "AAAA" }; })], ["a file of no known kind", () => [made.bundle, "evidence.pub", put("note.txt", "hello")]]] as const)(
    "is undecided with %s", async (_, names) => expect((await judge([...names()])).word).toBe("Not decided"));

  it("says that evidence of a failure is no good news", async () => {
    const failed = { ...made.statement, predicate: { ...made.statement.predicate, verdict: "fail", checks: [{ ...made.statement.predicate.checks[0], verdict: "fail" }] } };
    expect((await judge([put("bent.json", await made.sign(made.canonical(failed))), "evidence.pub"])).word).toBe("Holds, and says fail");
  });

  it("shows hostile names as text", async () => {
    const hostile = put("<img src=x onerror=alert(1)>.json", "{}");
    const { text } = await judge([made.bundle, "evidence.pub", hostile]);
    expect(text).toContain("<img src=x");
  });

  it("forbids itself every request and every script but its own", () => {
    const page = readFileSync(verifyPage, "utf8");
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll("&#39;", "'") ?? "";
    expect(policy.replaceAll(/'sha256-[^']*'/g, "HASH")).toBe("default-src 'none'; script-src HASH; style-src HASH; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
  });
});

describe("both pages", () => {
  it.each([["verify.html", "light"], ["verify.html", "dark"], ["report.html", "light"], ["report.html", "dark"]] as const)("%s has no barrier that axe finds, %s", async (name, colorScheme) => {
    const { page, close } = await open(name === "verify.html" ? verifyPage : join(folder, name), { colorScheme });
    if (name === "verify.html") {
      await page.setInputFiles("#input", at(made.bundle, "evidence.pub"));
      await page.locator("#result .word").waitFor();
    }
    // Evaluated by the debugger: the pages' own policy would not let it in, and must not.
    const violations = await page.evaluate(`(() => { ${AxeBuilder.source}; return axe.run().then((found) => found.violations.map((one) => one.id + ": " + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | "))); })()`);
    expect(violations).toEqual([]);
    await close();
  });

  it.each(["verify.html", "report.html"])("%s is usable by keyboard alone", async (name) => {
    const { page, close } = await open(name === "verify.html" ? verifyPage : join(folder, name));
    const reached = new Set<string>();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      reached.add(await page.evaluate("document.activeElement.tagName + (document.activeElement.id ? '#' + document.activeElement.id : '')"));
    }
    for (const wanted of name === "verify.html" ? ["INPUT#input", "INPUT#digest"] : ["A", "SUMMARY", "DIV", "PRE"]) expect([...reached]).toContain(wanted);
    await close();
  });

  it.each(["verify.html", "report.html"])("%s needs no sideways scrolling on a narrow screen, and prints", async (name) => {
    const { page, requests, close } = await open(name === "verify.html" ? verifyPage : join(folder, name), { width: 360 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= 361")).toBe(true);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(requests).toEqual([]);
    await close();
  });

  it("stand in docs as pictures", () => {
    for (const name of ["report-light.png", "report-dark.png", "verify-light.png", "verify-dark.png"]) expect(existsSync(join(root, "docs/pictures", name))).toBe(true);
  });
});
