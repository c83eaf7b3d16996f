// The content detectors as one: fragments in, located findings out, and no text leaves without having been looked at.
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { redactSpans, type FindingDraft, type GapDraft, type Place } from "../finding/index.ts";
import type { Fragment } from "../reader/index.ts";
import { cardholderRules, createCardholderDetector } from "./cardholder/index.ts";
import { createCredentialDetector, credentialRules, readOwnRules, type RulesFile, type Setting } from "./credential/index.ts";
import type { Decoder, Detector, RuleInfo } from "./detector.ts";
import { createKnownDetector, type KnownValues } from "./known/index.ts";
import { Sifted, type Share, type SharedMemory, type Sieve, type Trays } from "./sieve/index.ts";
import { tell, type Told } from "./telling.ts";
import { lookInto, type Look } from "./view.ts";

/** Changes with the detectors' code, as the rules' digest changes with the rules. */
const DETECTORS = "3";

export type Inspected = Told & { readonly gaps: GapDraft[] };

export type Inspector = {
  /** How many rules there are, and a digest of them and of the detectors: equal means that equal bytes lead to equal findings. */
  readonly tool: { readonly count: number; readonly sha256: string };
  readonly rules: readonly RuleInfo[];
  /** The values that begin in the fragment's own part. */
  inspect(fragment: Fragment): FindingDraft[];
  /** The same, and what of the fragment could not be examined. */
  examine(fragment: Fragment): Inspected;
  /** The same for each of several fragments, which costs less than one after the other; a promise where others do the work. */
  examineAll(fragments: readonly Fragment[]): readonly Inspected[] | Promise<readonly Inspected[]>;
  /** Where fragments' bytes are held until `examineAll` has examined them where they lie; each call then takes all of a tray. */
  readonly trays?: Trays;
  /** How many calls of `examineAll` may be under way at a time; one where absent. */
  readonly lanes?: number;
  /** The text without the values in it: for paths, names and build steps that go into a report. */
  scrub(text: string): string;
};

export type InspectorOptions = {
  /** The user's own rules, in the gitleaks TOML format: the text of one file, or all that `collectRules` brought together. */
  readonly rules?: string | readonly RulesFile[];
  /** What one kind of input has besides credentials and cardholder data, and encodings that only occur there. */
  readonly detectors?: readonly Detector[];
  readonly decoders?: readonly Decoder[];
  /** Tells every value of a fragment, for those who judge each; else of many by one rule the first ones are told and the others counted. */
  readonly tellAll?: boolean;
  /** Fingerprints of values that are known; plain data, as a worker takes it. */
  readonly known?: KnownValues | undefined;
  /** The memory of an inspector with the same options in another thread. */
  readonly shared?: SharedMemory | undefined;
};

/** What is said of a fragment, and its index; nothing is said of the others. */
export type Said = readonly [index: number, inspected: Inspected];

/** One that works on the trays of another thread's inspector. */
export type TrayInspector = Inspector & {
  /** `fragmentAt` gives one of the tray's fragments; it is asked for few of them. */
  examineTray(at: number, lengths: ArrayLike<number>, fragmentAt: (index: number) => Fragment): Said[];
};

/** Throws InputError for rules that cannot be used. */
export function createInspector(options: InspectorOptions = {}): TrayInspector {
  const { decoders = [], known } = options;
  const detectors = [...(known ? [createKnownDetector(known)] : []), ...(options.detectors ?? [])];
  const own = toOwnRules(options.rules);
  const credential = createCredentialDetector(credentialRules, own, options.shared);
  const cardholder = createCardholderDetector();
  const extra = detectors.flatMap((detector) => detector.rules);
  const rules: readonly RuleInfo[] = [...credential.rules, ...cardholderRules, ...extra];
  const sha256 = createHash("sha256").update(JSON.stringify([DETECTORS, credential.rules, own, cardholderRules, extra, decoders.map(({ name }) => name), ...(known ? [known.id] : [])])).digest("hex");

  const { sieve } = credential;
  const looksAlways = credential.always || detectors.length > 0 || decoders.length > 0;
  const lookWith = (setting: Setting): Look => ({
    sieve, decoders, always: looksAlways,
    see: (bytes, sifted) => {
      const { matches, late, unexamined } = credential.propose(bytes, setting, sifted);
      return { matches: matches.concat(cardholder.find(bytes, sifted), ...detectors.map((detector) => detector.find(bytes, sifted))), ...(late && { late }), unexamined };
    },
  });
  const examine = (fragment: Fragment, sifted = sieve.sift(fragment.bytes)): Inspected => {
    if (sifted.isEmpty && !looksAlways) return NOTHING;
    const { sightings, skipped } = lookInto(fragment.bytes, lookWith(toSetting(fragment.place)), sifted);
    const gaps = skipped.map(({ bytes, reason }): GapDraft => ({ reason, location: { ...fragment.place, line: fragment.line, offset: fragment.start }, detail: details[reason], bytes }));
    return { ...tell(sightings, fragment, options.tellAll ?? false), gaps };
  };
  const scrub = (text: string): string => {
    if (text.length < 8) return text;
    const bytes = Buffer.from(text, "utf8");
    const { sightings } = lookInto(bytes, lookWith({ trusted: true }));
    const toIndex = (offset: number) => (bytes.length === text.length ? offset : bytes.subarray(0, offset).toString("utf8").length);
    return redactSpans(text, sightings.map(({ start, end, match }) => ({ start: toIndex(start), end: toIndex(end), preview: match.preview })));
  };
  const together = createTogether(sieve, examine, looksAlways);
  return { tool: { count: rules.length, sha256 }, rules, inspect: (fragment) => examine(fragment).findings, examine: (fragment) => examine(fragment), ...together, scrub };
}

const NOTHING: Inspected = { findings: [], gaps: [], seen: [] };

type Examine = (fragment: Fragment, sifted?: Sifted) => Inspected;

/** Many fragments at a time: `looksAlways` where also those are to be looked at in which the sieve found nothing. */
function createTogether(sieve: Sieve, examine: Examine, looksAlways: boolean): Pick<TrayInspector, "trays" | "examineTray" | "examineAll"> {
  const { trays } = sieve;
  const examineShares = (shares: readonly Share[], count: number, fragmentAt: (index: number) => Fragment): Said[] => {
    const looked = looksAlways ? withEmpty(shares, count) : shares;
    return looked.map(([index, sifted]): Said => [index, examine(fragmentAt(index), sifted)]).filter(([, inspected]) => !isSilent(inspected));
  };
  const examineTray: TrayInspector["examineTray"] = (at, lengths, fragmentAt) => examineShares(sieve.siftTray(at, lengths), lengths.length, fragmentAt);
  const examineAll = (fragments: readonly Fragment[]): Inspected[] => {
    const texts = fragments.map(({ bytes }) => bytes);
    const tray = trays.close(texts);
    const shares = tray ? sieve.siftTray(tray.at, texts.map(({ length }) => length)) : sieve.siftAll(texts);
    const said = examineShares(shares, fragments.length, (index) => fragments[index] as Fragment);
    if (tray) trays.release(tray);
    return spread(said, fragments.length);
  };
  return { trays, examineTray, examineAll };
}

function isSilent({ findings, gaps, seen }: Inspected): boolean {
  return findings.length === 0 && gaps.length === 0 && (seen?.length ?? 0) === 0;
}

/** What was said, at each fragment's own place. */
export function spread(said: readonly Said[], count: number): Inspected[] {
  const inspected = Array.from({ length: count }, () => NOTHING);
  for (const [index, one] of said) inspected[index] = one;
  return inspected;
}

function withEmpty(shares: readonly Share[], count: number): Share[] {
  const known = new Map(shares);
  return Array.from({ length: count }, (_, index) => [index, known.get(index) ?? new Sifted()]);
}

function toOwnRules(rules: InspectorOptions["rules"]) {
  return rules === undefined ? undefined : readOwnRules(typeof rules === "string" ? [{ name: "the rules file", text: rules }] : rules);
}

const details = {
  "work-limit": "matching used up its budget in this window",
  "depth-limit": "encodings are nested deeper than the limit",
  "ratio-limit": "an encoded stream expands beyond the limit",
} as const;

/** Metadata of an image are settings; a file may be anything. */
function toSetting(place: Place): Setting {
  if (place.kind === "log") return { path: place.file };
  const trusted = place.part !== "file" && place.part !== "attestation";
  return { trusted, isName: place.part === "file-name", ...(place.path !== undefined && { path: place.path }) };
}
