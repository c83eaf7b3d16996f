// The pictures of the pages in docs, from fabricated evidence, in real Chromium: node test/evidence/pictures.ts
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { requireChromium } from "../slow/peers.ts";
import { makeEvidence } from "./folder.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
const { files, bundle, reports } = await makeEvidence();
for (const [name, content] of files) writeFileSync(join(folder, name), content);
const bent = join(folder, "edited.json");
writeFileSync(bent, (files.get(reports[0] ?? "") ?? "").replace(/"planted":\s*\d+/, '"planted": 99'));
const browser = await chromium.launch({ executablePath: requireChromium(), args: ["--no-sandbox"] });
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1080, height: 1350 } });
  await page.goto(pathToFileURL(join(folder, "report.html")).href);
  await page.screenshot({ path: join(root, `docs/pictures/report-${colorScheme}.png`) });
  await page.locator("#layers").scrollIntoViewIfNeeded();
  await page.goto(pathToFileURL(join(root, "docs/verify.html")).href);
  const dropped = [bundle, "evidence.pub", ...reports.slice(1)].map((name) => join(folder, name));
  await page.setInputFiles("#input", colorScheme === "light" ? dropped : [...dropped, bent]);
  await page.locator("#result .word").waitFor();
  await page.screenshot({ path: join(root, `docs/pictures/verify-${colorScheme}.png`) });
  await page.close();
}
await browser.close();
rmSync(folder, { recursive: true });
