// What the sieve must find, said as plainly as possible: the property tests hold the WebAssembly module against this. Nothing else uses it.
import { namePieces, type Literal } from "./literal.ts";
import { OPERATOR } from "./sifted.ts";

const REACH = 48;
const MOST_RUN = 256;

/** Offset and literal of every anchor, in order. */
export function findAnchors(bytes: Uint8Array, literals: readonly Literal[]): [number, number][] {
  const found: [number, number][] = [];
  const operators = new Set<number>();
  for (let at = 0; at < bytes.length; at++) {
    if (namePieces.some((text) => stands(bytes, at, { text, caseless: true }))) for (const operator of operatorsBehind(bytes, at)) operators.add(operator);
    literals.forEach((literal, index) => { if (stands(bytes, at, literal)) found.push([at, index]); });
  }
  return [...found, ...[...operators].map((at): [number, number] => [at, OPERATOR])].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function stands(bytes: Uint8Array, at: number, literal: Literal): boolean {
  const { text, caseless, tail } = literal;
  const end = at + text.length;
  const least = tail?.least ?? 0;
  if (end + least > bytes.length) return false;
  for (let n = 0; n < text.length; n++) {
    const [found, wanted] = [bytes[at + n]!, text.charCodeAt(n)];
    if (found !== wanted && !(caseless && isSameLetter(found, wanted))) return false;
  }
  return bytes.subarray(end, end + least).every((byte) => tail?.chars.includes(String.fromCharCode(byte))) && endsRun(bytes, end, literal);
}

function endsRun(bytes: Uint8Array, from: number, { text, tail }: Literal): boolean {
  if (tail?.next === undefined || Array.from(text).every((character) => tail.chars.includes(character))) return true;
  const length = bytes.subarray(from).findIndex((byte) => !tail.chars.includes(String.fromCharCode(byte)));
  return length >= MOST_RUN || String.fromCharCode(bytes[from + length] ?? 0) === tail.next;
}

function isSameLetter(a: number, b: number): boolean {
  return (a | 0x20) === (b | 0x20) && (a | 0x20) >= 0x61 && (a | 0x20) <= 0x7a;
}

function operatorsBehind(bytes: Uint8Array, from: number): number[] {
  const reach = Buffer.from(bytes.subarray(from, from + REACH)).toString("latin1");
  const rest = Buffer.from(bytes.subarray(from)).toString("latin1");
  const stop = [...reach].findIndex((character, index) => character === "\xff" || (character === "\n" && !/^[ \t"]*(?:value|<(?:valu|stri|para|env-))/.test(rest.slice(index + 1))));
  return [...(stop < 0 ? reach : reach.slice(0, stop))].flatMap((character, index) => ("=:>".includes(character) && mayAssign(rest, index) ? [from + index] : []));
}

function mayAssign(text: string, at: number): boolean {
  const [before, operator, after] = [text.charAt(at - 1), text.charAt(at), text.slice(at + 1)];
  if (operator === ":" ? before === ":" || /^(?:[:=]|\/\/)/.test(after) : /^[=>]/.test(after)) return false;
  if (operator === "=" ? /[=!<>~]/.test(before) || after.startsWith("~") : operator === ">" && before === "-") return false;
  const value = (operator === ">" && before !== "=" ? after.replace(/^[ \t\r\n]{0,80}/, "") : after).replace(/^[ \t]{0,4}/, "");
  const open = /^(?:[rbfuRBFU@$\\]|\\{3}|\\{7})?(["'`])/.exec(value);
  const [quoted] = open ? value.slice(open[0].length, open[0].length + 511).split(open[1]!) : [];
  if (open) return value.slice(open[0].length).startsWith(`${quoted}${open[1]}`) && /^[^\n\0]{6,}$/.test(quoted!) && !quoted!.includes("\xff\xff\xff\xff");
  return /^[!#-%*+\--:=?-Z^_a-z~]*&|^[!#-%*+\--:=?-Z^_a-z~]{6,}(?![!#-%*+\--:=?-Z^_a-z~[(])/.test(value);
}

/** Maximal runs that match, at least `least` characters long. */
export function findRuns(bytes: Uint8Array, pattern: RegExp): { start: number; end: number }[] {
  const text = Buffer.from(bytes).toString("latin1");
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
