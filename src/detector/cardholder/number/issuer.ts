// Issuer identification numbers in use, ISO/IEC 7812: which networks own which leading digits, and how long their numbers are.
import type { Digits } from "./digits.ts";

export type Network = {
  readonly name: string;
  /** Leading digits from…to, inclusive, both of the same length. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly lengths: readonly number[];
  /** Lengths that are so rare, or so common among other numbers, that they need more evidence than their digits. */
  readonly doubtful?: readonly number[];
  /** The network has issued numbers whose last digit is no check digit. */
  readonly unchecked?: boolean;
};

/** Narrow ranges stand before the wide ones that hold them. */
const networks: readonly Network[] = [
  { name: "American Express", ranges: [[34, 34], [37, 37]], lengths: [15] },
  { name: "Mir", ranges: [[2200, 2204]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
  { name: "Mastercard", ranges: [[51, 55], [2221, 2720]], lengths: [16] },
  { name: "JCB", ranges: [[3528, 3589]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
  { name: "Diners Club", ranges: [[300, 305], [3095, 3095], [36, 36], [38, 39]], lengths: [14, 15, 16, 17, 18, 19], doubtful: [14, 15, 16, 17, 18, 19] },
  { name: "Hipercard", ranges: [[606282, 606282], [637095, 637095], [637568, 637568], [637599, 637599], [637609, 637609], [637612, 637612]], lengths: [16] },
  { name: "Elo", ranges: [[401178, 401179], [431274, 431274], [438935, 438935], [451416, 451416], [457393, 457393], [457631, 457632], [504175, 504175], [506699, 506778], [509000, 509999], [627780, 627780], [636297, 636297], [636368, 636368], [650031, 650033], [650035, 650051], [650405, 650439], [650485, 650538], [650541, 650598], [650700, 650718], [650720, 650727], [650901, 650978], [651652, 651679], [655000, 655019], [655021, 655058]], lengths: [16] },
  { name: "RuPay", ranges: [[508500, 508999], [606985, 607984], [608001, 608500], [652150, 653149], [817200, 820199], [353800, 353999], [356000, 356999]], lengths: [16] },
  { name: "Visa", ranges: [[4, 4]], lengths: [13, 16, 19], doubtful: [13, 19] },
  { name: "Discover", ranges: [[6011, 6011], [644, 649], [65, 65]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
  { name: "UnionPay", ranges: [[62, 62], [810, 817]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19], unchecked: true },
  { name: "Verve", ranges: [[506099, 506198], [507865, 507964]], lengths: [16, 18, 19], doubtful: [18, 19] },
  { name: "Troy", ranges: [[9792, 9792]], lengths: [16] },
  { name: "Dankort", ranges: [[5019, 5019]], lengths: [16] },
  { name: "Humo", ranges: [[9860, 9860]], lengths: [16] },
  { name: "Uzcard", ranges: [[8600, 8600], [5614, 5614]], lengths: [16] },
  { name: "Maestro", ranges: [[5018, 5018], [5020, 5020], [5038, 5038], [5893, 5893], [6304, 6304], [6759, 6759], [6761, 6763], [6771, 6774]], lengths: [13, 14, 15, 16, 17, 18, 19], doubtful: [13, 14, 15, 17, 18, 19] },
  { name: "Maestro", ranges: [[500, 509], [56, 58], [60, 61], [63, 64], [66, 69]], lengths: [13, 14, 15, 16, 17, 18, 19], doubtful: [13, 14, 15, 16, 17, 18, 19] },
];

export type Issue = { readonly network: string; readonly doubtful: boolean; readonly unchecked: boolean };

/** As long as the longest range's digits. */
const LEADING = 6;
type Range = { readonly from: number; readonly to: number; /** By length of the number. */ readonly issues: readonly (Issue | undefined)[] };

/** Ranges of six leading digits. */
const ranges: readonly Range[] = networks.flatMap((network) => network.ranges.map(([from, to]) => {
  const scale = 10 ** (LEADING - String(from).length);
  return { from: from * scale, to: (to + 1) * scale - 1, issues: issuesOf(network) };
}));

function issuesOf(network: Network): (Issue | undefined)[] {
  return Array.from({ length: 20 }, (_, length) => (network.lengths.includes(length)
    ? { network: network.name, doubtful: network.doubtful?.includes(length) ?? false, unchecked: network.unchecked ?? false } : undefined));
}

/** The ranges that numbers may be in that begin with the same four digits. */
const byFour = Array.from({ length: 10_000 }, (): Range[] => []);
for (const range of ranges) for (let four = Math.floor(range.from / 100); four * 100 <= range.to; four++) byFour[four]?.push(range);

/** Who may have issued the number; undefined for nobody. */
export function issuerOf({ leading, length }: Digits): Issue | undefined {
  for (const { from, to, issues } of byFour[Math.floor(leading / 100)] ?? []) {
    const issue = leading >= from && leading <= to ? issues[length] : undefined;
    if (issue) return issue;
  }
  return undefined;
}
