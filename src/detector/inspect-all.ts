// Runs the inspector over everything that a reader yields, counts it, and keeps what comes out small and clean.
import type { FindingDraft, GapDraft, Ledger, Location } from "../finding/index.ts";
import type { Fragment, Reading } from "../reader/index.ts";
import type { Inspector } from "./inspector.ts";

/** Findings of one rule in one place that are told; the rest is one gap, so that a dump of a million values stays a report. */
export const MAX_PER_RULE = 100;
const MAX_CREATED_BY = 200;
const MAX_SCRUBBED = 1 << 12;

/** Consumes `readings`. Every text in the locations and details that come back has been scrubbed. */
export async function inspectAll(readings: AsyncIterable<Reading>, inspector: Inspector, ledger: Ledger): Promise<{ findings: FindingDraft[]; gaps: GapDraft[] }> {
  const clean = createCleaner(inspector);
  const findings: FindingDraft[] = [];
  const gaps: GapDraft[] = [];
  const place = new PlaceMemory();
  const close = () => gaps.push(...place.leave().map((gap) => ({ ...gap, location: clean(gap.location), detail: gap.detail })));
  for await (const reading of readings) {
    if (reading.kind === "gap") {
      gaps.push({ ...reading.gap, location: clean(reading.gap.location), detail: inspector.scrub(reading.gap.detail) });
      continue;
    }
    if (reading.start === 0) close();
    const inspected = inspector.examine(reading);
    ledger.examined("bytes", reading.owned);
    gaps.push(...inspected.gaps.map((gap) => ({ ...gap, location: clean(gap.location) })));
    for (const finding of inspected.findings) if (place.isNew(finding, reading)) findings.push({ ...finding, location: clean(finding.location) });
    place.pass(reading);
  }
  close();
  return { findings, gaps };
}

/** What has been told about the place that is being read. */
class PlaceMemory {
  #offsets = new Set<string>();
  readonly #counts = new Map<string, { told: number; more: number; location: Location }>();

  /** False for what the window before has told already, and for what comes after the limit. */
  isNew(finding: FindingDraft, fragment: Fragment): boolean {
    const offset = "offset" in finding.location ? finding.location.offset ?? 0 : 0;
    const key = `${offset} ${finding.ruleId}`;
    if (this.#offsets.has(key)) return false;
    if (offset >= fragment.start + fragment.owned) this.#offsets.add(key);
    const count = this.#counts.get(finding.ruleId) ?? { told: 0, more: 0, location: finding.location };
    this.#counts.set(finding.ruleId, count);
    if (count.told >= MAX_PER_RULE) count.more++;
    else count.told++;
    return count.more === 0;
  }

  /** Values behind the window's own part are seen again by the next window only. */
  pass(fragment: Fragment): void {
    const end = fragment.start + fragment.owned;
    this.#offsets = new Set([...this.#offsets].filter((key) => Number.parseInt(key, 10) >= end));
  }

  /** What was too much to tell, as gaps. */
  leave(): GapDraft[] {
    const gaps = [...this.#counts].filter(([, count]) => count.more > 0).map(([ruleId, count]): GapDraft => ({
      reason: "count-limit", location: count.location, detail: `${count.more} more findings of the rule ${ruleId} in this place are counted but not listed`,
    }));
    this.#counts.clear();
    this.#offsets.clear();
    return gaps;
  }
}

type Clean = (location: Location) => Location;

/** Scrubs every text of a location; the texts of a layer come again with each of its files, so the last ones are kept. */
function createCleaner(inspector: Inspector): Clean {
  const known = new Map<string, string>();
  const scrub = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const after = inspector.scrub(text);
    if (known.size >= MAX_SCRUBBED) known.clear();
    known.set(text, after);
    return after;
  };
  return (location) => cleanLocation(location, scrub);
}

function cleanLocation(location: Location, scrub: (text: string) => string): Location {
  switch (location.kind) {
    case "image": return {
      ...location,
      platform: scrub(location.platform),
      layer: location.layer && { ...location.layer, createdBy: shorten(scrub(location.layer.createdBy)) },
      members: location.members.map(scrub),
      ...(location.path !== undefined && { path: scrub(location.path) }),
    };
    case "log": return {
      ...location,
      file: scrub(location.file),
      ...(location.job !== undefined && { job: scrub(location.job) }),
      ...(location.step !== undefined && { step: scrub(location.step) }),
    };
    case "workflow": return { ...location, file: scrub(location.file), job: location.job === null ? null : scrub(location.job), path: location.path.map(scrub) };
    case "evidence": return { ...location, file: scrub(location.file), pointer: scrub(location.pointer) };
    default: return location satisfies never;
  }
}

function shorten(text: string): string {
  return text.length <= MAX_CREATED_BY ? text : `${text.slice(0, MAX_CREATED_BY - 1)}…`;
}
