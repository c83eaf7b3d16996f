// log-leak-guard: source → reader → detector → finding.
import { logCanary, proveDetection } from "../../src/canary/index.ts";
import { inspectAll } from "../../src/detector/index.ts";
import { createLogInspector } from "../../src/detector/masking/index.ts";
import { composeReport, Ledger } from "../../src/finding/index.ts";
import { readLogs } from "../../src/reader/log/index.ts";
import { describeTool, readInput, readTerms, type Inputs, type Outcome, type World } from "../../src/runtime/index.ts";
import { openLogs, type LogSource } from "../../src/source/index.ts";
import type { contract } from "./contract.ts";

/** Throws InputError for an input that is no log. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  const startedAt = world.now();
  const rules = inputs.rules === undefined ? undefined : (await readInput(world.cwd, inputs.rules, "rules file")).toString("utf8");
  const inspector = createLogInspector(rules === undefined ? {} : { rules });
  const audit = (source: LogSource, ledger: Ledger) => inspectAll(readLogs(source, { ledger }), inspector, ledger);
  const source = await openLogs(inputs.log, world);
  try {
    world.progress(`reading ${inspector.scrub(source.name)}`);
    const ledger = new Ledger();
    const { findings, gaps } = await audit(source, ledger);
    const selfTest = await proveDetection(logCanary(inspector.tool.sha256), (canary) => audit(canary, new Ledger()));
    const sha256 = source.sha256();
    const subject = { name: inspector.scrub(source.name), digest: { sha256 }, digestKind: "content" as const };
    const report = composeReport(
      { check: "log-leak-guard", subject, tool: describeTool(inspector.tool), startedAt, ledger, findings, gaps, selfTest },
      await readTerms(inputs, world),
    );
    return { report, verdict: report.verdict, outputs: { digest: sha256 } };
  } finally {
    await source.close();
  }
}
