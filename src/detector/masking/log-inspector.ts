// An inspector that knows logs: steps, what only a whole log shows, and lines that an archive holds twice.
import type { FindingDraft, LogPlace } from "../../finding/index.ts";
import type { Fragment } from "../../reader/index.ts";
import { createInspector, type Inspected, type Inspector, type InspectorOptions } from "../inspector.ts";
import type { KnownValues } from "../known/index.ts";
import { CopyMemory } from "./copies.ts";
import { logDecoders } from "./disguise/log-decoders.ts";
import { LogWatch } from "./log-watch.ts";
import { maskingDetector } from "./masking-detector.ts";
import { logRules, maskedInCommandLine, maskedInHeader, maskedInUrl } from "./rules.ts";

const nearMisses = new Set([maskedInCommandLine.id, maskedInHeader.id, maskedInUrl.id]);
const MAX_TITLE = 80;

/**
 * Inspects the windows of logs, each log's in order. `rules`: the user's own, in the gitleaks TOML format; `known`: fingerprints; `without`: detectors and
 * decoders of logs to leave out, for proofs that their absence shows.
 */
export function createLogInspector(options: { readonly rules?: InspectorOptions["rules"] | undefined; readonly known?: KnownValues | undefined; readonly without?: readonly string[] } = {}): Inspector {
  const decoders = logDecoders.filter(({ name }) => !options.without?.includes(name));
  const detectors = options.without?.includes("masking") ? [] : [maskingDetector];
  const inner = createInspector({ ...(options.rules !== undefined && { rules: options.rules }), known: options.known, detectors, decoders, tellAll: true });
  const reading = new LogInspection(inner);
  return {
    ...inner,
    tool: { count: inner.tool.count + logRules.length, sha256: inner.tool.sha256 },
    rules: [...inner.rules, ...logRules],
    inspect: (fragment) => reading.examine(fragment).findings,
    examine: (fragment) => reading.examine(fragment),
    examineAll: (fragments) => fragments.map((fragment) => reading.examine(fragment)),
  };
}

/** The state between windows. */
class LogInspection {
  readonly #inner: Inspector;
  readonly #copies = new CopyMemory();
  #watch = new LogWatch();
  /** Near misses that have been told, by rule and step: one tells the step's author everything. */
  #told = new Set<string>();
  #steps: { readonly line: number; readonly title: string }[] = [];

  constructor(inner: Inspector) {
    this.#inner = inner;
  }

  examine(fragment: Fragment): Inspected {
    const { place } = fragment;
    if (place.kind !== "log") return this.#inner.examine(fragment);
    if (fragment.start === 0) this.#begin();
    for (const mark of fragment.marks ?? []) if (mark.kind === "run") this.#steps.push({ line: mark.line, title: this.#toTitle(mark.title) });
    const { findings, gaps } = this.#inner.examine(fragment);
    this.#watch.see(fragment);
    const isLast = fragment.owned === fragment.bytes.length;
    const all = [...findings, ...(isLast ? this.#watch.conclude(place) : [])].map((finding) => this.#locate(finding, place));
    const kept = all.filter((finding) => this.#isWorthTelling(finding) && !this.#copies.isCopy(finding, fragment));
    this.#steps = this.#steps.slice(-1);
    return { findings: kept, gaps };
  }

  #begin(): void {
    this.#watch = new LogWatch();
    this.#told = new Set();
    this.#steps = [];
  }

  /** A job's own log names its steps only by what they ran. */
  #locate(finding: FindingDraft, place: LogPlace): FindingDraft {
    const { location } = finding;
    if (location.kind !== "log" || place.step !== undefined) return finding;
    const step = this.#steps.findLast(({ line }) => line <= (location.line ?? 0))?.title;
    return step === undefined ? finding : { ...finding, location: { ...location, step } };
  }

  #isWorthTelling({ ruleId, location }: FindingDraft): boolean {
    if (!nearMisses.has(ruleId)) return true;
    const key = `${ruleId} ${location.kind === "log" ? (location.step ?? "") : ""}`;
    if (this.#told.has(key)) return false;
    this.#told.add(key);
    return true;
  }

  #toTitle(title: string): string {
    const clean = this.#inner.scrub(title).trim();
    return clean.length > MAX_TITLE ? `${clean.slice(0, MAX_TITLE - 1)}…` : clean;
  }
}
