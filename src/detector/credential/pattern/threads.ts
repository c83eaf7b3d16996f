// Runs all ways through a program at once, the preferred ones first (Pike's machine): gives a match and its groups in time linear in the text.
import type { Instruction, Program } from "./program.ts";
import type { AssertionKind } from "./syntax.ts";

/** Start and end of the match and of each group; -1 where a group took no part. */
export type Slots = Int32Array;
/** Steps that are left; a search that needs more throws WorkLimit. */
export type Work = { left: number };

export class WorkLimit extends Error {
  override readonly name = "WorkLimit";
}

type Thread = { readonly at: number; readonly slots: Slots };

/** The leftmost match that begins at `from` or later, the preferred one of those. */
export function findMatch(program: Program, bytes: Uint8Array, { from, work }: { from: number; work: Work }): Slots | undefined {
  const width = (program.groups + 1) * 2;
  let current: Thread[] = [{ at: program.search, slots: new Int32Array(width).fill(-1) }];
  let best: Slots | undefined;
  for (let offset = from; current.length > 0 && offset <= bytes.length; offset++) {
    const step = new Step(program.code, bytes, offset);
    for (const thread of current) {
      best = step.follow(thread) ?? best;
      if (step.matched) break;
    }
    work.left -= step.seen.size * (1 + (width >> 4));
    if (work.left < 0) throw new WorkLimit("matching used up its budget");
    current = step.next;
  }
  return best;
}

/** One position: what threads reach there without eating, and what they are behind the next byte. */
class Step {
  readonly next: Thread[] = [];
  readonly seen = new Set<number>();
  matched = false;
  readonly #code: readonly Instruction[];
  readonly #bytes: Uint8Array;
  readonly #offset: number;

  constructor(code: readonly Instruction[], bytes: Uint8Array, offset: number) {
    this.#code = code;
    this.#bytes = bytes;
    this.#offset = offset;
  }

  /** The slots of a match that ends here. */
  follow(thread: Thread): Slots | undefined {
    const stack: Thread[] = [thread];
    for (let top = stack.pop(); top; top = stack.pop()) {
      if (this.seen.has(top.at)) continue;
      this.seen.add(top.at);
      const instruction = this.#code[top.at]!;
      if (instruction.op === "match") {
        this.matched = true;
        return top.slots;
      }
      if (instruction.op === "split") stack.push({ at: instruction.other, slots: top.slots });
      if (instruction.op === "byte") this.#eat(instruction, top);
      else if (instruction.op !== "assert" || holds(instruction.test, this.#bytes, this.#offset)) stack.push({ at: instruction.next, slots: this.#save(instruction, top) });
    }
    return undefined;
  }

  #eat({ set, next }: Extract<Instruction, { op: "byte" }>, { slots }: Thread): void {
    const byte = this.#bytes[this.#offset];
    if (byte !== undefined && set[byte] === 1) this.next.push({ at: next, slots });
  }

  #save(instruction: Instruction, { slots }: Thread): Slots {
    if (instruction.op !== "save") return slots;
    const copy = slots.slice();
    copy[instruction.slot] = this.#offset;
    return copy;
  }
}

/** Whether an assertion holds between the byte before `offset` and the one at it. */
function holds(test: AssertionKind, bytes: Uint8Array, offset: number): boolean {
  return holdsBetween(test, offset === 0 ? EDGE : bytes[offset - 1]!, offset >= bytes.length ? EDGE : bytes[offset]!);
}

/** Stands for no byte: before the first and behind the last one. */
export const EDGE = 256;

export function holdsBetween(test: AssertionKind, before: number, after: number): boolean {
  switch (test) {
    case "text-start": return before === EDGE;
    case "text-end": return after === EDGE;
    case "line-start": return before === EDGE || before === 0x0a;
    case "line-end": return after === EDGE || after === 0x0a;
    case "word-edge": return isWord(before) !== isWord(after);
    case "no-word-edge": return isWord(before) === isWord(after);
    default: return test satisfies never;
  }
}

export function isWord(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || (byte >= 0x61 && byte <= 0x7a);
}
