// Cuts an expression of GitHub Actions into tokens (docs: "Evaluate expressions in workflows and actions").
export type Token =
  | { readonly kind: "literal"; readonly value: null | boolean | number | string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "mark"; readonly text: string };

const MARKS = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", ".", "*"];
const NUMBER = /^[+-]?(?:0x[0-9a-f]+|0o[0-7]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|Infinity)(?![\w.])/i;
const NAME = /^[a-z_][a-z0-9_-]*/i;

/** Undefined where a character belongs to no token. */
export function toTokens(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at, at + 300);
    if (/^\s/.test(rest)) {
      at++;
      continue;
    }
    const next = text[at] === "'" ? readString(text, at) : readWord(rest, tokens.at(-1)) ?? readMark(rest);
    if (!next) return undefined;
    tokens.push(next.token);
    at += next.length;
  }
  return tokens;
}

type Cut = { token: Token; length: number };

/** Single quotes; a quote inside is written twice. */
function readString(text: string, start: number): Cut | undefined {
  let value = "";
  for (let at = start + 1; ;) {
    const end = text.indexOf("'", at);
    if (end < 0) return undefined;
    value += text.slice(at, end);
    if (text[end + 1] !== "'") return { token: { kind: "literal", value }, length: end + 1 - start };
    value += "'";
    at = end + 2;
  }
}

function readWord(rest: string, before: Token | undefined): Cut | undefined {
  // Behind a dot a digit or a keyword is part of a name, and "a.5" is no number.
  const isProperty = before?.kind === "mark" && before.text === ".";
  const number = isProperty ? null : NUMBER.exec(rest);
  if (number) return { token: { kind: "literal", value: toNumber(number[0]) }, length: number[0].length };
  const name = NAME.exec(rest)?.[0];
  if (name === undefined) return undefined;
  return { token: isProperty ? { kind: "name", text: name } : toKeyword(name), length: name.length };
}

function toKeyword(name: string): Token {
  switch (name) {
    case "true": return { kind: "literal", value: true };
    case "false": return { kind: "literal", value: false };
    case "null": return { kind: "literal", value: null };
    case "NaN": return { kind: "literal", value: Number.NaN };
    default: return { kind: "name", text: name };
  }
}

function toNumber(text: string): number {
  const negative = text.startsWith("-");
  const digits = text.replace(/^[+-]/, "");
  const value = /^infinity$/i.test(digits) ? Number.POSITIVE_INFINITY : Number(digits);
  return negative ? -value : value;
}

function readMark(rest: string): Cut | undefined {
  const text = MARKS.find((mark) => rest.startsWith(mark));
  return text === undefined ? undefined : { token: { kind: "mark", text }, length: text.length };
}
