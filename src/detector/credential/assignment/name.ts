// Reads the name that stands before an operator, in the spellings of settings, code and markup.
import { readPromise } from "../generic.ts";
import { wordAt } from "./texts.ts";

/** `from` is its offset. */
export type Name = { readonly name: string; readonly from: number };

const MAX_NAME = 64;
/** How far before its operator a name may end. */
const FURTHEST = 8;
/** How far back the name of a thing is looked for whose value stands here. */
const WITHIN = 160;

const [DASH, DOT, COLON, LESS, EQUALS, GREATER, OPEN, CLOSE] = [0x2d, 0x2e, 0x3a, 0x3c, 0x3d, 0x3e, 0x5b, 0x5d] as const;

/** The name whose operator stands at `at`, of `.=` and `+=` their second half; `quoted` says whether the value is. */
export function readName(bytes: Buffer, at: number, quoted: boolean): Name | undefined {
  if (bytes[at] === GREATER && bytes[at - 1] !== EQUALS) return readTag(bytes, at);
  let end = bytes[at] === EQUALS && bytes[at - 1] === DOT ? at - 1 : skipBounds(bytes, at);
  while (end > 0 && at - end < FURTHEST && kinds[bytes[end - 1]!] === BETWEEN) end--;
  const from = startOf(bytes, end);
  if (end - from < 3 || isWithinPath(bytes, from)) return undefined;
  const name = wordAt(bytes, from, end);
  if (name.length === 5 && /^value$/i.test(name)) return findBefore(bytes, from, pairedNames);
  const isDeclaration = quoted && bytes[at] === EQUALS && readPromise(name) === undefined;
  return (isDeclaration ? findBefore(bytes, end, declaredNames) : undefined) ?? { name, from };
}

function startOf(bytes: Buffer, end: number): number {
  let from = end;
  while (from > 0 && end - from < MAX_NAME && kinds[bytes[from - 1]!] === NAME) from--;
  while (bytes[from] === DASH) from++;
  return from;
}

/** `char password[64] = …` */
function skipBounds(bytes: Buffer, at: number): number {
  let from = at;
  while (from > 0 && at - from < 2 && bytes[from - 1] === 0x20) from--;
  if (bytes[from - 1] !== CLOSE) return at;
  from--;
  while (from > 0 && at - from < FURTHEST && bytes[from - 1]! >= 0x30 && bytes[from - 1]! <= 0x39) from--;
  return bytes[from - 1] === OPEN ? from - 1 : at;
}

/** Part of a path of its own, such as arn:aws:…:secret:name or Type::Key; but PowerShell writes $env:NAME. */
function isWithinPath(bytes: Buffer, from: number): boolean {
  if (bytes[from - 1] !== COLON) return false;
  const before = bytes.toString("latin1", Math.max(0, from - 5), from - 1);
  return /[\w:;>}\]]$/.test(before) && !/^\$env$/i.test(before);
}

/** `<name>…`, and elements that say in an attribute, or beside them, what they hold. */
function readTag(bytes: Buffer, at: number): Name | undefined {
  if (bytes[at - 1] === 0x22 || bytes[at - 1] === 0x27) return findBefore(bytes, at, attributes);
  const from = startOf(bytes, at);
  if (at - from < 3 || bytes[from - 1] !== LESS) return undefined;
  const name = bytes.toString("latin1", from, at);
  return /(?:^|-)(?:value|string)$/i.test(name) ? findBefore(bytes, from, named) : { name, from };
}

/** `name: DB_PASSWORD`, `value: …` of Kubernetes, and `name="…" value="…"` of XML. */
const pairedNames = /(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([\w.-]{3,64})["']?,?\s{0,40}["']?$/i;

/** `apiKey string = `, `apiKey: string = `, `API_KEY: &str = `, `api_key: Optional[str] = `: types stand behind names in many languages. */
const declaredNames = /([A-Za-z_$][\w$]{2,63})[?!]?(?:\s{0,3}:\s{0,3}|\s{1,3})&?\s?(?:'[a-z]{1,12}\s)?[A-Za-z_][\w.:]{0,40}(?:[<[][\w.:<>[\]|, ]{0,40})?[?*]?\s{0,3}$/;

/** `<property name="password">`, `<string name="api_key">`. */
const attributes = /<\w[^<>]{0,80}\s(?:name|key|id)=["']([\w.-]{3,64})["'][^<>]{0,60}$/i;

/** `name="…"><value>` and `<key>…</key><string>`. */
const named = /(?:\s(?:name|key)=["']([\w.-]{3,64})["'][^<>]{0,60}|>([\w.-]{3,64})<\/(?:[\w-]{0,24}-)?(?:name|key))>\s{0,24}<$/i;

function findBefore(bytes: Buffer, end: number, expression: RegExp): Name | undefined {
  const before = bytes.toString("latin1", Math.max(0, end - WITHIN), end);
  const match = expression.exec(before);
  const name = match?.[1] ?? match?.[2];
  return match && name !== undefined ? { name, from: end - before.length + match.index } : undefined;
}

/** Characters of names, and what may stand between a name and its operator. */
const NAME = 1;
const BETWEEN = 2;
const kinds = new Uint8Array(256);
for (const character of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.") kinds[character.charCodeAt(0)] = NAME;
for (const character of " \t\"'`\\]=:|?+") kinds[character.charCodeAt(0)] = BETWEEN;
