// The same program as a deterministic automaton that is built while it runs: finds where matches end, at one look-up a byte.
import type { Instruction, Program } from "./program.ts";
import { EDGE, holdsBetween, isWord, WorkLimit, type Work } from "./threads.ts";

/** Where the match may begin at the earliest, and where it ends. */
export type Extent = { readonly from: number; readonly end: number };

/** States that are kept; a program that makes more begins anew. */
const MOST_STATES = 2000;
/** What a byte costs beside the making of a state. */
const BYTES_A_STEP = 64;

/** Ways that are open, in order of preference, and what stood before them. */
type State = { readonly ways: readonly number[]; readonly before: number; readonly isInitial: boolean; readonly moves: Int32Array };

const MATCHED = 1 << 30;
const UNKNOWN = 0;

export class Automaton {
  readonly #program: Program;
  readonly #classes: { readonly of: Uint8Array; readonly sample: readonly number[] };
  readonly #stepper: Stepper;
  #states: State[] = [];
  #ids = new Map<string, number>();

  constructor(program: Program) {
    this.#program = program;
    this.#classes = toClasses(program.code);
    this.#stepper = new Stepper(program.code);
    this.#clear();
  }

  /** The first match that begins at `from` or later. Throws WorkLimit. */
  find(bytes: Uint8Array, from: number, work: Work): Extent | undefined {
    const { of } = this.#classes;
    let id = this.#id([this.#program.search], from === 0 ? EDGE : bytes[from - 1]!);
    let begin = from;
    let end = -1;
    let at = from;
    for (; at <= bytes.length; at++) {
      const state = this.#states[id]!;
      if (state.isInitial) begin = at;
      const kind = at === bytes.length ? of.length - 1 : bytes[at]!;
      let move = state.moves[of[kind]!]!;
      if (move === UNKNOWN) move = this.#move(state, of[kind]!, work);
      if ((move & MATCHED) !== 0) end = at;
      id = move & ~MATCHED;
      if (id === DEAD) break;
    }
    work.left -= Math.ceil((at - from) / BYTES_A_STEP);
    return end < 0 ? undefined : { from: begin, end };
  }

  #move(state: State, kind: number, work: Work): number {
    const after = this.#classes.sample[kind]!;
    const { ways, matched, cost } = this.#stepper.step(state, after);
    work.left -= cost;
    if (work.left < 0) throw new WorkLimit("matching used up its budget");
    if (this.#states.length >= MOST_STATES) this.#clear();
    const next = (ways.length === 0 ? DEAD : this.#id(ways, after)) | (matched ? MATCHED : 0);
    state.moves[kind] = next;
    return next;
  }

  #id(ways: readonly number[], before: number): number {
    const edge = toEdge(before);
    const key = `${edge}:${ways.join()}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const isInitial = ways.length === 1 && ways[0] === this.#program.search;
    const id = this.#states.push({ ways, before: edge, isInitial, moves: new Int32Array(this.#classes.sample.length) }) - 1;
    this.#ids.set(key, id);
    return id;
  }

  /** The first two numbers stand for no state: for unknown, and for the one without any way. */
  #clear(): void {
    const none: State = { ways: [], before: EDGE, isInitial: false, moves: new Int32Array(0) };
    this.#states = [none, none];
    this.#ids = new Map();
  }
}

const DEAD = 1;

/** One byte of each kind that assertions tell apart. */
function toEdge(before: number): number {
  if (before === EDGE || before === 0x0a) return before;
  return isWord(before) ? 0x61 : 0x20;
}

/** Marks of instructions that were reached, wiped by counting on. */
class Marks {
  readonly #marks: Uint32Array;
  #round = 0;

  constructor(size: number) {
    this.#marks = new Uint32Array(size);
  }

  begin(): void {
    this.#round++;
  }

  /** False where it has been reached in this round before. */
  reach(at: number): boolean {
    if (this.#marks[at] === this.#round) return false;
    this.#marks[at] = this.#round;
    return true;
  }
}

/** What the ways of a state come to behind the byte `after`. */
class Stepper {
  readonly #code: readonly Instruction[];
  readonly #seen: Marks;
  readonly #taken: Marks;

  constructor(code: readonly Instruction[]) {
    this.#code = code;
    this.#seen = new Marks(code.length);
    this.#taken = new Marks(code.length);
  }

  step({ ways, before }: State, after: number): { ways: number[]; matched: boolean; cost: number } {
    this.#seen.begin();
    this.#taken.begin();
    const next: number[] = [];
    const stack = ways.toReversed();
    let cost = 0;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (!this.#seen.reach(at)) continue;
      cost++;
      const instruction = this.#code[at]!;
      if (instruction.op === "match") return { ways: next, matched: true, cost };
      if (instruction.op === "byte") {
        if (after !== EDGE && instruction.set[after] === 1 && this.#taken.reach(instruction.next)) next.push(instruction.next);
        continue;
      }
      if (instruction.op === "split") stack.push(instruction.other);
      if (instruction.op !== "assert" || holdsBetween(instruction.test, before, after)) stack.push(instruction.next);
    }
    return { ways: next, matched: false, cost };
  }
}

/** Bytes that no instruction tells apart are of one class; the last entry stands for the end. */
function toClasses(code: readonly Instruction[]): { of: Uint8Array; sample: number[] } {
  const tables = [...new Set(code.flatMap((instruction) => (instruction.op === "byte" ? [instruction.set] : [])))];
  const distinct = [...new Map(tables.map((set) => [set.join(""), set])).values()];
  const of = new Uint8Array(257);
  const sample: number[] = [];
  const known = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const key = `${toEdge(byte)}:${distinct.map((set) => set[byte]).join("")}`;
    let kind = known.get(key);
    if (kind === undefined) {
      kind = sample.push(byte) - 1;
      known.set(key, kind);
    }
    of[byte] = kind;
  }
  of[256] = Math.min(255, sample.push(EDGE) - 1);
  return { of, sample };
}
