// Turns a parsed expression into instructions over bytes, as Thompson's construction does: the size is bounded, and matching is linear in it.
import { PatternError } from "./classes.ts";
import { LAST, toByteSequences, type Range } from "./code-points.ts";
import { readExpression, type AssertionKind, type Node } from "./syntax.ts";

export type Instruction =
  /** Eats one byte of the set. */
  | { readonly op: "byte"; readonly set: Uint8Array; next: number }
  /** Both ways; the first is preferred. */
  | { readonly op: "split"; next: number; other: number }
  | { readonly op: "save"; readonly slot: number; next: number }
  | { readonly op: "assert"; readonly test: AssertionKind; next: number }
  | { readonly op: "match" };

export type Program = {
  readonly code: readonly Instruction[];
  /** Where a search begins, and where a match that must begin here does. */
  readonly search: number;
  readonly start: number;
  readonly groups: number;
};

/** Instructions of one expression; Go refuses what would grow much beyond this as well. */
const LARGEST = 30_000;

/** Throws PatternError for an expression that RE2 has not or that is too large. */
export function compilePattern(source: string): Program {
  const { root, groups } = readExpression(source);
  const compiler = new Compiler();
  const match = compiler.add({ op: "match" });
  const end = compiler.add({ op: "save", slot: 1, next: match });
  const body = compiler.node(root, end);
  const start = compiler.add({ op: "save", slot: 0, next: body });
  const search = compiler.add({ op: "split", next: start, other: 0 });
  const skip = compiler.add({ op: "byte", set: new Uint8Array(256).fill(1), next: search });
  compiler.patch(search, skip);
  return { code: compiler.code, search, start, groups };
}

class Compiler {
  readonly code: Instruction[] = [];

  add(instruction: Instruction): number {
    if (this.code.length >= LARGEST) throw new PatternError(`is larger than ${LARGEST} steps; count less`);
    return this.code.push(instruction) - 1;
  }

  patch(at: number, other: number): void {
    const instruction = this.code[at];
    if (instruction?.op === "split") instruction.other = other;
  }

  /** Where the node begins, if it goes on at `next`. */
  node(node: Node, next: number): number {
    switch (node.kind) {
      case "set": return this.#set(node.points, next);
      case "sequence": return node.items.toReversed().reduce((after, item) => this.node(item, after), next);
      case "choice": return node.items.toReversed().reduce((other, item, index) => (index === 0 ? this.node(item, next) : this.#split(this.node(item, next), other)), next);
      case "repetition": return this.#repetition(node, next);
      case "group": {
        const end = this.add({ op: "save", slot: node.index * 2 + 1, next });
        return this.add({ op: "save", slot: node.index * 2, next: this.node(node.item, end) });
      }
      case "assertion": return this.add({ op: "assert", test: node.test, next });
      default: return node satisfies never;
    }
  }

  #split(next: number, other: number): number {
    return this.add({ op: "split", next, other });
  }

  #set(points: readonly Range[], next: number): number {
    const single = new Uint8Array(256);
    const longer = toByteSequences(points).filter((sequence) => {
      const [only] = sequence;
      if (sequence.length > 1 || !only || only[0] > 0x7f) return true;
      single.fill(1, only[0], only[1] + 1);
      return false;
    });
    const first = this.add({ op: "byte", set: single, next });
    if (longer.length === 0) return first;
    // Whatever is not ASCII: any sequence, or a byte that is part of none.
    const sequences = points.some(([from, to]) => from <= 0x80 && to >= LAST) ? everything : longer;
    let other = this.#bytes(sequences.at(-1) ?? [], next);
    for (const sequence of sequences.slice(0, -1).toReversed()) other = this.#split(this.#bytes(sequence, next), other);
    return this.#split(first, other);
  }

  #bytes(sequence: readonly Range[], next: number): number {
    return sequence.toReversed().reduce((after, [from, to]) => this.add({ op: "byte", set: new Uint8Array(256).fill(1, from, to + 1), next: after }), next);
  }

  #repetition({ item, least, most, greedy }: Extract<Node, { kind: "repetition" }>, next: number): number {
    const choose = (body: number, after: number) => (greedy ? this.#split(body, after) : this.#split(after, body));
    let after = next;
    if (most === Infinity) {
      const loop = this.#split(0, 0);
      const body = this.node(item, loop);
      this.code[loop] = greedy ? { op: "split", next: body, other: next } : { op: "split", next, other: body };
      after = loop;
      if (least > 0) after = this.node(item, loop);
      for (let count = 1; count < least; count++) after = this.node(item, after);
      return after;
    }
    for (let count = least; count < most; count++) after = choose(this.node(item, after), next);
    for (let count = 0; count < least; count++) after = this.node(item, after);
    return after;
  }
}

const everything: readonly (readonly Range[])[] = [
  [[0xc2, 0xdf], [0x80, 0xbf]], [[0xe0, 0xef], [0x80, 0xbf], [0x80, 0xbf]], [[0xf0, 0xf4], [0x80, 0xbf], [0x80, 0xbf], [0x80, 0xbf]], [[0x80, 0xff]],
];
