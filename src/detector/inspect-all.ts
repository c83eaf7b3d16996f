// Runs the inspector over everything that a reader yields, counts it, and keeps what comes out small and clean.
import type { FindingDraft, GapDraft, Ledger, Location } from "../finding/index.ts";
import type { Fragment, Readings, Recalled } from "../reader/index.ts";
import { examineInOrder } from "./examine-in-order.ts";
import type { Inspected, Inspector } from "./inspector.ts";
import { kindOf, MAX_TOLD, type Seen } from "./telling.ts";

const MAX_CREATED_BY = 200;
const MAX_SCRUBBED = 1 << 12;

/** Consumes `readings`. Every text in the locations and details that come back has been scrubbed. */
export async function inspectAll(readings: Readings, inspector: Inspector, ledger: Ledger): Promise<{ findings: FindingDraft[]; gaps: GapDraft[] }> {
  const clean = createCleaner(inspector);
  const findings: FindingDraft[] = [];
  const gaps: GapDraft[] = [];
  const place = new PlaceMemory();
  const leave = () => findings.push(...place.leave().map((finding) => ({ ...finding, location: clean(finding.location) })));
  const take = (fragment: Fragment, inspected: Inspected) => {
    if (!place.continues(fragment)) leave();
    ledger.examined("bytes", fragment.owned);
    if (inspected.gaps.length > 0) gaps.push(...inspected.gaps.map((gap) => ({ ...gap, location: clean(gap.location) })));
    place.add(inspected, fragment);
  };
  const recall = (recalled: Recalled) => {
    leave();
    ledger.examined("bytes", recalled.bytes);
    findings.push(...recalled.findings.map((finding) => ({ ...finding, location: clean(finding.location) })));
    gaps.push(...recalled.gaps.map((gap) => ({ ...gap, location: clean(gap.location) })));
  };
  for await (const { readings: some, inspected } of examineInOrder(readings, inspector)) {
    const examined = inspected.values();
    for (const reading of some) {
      if (reading.kind === "fragment") take(reading, examined.next().value ?? inspector.examine(reading));
      else if (reading.kind === "gap") gaps.push({ ...reading.gap, location: clean(reading.gap.location), detail: inspector.scrub(reading.gap.detail) });
      else recall(reading);
    }
  }
  leave();
  return { findings, gaps };
}

/** How near to its beginning a window can't judge by itself, since what stands before is cut off. */
const MARGIN = 256;

/** A window, and what was seen in it: all of it, or only what was told. */
type Window = { readonly fragment: Fragment; readonly isComplete: boolean; /** In order, and the length of the longest. */ readonly seen: readonly Seen[]; readonly longest: number };

/** Findings of one kind, and how many more there are. */
type Kept = { readonly findings: FindingDraft[]; more: number };

/** What has been found in the place that is being read. */
class PlaceMemory {
  #last: Window | undefined;
  /** By kind. */
  readonly #kept = new Map<string, Kept>();

  /** Whether the fragment's beginning was the last one's overlap. */
  continues({ place, start }: Fragment): boolean {
    const last = this.#last?.fragment;
    return last !== undefined && start > 0 && last.start + last.owned === start && (last.place === place || JSON.stringify(last.place) === JSON.stringify(place));
  }

  add(inspected: Inspected, fragment: Fragment): void {
    const { findings, seen = findings.map(toSeen), counted = [] } = inspected;
    const before = this.continues(fragment) ? this.#last : undefined;
    findings.forEach((finding, index) => {
      if (before && isKnown(seen[index] ?? toSeen(finding), before, fragment)) return;
      const kept = this.#keep(kindOf(finding));
      if (kept.findings.length < MAX_TOLD) kept.findings.push(finding);
      else kept.more++;
    });
    for (const { kind, count } of counted) this.#keep(kind).more += count;
    for (const one of seen) if (one.kind !== undefined && !(before && isKnown(one, before, fragment))) this.#keep(one.kind).more++;
    const reach = fragment.start + fragment.owned;
    const across = seen.filter((one) => one.end > reach).sort((a, b) => a.start - b.start);
    this.#last = { fragment, isComplete: inspected.seen !== undefined, seen: across, longest: across.reduce((most, { start, end }) => Math.max(most, end - start), 0) };
  }

  leave(): FindingDraft[] {
    const findings = [...this.#kept.values()].flatMap(({ findings: kept, more }) => kept.map((finding, index) => (
      more > 0 && index === kept.length - 1 ? { ...finding, title: `${finding.title}, and ${more} more in this place` } : finding)));
    this.#kept.clear();
    this.#last = undefined;
    return findings;
  }

  #keep(kind: string): Kept {
    const kept = this.#kept.get(kind) ?? { findings: [], more: 0 };
    this.#kept.set(kind, kept);
    return kept;
  }
}

/** True for what the window before has told, and for what it saw no reason to tell though it saw more of what stands before. */
function isKnown({ start, end }: Seen, before: Window, fragment: Fragment): boolean {
  const reach = before.fragment.start + before.fragment.bytes.length;
  if (start >= reach) return false;
  const overlapping = findOverlapping(before, start, end);
  if (overlapping.length === 0) return before.isComplete && start < fragment.start + MARGIN && end <= reach;
  return overlapping.some((one) => one.told);
}

function findOverlapping({ seen, longest }: Window, start: number, end: number): Seen[] {
  let low = 0;
  for (let high = seen.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((seen[middle]?.start ?? 0) + longest <= start) low = middle + 1;
    else high = middle;
  }
  const found: Seen[] = [];
  for (let one = seen[low]; one !== undefined && one.start < end; one = seen[++low]) if (start < one.end) found.push(one);
  return found;
}

function toSeen(finding: FindingDraft): Seen {
  const start = "offset" in finding.location ? finding.location.offset ?? 0 : 0;
  return { start, end: start + 1, told: true };
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
