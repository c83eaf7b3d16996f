// log-leak-guard: source → reader → detector → finding.
import { logCanary, proveDetection } from "../../src/canary/index.ts";
import { collectRules, inspectAll, scrubTexts } from "../../src/detector/index.ts";
import { findLeakedNames, readKnown } from "../../src/detector/known/index.ts";
import { createLogInspector } from "../../src/detector/masking/index.ts";
import { composeReport, Ledger } from "../../src/finding/index.ts";
import { readLogs } from "../../src/reader/log/index.ts";
import { describeTool, readInput, readTerms, type Inputs, type Outcome, type World } from "../../src/runtime/index.ts";
import type { LogSource } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";
import { addLinks, isLeak, openSubject } from "./run-side.ts";

/** Throws InputError for an input that is no log, a run that cannot be seen, and fingerprints that do not fit their key. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  const startedAt = world.now();
  const read = (path: string, what: string) => readInput(world.cwd, path, what);
  const rules = inputs.rules === undefined ? undefined : await collectRules(inputs.rules, async (path) => (await read(path, "rules file")).toString("utf8"));
  const known = await readKnown(inputs, read);
  const inspector = createLogInspector({ rules, known });
  const audit = (source: LogSource, ledger: Ledger) => inspectAll(readLogs(source, { ledger, longestLine: inputs["longest-line"] }), inspector, ledger);
  const { source, cure } = await openSubject(inputs, world);
  try {
    world.progress(`reading ${inspector.scrub(source.name)}`);
    const ledger = new Ledger();
    const { findings, gaps } = await audit(source, ledger);
    const selfTest = await proveDetection(logCanary(inspector.tool.sha256, known?.canary), (canary) => audit(canary, new Ledger()));
    const sha256 = source.sha256();
    const subject = { name: inspector.scrub(source.name), digest: { sha256 }, digestKind: "content" as const };
    const report = composeReport(
      {
        check: "log-leak-guard", subject, tool: describeTool(inspector.tool), startedAt, ledger, findings: addLinks(findings, source), gaps, selfTest,
        outOfScope: scrubTexts(source.outOfScope ?? [], inspector.scrub),
      },
      await readTerms(inputs, world),
    );
    const outputs = { digest: sha256, "leaked-names": JSON.stringify(findLeakedNames(report.findings)) };
    return { report, verdict: report.verdict, outputs, ...(cure && isLeak(report) && { afterSaving: cure }) };
  } finally {
    await source.close();
  }
}
