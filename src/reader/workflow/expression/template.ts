// Text with ${{ }} in it: what is constant and what is computed.
import { parseExpression, type Expression } from "./syntax.ts";

/** A template of exactly one expression keeps that expression's type; all others are text. */
export type Template = readonly (string | Expression)[];

/** Undefined where an expression is not closed or not valid. Text without an expression is a template of one string. */
export function parseTemplate(text: string): Template | undefined {
  const parts: (string | Expression)[] = [];
  let from = 0;
  for (let open = text.indexOf("${{"); open >= 0; open = text.indexOf("${{", from)) {
    const close = findClose(text, open + 3);
    const expression = close < 0 ? undefined : parseExpression(text.slice(open + 3, close));
    if (!expression) return undefined;
    if (open > from) parts.push(text.slice(from, open));
    parts.push(expression);
    from = close + 2;
  }
  if (from < text.length || parts.length === 0) parts.push(text.slice(from));
  return parts;
}

/** `if:` may leave the braces out. Braces with other text around them are text, which is always true. */
export function parseCondition(text: string): Template | undefined {
  if (text.includes("${{")) return parseTemplate(text.trim());
  if (text.trim() === "") return [""];
  const expression = parseExpression(text);
  return expression && [expression];
}

/** Braces inside single quotes don't close. */
function findClose(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") quoted = !quoted;
    else if (!quoted && text[at] === "}" && text[at + 1] === "}") return at;
  }
  return -1;
}

/** What a template reads, without evaluating it. */
export type Mentions = {
  /** Contexts by name, such as "matrix". */
  readonly contexts: ReadonlySet<string>;
  /** Secrets that are named in plain text, by their name in lower case, and as the file spells them. */
  readonly secrets: ReadonlyMap<string, string>;
  /** The secrets context as a whole, or with a computed name: GitHub then sends every secret. */
  readonly allSecrets: boolean;
};

const NOTHING: Mentions = { contexts: new Set(), secrets: new Map(), allSecrets: false };

export function findMentions(template: Template): Mentions {
  if (template.every((part) => typeof part === "string")) return NOTHING;
  const found = { contexts: new Set<string>(), secrets: new Map<string, string>(), allSecrets: false };
  for (const part of template) if (typeof part !== "string") mention(part, found);
  return found;
}

function mention(expression: Expression, found: { contexts: Set<string>; secrets: Map<string, string>; allSecrets: boolean }): void {
  switch (expression.kind) {
    case "literal":
      return;
    case "context":
      found.contexts.add(expression.name);
      if (expression.name === "secrets") found.allSecrets = true;
      return;
    case "property":
      if (expression.of.kind !== "context" || expression.of.name !== "secrets") return mention(expression.of, found);
      found.contexts.add("secrets");
      found.secrets.set(expression.name, expression.spelt);
      return;
    case "every":
    case "not":
      return mention(expression.of, found);
    case "index":
      mention(expression.of, found);
      return mention(expression.by, found);
    case "call":
      return expression.parameters.forEach((parameter) => mention(parameter, found));
    case "binary":
      mention(expression.left, found);
      return mention(expression.right, found);
    default:
      return expression satisfies never;
  }
}
