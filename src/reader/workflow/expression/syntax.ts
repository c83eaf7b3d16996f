// The syntax tree of an expression of GitHub Actions. Names and properties are folded to lower case, since GitHub compares them without
// case; `spelt` is how the file has them, which alone may go into messages: a folded credential would pass for harmless.
import { toTokens, type Token } from "./token.ts";

export type BinaryOperator = "&&" | "||" | "==" | "!=" | "<" | "<=" | ">" | ">=";
export type Expression =
  | { readonly kind: "literal"; readonly value: null | boolean | number | string }
  | { readonly kind: "context"; readonly name: string; readonly spelt: string }
  | { readonly kind: "property"; readonly of: Expression; readonly name: string; readonly spelt: string }
  | { readonly kind: "index"; readonly of: Expression; readonly by: Expression }
  | { readonly kind: "every"; readonly of: Expression }
  | { readonly kind: "call"; readonly name: string; readonly parameters: readonly Expression[] }
  | { readonly kind: "not"; readonly of: Expression }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression };

/** GitHub's own limits. */
const MAX_LENGTH = 21_000;
const MAX_DEPTH = 50;
const LEVELS: readonly (readonly BinaryOperator[])[] = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="]];

/** Undefined where the text is not an expression. */
export function parseExpression(text: string): Expression | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const tokens = toTokens(text);
  if (!tokens || tokens.length === 0) return undefined;
  const parser = new Parser(tokens);
  const expression = parser.binary(0, 0);
  return parser.isDone() ? expression : undefined;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  binary(level: number, depth: number): Expression | undefined {
    const operators = LEVELS[level];
    if (!operators) return this.#unary(depth);
    if (depth > MAX_DEPTH) return undefined;
    let left = this.binary(level + 1, depth);
    // A long chain makes a tree as deep as the chain is long: it counts as depth too.
    for (let chained = depth; left; chained++) {
      const operator = operators.find((candidate) => this.#peek() === candidate);
      if (!operator) return left;
      this.#at++;
      const right = chained > MAX_DEPTH ? undefined : this.binary(level + 1, depth + 1);
      left = right && { kind: "binary", operator, left, right };
    }
    return undefined;
  }

  #unary(depth: number): Expression | undefined {
    if (depth > MAX_DEPTH) return undefined;
    if (!this.#take("!")) return this.#postfix(depth);
    const of = this.#unary(depth + 1);
    return of && { kind: "not", of };
  }

  #postfix(depth: number): Expression | undefined {
    let of = this.#primary(depth);
    for (let steps = 0; of && steps <= MAX_DEPTH; steps++) {
      if (this.#take(".")) of = this.#dereference(of);
      else if (this.#take("[")) of = this.#index(of, depth);
      else return of;
    }
    return undefined;
  }

  #dereference(of: Expression): Expression | undefined {
    if (this.#take("*")) return { kind: "every", of };
    const token = this.#tokens[this.#at++];
    return token?.kind === "name" ? { kind: "property", of, name: token.text.toLowerCase(), spelt: token.text } : undefined;
  }

  #index(of: Expression, depth: number): Expression | undefined {
    if (this.#take("*")) return this.#take("]") ? { kind: "every", of } : undefined;
    const by = this.binary(0, depth + 1);
    if (!by || !this.#take("]")) return undefined;
    return by.kind === "literal" && typeof by.value === "string" ? { kind: "property", of, name: by.value.toLowerCase(), spelt: by.value } : { kind: "index", of, by };
  }

  #primary(depth: number): Expression | undefined {
    if (this.#take("(")) {
      const inner = this.binary(0, depth + 1);
      return inner && this.#take(")") ? inner : undefined;
    }
    const token = this.#tokens[this.#at++];
    if (token?.kind === "literal") return { kind: "literal", value: token.value };
    if (token?.kind !== "name") return undefined;
    return this.#take("(") ? this.#call(token.text.toLowerCase(), depth) : { kind: "context", name: token.text.toLowerCase(), spelt: token.text };
  }

  #call(name: string, depth: number): Expression | undefined {
    const parameters: Expression[] = [];
    if (this.#take(")")) return { kind: "call", name, parameters };
    for (;;) {
      const parameter = this.binary(0, depth + 1);
      if (!parameter) return undefined;
      parameters.push(parameter);
      if (this.#take(")")) return { kind: "call", name, parameters };
      if (!this.#take(",")) return undefined;
    }
  }

  #peek(): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === "mark" ? token.text : undefined;
  }

  #take(mark: string): boolean {
    if (this.#peek() !== mark) return false;
    this.#at++;
    return true;
  }
}
