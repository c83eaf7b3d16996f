// The rule for credentials without a format: a name that promises one, and a value that keeps the promise.
import { Buffer } from "node:buffer";
import type { Assignment } from "./assignment/assignment.ts";
import { isNameLike, isNamePath, isPlaceholder, isRandomText, isReference, isSpelled, isWordy } from "./judgement/plausibility.ts";
import { surveyOf } from "./judgement/survey.ts";
import { BACKSLASH, BRACKET, COLON, DOTTED, letterOf, TOKEN, VISIBLE, WORD } from "./judgement/traits.ts";

/** A key promises less than a token: there are keys of rows and of maps. */
type Promise = "password" | "token" | "key";

const suffixes = /^(?:\d{1,3}|v\d|prod|production|dev|development|stage|staging|live|sandbox|uat|qa|main|master|primary|secondary|old|new|current|previous|value|base|text|plain|str|string|b64|base64)$/;
const passwordWords = /(?:password|passwd|passphrase|passcode|pwd|pswd)\d*$/;
const tokenWords = /(?:token|secret|apikey|secretkey|accesskey|privatekey|authkey|encryptionkey|masterkey|signingkey|appkey|accountkey|credential|credentials|creds)\d*$/;
const keyOwners = new Set("api secret access private auth encryption encrypt master signing sign account storage service client app application session hmac aes jwt webhook subscription merchant admin server rest integration deploy cookie crypt cipher security consumer shared license bearer processor gateway payment pin mac zone terminal stripe adyen braintree paypal square worldpay checkout dlocal mercadopago payu kushki rapyd razorpay plaid azure".split(" "));
/** Owners of keys that are places in data, public, or locked themselves. */
const otherKeys = new Set("row object index lookup map dict hash translation message i18n locale config setting settings feature flag group item entry node record query search order block chunk file image bucket field column table attribute property route path doc document state store slot section tag label title name data context cell ref reference unique composite secondary hot shortcut keyboard arrow modifier random seed range shard bundle asset entity rel relation any first last prev verifier peer socket websocket certificate cert encrypted wrapped activation".split(" "));
const harmless = new Set("csrf xsrf page next continuation cursor sync cancel cancellation public pub idempotency cache primary foreign sort partition eos bos pad unk sep mask nonce antiforgery authenticity verification request change action sequence lock task upload job resume wait resolver starting pagination update event upsert dedup deduplication".split(" "));

/** Names come again, line by line. */
const known = new Map<string, Promise | "nothing">();
const MAX_KNOWN = 1 << 12;

/** What a name promises; undefined for names that stand for no credential. */
export function readPromise(name: string): Promise | undefined {
  let promise = known.get(name);
  if (promise === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    promise = judgeName(name) ?? "nothing";
    known.set(name, promise);
  }
  return promise === "nothing" ? undefined : promise;
}

function judgeName(name: string): Promise | undefined {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split(/[_.-]+/).filter((word) => word !== "");
  while (words.length > 1 && suffixes.test(words.at(-1) ?? "")) words.pop();
  const last = words.at(-1) ?? "";
  const owner = words.at(-2) ?? "";
  if (harmless.has(owner) || words.some((word) => word === "public" || word === "csrf" || word === "xsrf")) return undefined;
  if (passwordWords.test(last) || last === "pass") return "password";
  if (tokenWords.test(last) || last === "pat") return "token";
  if (last !== "key" || owner.length < 3) return undefined;
  return keyOwners.has(owner) ? "token" : otherKeys.has(owner) ? undefined : "key";
}

/** True where the value is one that somebody chose to keep others out. `trusted` places, such as an image's environment, hold settings and no prose. */
export function keepsPromise(assignment: Assignment, value: string, trusted: boolean): boolean {
  const promise = readPromise(assignment.name);
  if (surveyOf(value).holds(BACKSLASH) && /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/i.test(value)) return keepsPromise(assignment, value.replace(/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/gi, "~"), trusted);
  // Without quotes `PASS: …` is what tests print.
  if (!promise || (!assignment.quoted && /^pass$/i.test(assignment.name)) || isReference(value) || isOwnName(assignment.name, value)) return false;
  // What stands in a setting is what is used, however weak.
  if (trusted && promise === "password" && isChosen(value)) return true;
  if (isPlaceholder(withoutZeros(value)) || isJudgedElsewhere(value) || isEncodedText(value) || isAccount(value) || isDate(value) || (!assignment.quoted && isCode(value))) return false;
  if (promise === "key") return isRandom(value) && isNoIdentifier(value);
  const isValue = assignment.quoted || isSetting(assignment.name) || (promise === "password" && /[^\w.]/.test(value));
  return isRandom(value) || (isValue && (promise === "password" ? isStrong(value) : isTyped(value)));
}

/** Neither a digest nor the number of a thing. */
function isNoIdentifier(value: string): boolean {
  return value.length >= 20 && !/^[\da-f-]+$/i.test(value);
}

/** Some tokens, as many keys do in base64, begin with zeros. */
function withoutZeros(value: string): string {
  return value.startsWith("AAAAA") ? value.replace(/^A+(?=[^A].{23})/, "") : value;
}

const DASH = 0x2d;

function isDate(value: string): boolean {
  return value.charCodeAt(4) === DASH && /^\d{4}-\d\d-\d\d(?:[T ]|$)/.test(value);
}

/** A line of passwd(5) or group(5) whose password is elsewhere. */
function isAccount(value: string): boolean {
  return surveyOf(value).holds(COLON) && /^[a-z_][\w-]*:[x*!]{0,2}:\d+:/.test(value);
}

/** Machine-made: long, of token characters, no words, no version, number, names with dots between, digest with a name or account of a chain of blocks (ERC-55). */
function isRandom(value: string): boolean {
  if (value.length < 16 || value.length > 256 || !surveyOf(value).consistsOf(TOKEN)) return false;
  if ("0123456789v.:-s".includes(value.charAt(0)) && /^v?\d+\.\d+\.\d|^[\d.:-]+$|^\d[\d.]*e[-+]?\d+$|^0x[\da-f]{40}$|^sha\d+[-:]/i.test(value)) return false;
  const { digits, kinds } = surveyOf(value);
  return digits >= (kinds >= 3 ? 1 : 2) && isRandomText(value) && !/^[a-z]+\d?(?:\.[a-z]+\d?)+$/i.test(value);
}

/** In code, what is not quoted is another name, such as `module.Type2`, `state?.value2`, `Uint8Array` or `sha256_digest`, perhaps with a comment at its end. */
function isCode(value: string): boolean {
  const first = value.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return false;
  if (surveyOf(value).consistsOf(WORD)) return isMadeOfWords(value);
  return /^[A-Za-z_$][\w$]*(?:(?:(?:\?\.|\.|->|::)[A-Za-z_$][\w$]*)+[!?]?$|\/\*)/.test(value);
}

/** Parts of a name that can be words: more of them make no name. */
const MOST_PARTS = 12;

/** Parts of a name, as `Uint8ArrayBuffer` and `get_key_2` have them, that are words each. `value` is made of word characters. */
function isMadeOfWords(value: string): boolean {
  let parts = 0;
  let letters = "";
  for (let start = 0; start < value.length;) {
    let end = start + 1;
    while (end < value.length && !isBoundary(value, end)) end++;
    const part = value.slice(start, end);
    start = end;
    if (part === "_" || part === "$") continue;
    if (++parts > MOST_PARTS) return false;
    if (/^\d{1,5}$/.test(part)) continue;
    if (!/^(?:[A-Z]?[a-z]+|[A-Z]{1,6})$/.test(part)) return false;
    letters += part;
  }
  return letters !== "" && isNameLike(letters);
}

/** Where two kinds of characters meet; of several capitals the last one belongs to the word behind them. */
function isBoundary(value: string, at: number): boolean {
  const before = kindAt(value, at - 1);
  const kind = kindAt(value, at);
  if (kind === SEPARATOR || before === SEPARATOR) return true;
  if (kind === UPPER && before === UPPER) return kindAt(value, at + 1) === LOWER;
  return kind !== before && !(before === UPPER && kind === LOWER);
}

const SEPARATOR = 0;
const DIGIT = 1;
const UPPER = 2;
const LOWER = 3;

function kindAt(value: string, at: number): number {
  if (letterOf(value.charCodeAt(at)) > 0) return value.charCodeAt(at) >= 0x61 ? LOWER : UPPER;
  return value.charCodeAt(at) >= 0x30 && value.charCodeAt(at) <= 0x39 ? DIGIT : SEPARATOR;
}

/** A variable that is handed on under its own name. */
function isOwnName(name: string, value: string): boolean {
  return value.length >= 6 && value.length <= name.length && name.toLowerCase().endsWith(value.toLowerCase());
}

/** Base64 of a sentence. */
function isEncodedText(value: string): boolean {
  if (!beginsText(value) || !/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value)) return false;
  const text = Buffer.from(value, "base64").toString("latin1");
  return /^[\x20-\x7e]+$/.test(text) && (isPlaceholder(text) || text.includes(" "));
}

const SEXTETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const sextets = new Uint8Array(256).fill(0xff);
for (const [sextet, character] of [...SEXTETS].entries()) sextets[character.charCodeAt(0)] = sextet;

/** Whether the first two bytes are visible, which tells most random values from text. */
function beginsText(value: string): boolean {
  const [a = 0xff, b = 0xff, c = 0xff] = [sextets[value.charCodeAt(0)], sextets[value.charCodeAt(1)], sextets[value.charCodeAt(2)]];
  if (a > 63 || b > 63 || c > 63) return false;
  const first = (a << 2) | (b >> 4);
  const second = ((b & 15) << 4) | (c >> 2);
  return first >= 0x20 && first < 0x7f && second >= 0x20 && second < 0x7f;
}

/** Signed tokens have a rule of their own, which looks into them. */
function isJudgedElsewhere(value: string): boolean {
  return value.startsWith("eyJ") && /^eyJ[\w-]{8,}\.eyJ/.test(value);
}

/** Longer ones nobody types. */
const TYPED = 40;

/** Made by a person who was told to mix characters. */
function isStrong(value: string): boolean {
  if (value.length < 8 || value.length > 128 || !surveyOf(value).consistsOf(VISIBLE) || surveyOf(value).digits === 0 || isNamePath(value) || (value.length > TYPED && isStrung(value))) return false;
  if ((surveyOf(value).consistsOf(DOTTED) && /^[\w$]+(?:\.[\w$]+)+$/.test(value)) || surveyOf(value).holds(BRACKET) || isSpelled(value)) return false;
  return surveyOf(value).kinds >= 3 || (value.length >= 10 && !isWordy(value));
}

/** A token that a person made: longer than passwords are, and of all kinds of characters. */
function isTyped(value: string): boolean {
  return value.length >= 12 && surveyOf(value).kinds === 4 && isStrong(value);
}

/** Words strung together, as programs hold their texts: half of the characters belong to some. */
function isStrung(value: string): boolean {
  const words = value.match(/[A-Z]?[a-z]{3,}/g)?.join("") ?? "";
  return words.length > value.length / 2 && isNameLike(words);
}

/** Anything a person may have chosen. */
function isChosen(value: string): boolean {
  return value.length >= 6 && value.length <= 128 && !/\s|^(?:true|false|null|none|\d{1,5})$|[*x.]{4}|^<.*>$/i.test(value);
}

/** Names written as settings are: all upper case, one word with a capital as in connection strings, or lower case with separators. In code, what is not quoted is another name. */
function isSetting(name: string): boolean {
  return /^[A-Z0-9_]+$|^[A-Z][a-z]+$/.test(name) || /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name);
}
