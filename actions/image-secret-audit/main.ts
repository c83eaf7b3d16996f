// image-secret-audit: source → reader → detector → finding.
import { imageCanary, proveDetection } from "../../src/canary/index.ts";
import { openCrew } from "../../src/crew/index.ts";
import { collectRules, createInspector, inspectAll, scrubTexts } from "../../src/detector/index.ts";
import { findLeakedNames, readKnown } from "../../src/detector/known/index.ts";
import { composeReport, Ledger } from "../../src/finding/index.ts";
import type { LayerCache } from "../../src/layer-cache/index.ts";
import { parseLimits, readImage } from "../../src/reader/image/index.ts";
import { describeTool, readInput, readTerms, type Inputs, type Outcome, type World } from "../../src/runtime/index.ts";
import { openContainer, type Container } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";
import { openMemory } from "./memory.ts";

/** Throws InputError for an image that cannot be opened at all. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  const startedAt = world.now();
  const read = (path: string, what: string) => readInput(world.cwd, path, what);
  const rules = inputs.rules === undefined ? undefined : await collectRules(inputs.rules, async (path) => (await read(path, "rules file")).toString("utf8"));
  const known = await readKnown(inputs, read);
  const settings = { ...(rules !== undefined && { rules }), known };
  const inspector = openCrew(createInspector(settings), settings);
  world.signal.addEventListener("abort", () => void inspector.close());
  const limits = parseLimits(inputs.limits);
  const memory = await openMemory(inputs, world, inspector);
  const { trays } = inspector;
  const audit = async (container: Container, ledger: Ledger, recall?: LayerCache) => {
    const image = await readImage(container, { ledger, limits, hold: trays && ((bytes) => trays.hold(bytes)), memory: recall, ...(inputs.platform !== undefined && { platform: inputs.platform }) });
    return { ...(await inspectAll(image.readings, inspector, ledger)), subject: image.subject, images: image.images };
  };
  const container = await openContainer(inputs.image, { cwd: world.cwd, environment: world.environment });
  try {
    world.progress(`auditing ${inspector.scrub(container.name)}`);
    const ledger = new Ledger();
    const { findings, gaps, subject, images } = await audit(container, ledger, memory);
    await memory?.keep({ findings, gaps });
    // Nothing is recalled of canaries: they are found anew, or the detectors have not proved themselves.
    const selfTest = await proveDetection(await imageCanary(inspector.tool.sha256), (canary) => audit(canary, new Ledger()));
    const facts = { images: scrubTexts(images, inspector.scrub) };
    const report = composeReport(
      { check: "image-secret-audit", subject, tool: describeTool(inspector.tool), startedAt, ledger, findings, gaps, selfTest, facts },
      await readTerms(inputs, world),
    );
    return { report, verdict: report.verdict, outputs: { digest: subject.digest?.sha256 ?? "", "leaked-names": JSON.stringify(findLeakedNames(report.findings)) } };
  } finally {
    await inspector.close();
    await container.close();
  }
}
