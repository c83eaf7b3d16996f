// One look at each character of a value, which answers what judgements ask of it: a place may hold a million values, and each is asked a dozen questions.
import { COLON, COMMON, DOT, LESS, LETTER, OPENING, pairKinds, SLASH, traits } from "./traits.ts";

/** Three characters of everything that expressions about placeholders look for, and of what those about references look for: most values hold none of them, and need no look. */
const standIns = "exa pla cha rep red you her my_ my- tod fix und dea foo xxx *** ... abc qwe asd 123 not fak moc dum sam inv tes pas pa$ pa5 p@s p@$ p@5 p4s p4$ p45 s3c pwd sec tok key cre";
const lookups = "get env";
const STAND_IN = 1;
const LOOKUP = 2;
/** By the hash of three characters, of which the last ones count most. */
const triples = new Uint8Array(1 << 15);
for (const [words, bit] of [[standIns, STAND_IN], [lookups, LOOKUP]] as const) for (const word of words.split(" ")) triples[Array.from(word).reduce((before, character) => hash(before, character.charCodeAt(0)), 0)]! |= bit;

/** Lower case and upper case are the same; so are a few signs, which leads to no more than a needless look. */
function hash(before: number, code: number): number {
  return ((before << 5) ^ (code | 0x20)) & 0x7fff;
}

/** Next to no character. */
const FAR = 1 << 10;

/** References have their dots and slashes near an end. */
const NEAR_START = 8;
const NEAR_END = 6;

/** The codes of the value that is looked at; 255 also stands for what is no byte. */
let codes = new Uint8Array(1 << 12);
const seen = new Uint8Array(256);

class Survey {
  length = 0;
  /** Bits that some character has, and those that all have. */
  #any = 0;
  #all = 0;
  digits = 0;
  /** How many of `-._/`. */
  separators = 0;
  /** Pairs of neighbouring letters, and how many of them language likes. */
  pairs = 0;
  common = 0;
  /** How many characters are the same as the one before or next to it, and how many follow the longest row's first one. */
  steps = 0;
  row = 0;
  distinct = 0;
  #says = 0;
  /** A dot or a slash stands where references have them. */
  #isPointed = false;
  #value = "";

  /** Takes stock of a value; at once where it was the last one. */
  of(value: string): this {
    if (value === this.#value) return this;
    this.#value = value;
    this.length = value.length;
    if (value.length > codes.length) codes = new Uint8Array(value.length * 2);
    let isWide = false;
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code > 0xff) isWide = true;
      codes[at] = Math.min(code, 0xff);
    }
    this.#countKinds();
    this.#countSteps();
    if (isWide) this.#says = STAND_IN | LOOKUP;
    return this;
  }

  /** Of lower case, upper case, digits and other characters, how many occur. */
  get kinds(): number {
    const any = this.#any;
    return ((any >> 5) & 1) + ((any >> 6) & 1) + ((any >> 7) & 1) + ((any >> 8) & 1);
  }

  consistsOf(trait: number): boolean {
    return (this.#all & trait) !== 0;
  }

  holds(trait: number): boolean {
    return (this.#any & trait) !== 0;
  }

  /** False where no expression about placeholders can match. */
  get mayStandIn(): boolean {
    return (this.#says & STAND_IN) !== 0 || this.holds(LESS);
  }

  /** False where no expression about references can match. */
  get mayRefer(): boolean {
    return (this.#says & LOOKUP) !== 0 || this.#isPointed || this.holds(OPENING | COLON) || beginsReference(codes[0]!) || (this.holds(SLASH) && this.#value.endsWith("aws4_request"));
  }

  #countKinds(): void {
    const { length } = this;
    let any = 0;
    let all = -1;
    let digits = 0;
    let separators = 0;
    let pairs = 0;
    let common = 0;
    let letter = 0;
    let isPointed = false;
    for (let at = 0; at < length; at++) {
      const trait = traits[codes[at]!]!;
      any |= trait;
      all &= trait;
      digits += (trait >> 7) & 1;
      separators += (trait >> 15) & 1;
      const pair = pairKinds[(letter << 5) | (trait & LETTER)]!;
      letter = trait & LETTER;
      pairs += pair >> 1;
      common += pair & COMMON;
      if ((trait & (DOT | SLASH)) !== 0 && (at <= NEAR_START || ((trait & DOT) !== 0 && at >= length - NEAR_END))) isPointed = true;
    }
    this.#any = any;
    this.#all = all;
    this.digits = digits;
    this.separators = separators;
    this.pairs = pairs;
    this.common = common;
    this.#isPointed = isPointed;
  }

  #countSteps(): void {
    let steps = 0;
    let row = 0;
    let longest = 0;
    let distinct = 0;
    let says = 0;
    let triple = 0;
    let before = -FAR;
    seen.fill(0);
    for (let at = 0; at < this.length; at++) {
      const code = codes[at]!;
      const step = code - before;
      if (step >= -1 && step <= 1) {
        steps++;
        row = step === 0 && code !== 0x0a && code !== 0x0d ? row + 1 : 0;
        if (row > longest) longest = row;
      } else row = 0;
      distinct += 1 - seen[code]!;
      seen[code] = 1;
      triple = hash(triple, code);
      says |= triples[triple]!;
      before = code;
    }
    this.steps = steps;
    this.row = longest;
    this.distinct = distinct;
    this.#says = says;
  }
}

/** Signs that only references begin with: $ % @ ! & _ */
function beginsReference(code: number): boolean {
  return code === 0x24 || code === 0x25 || code === 0x40 || code === 0x21 || code === 0x26 || code === 0x5f;
}

const last = new Survey();

/** What is to be known of a value; to be read at once, since the next value's is kept in the same place. */
export function surveyOf(value: string): Survey {
  return last.of(value);
}
