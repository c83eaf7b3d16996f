// The rule for credentials without a format: a name that promises one, and a value that keeps the promise.
import { Buffer } from "node:buffer";
import type { Assignment } from "./assignment.ts";
import { countClasses, isNameLike, isNamePath, isPlaceholder, isRandomText, isReference, isSpelled, isWordy } from "./judgement/plausibility.ts";

type Promise = "password" | "token";

const suffixes = /^(?:\d{1,3}|v\d|prod|production|dev|development|stage|staging|live|sandbox|uat|qa|main|master|primary|secondary|old|new|current|previous|value|base|text|plain|str|string|b64|base64)$/;
const passwordWords = /(?:password|passwd|passphrase|passcode|pwd|pswd)\d*$/;
const tokenWords = /(?:token|secret|apikey|secretkey|accesskey|privatekey|authkey|encryptionkey|masterkey|signingkey|appkey|accountkey|credential|credentials)\d*$/;
const keyOwners = new Set("api secret access private auth encryption encrypt master signing sign account storage service client app application session hmac aes jwt webhook subscription merchant admin server rest integration deploy cookie crypt cipher security consumer shared license bearer processor gateway payment".split(" "));
const harmless = new Set("csrf xsrf page next continuation cursor sync cancel cancellation public pub idempotency cache primary foreign sort partition eos bos pad unk sep mask nonce antiforgery verification request change action sequence lock task upload job resume wait resolver starting pagination event upsert dedup deduplication".split(" "));

/** What a name promises; undefined for names that stand for no credential. */
export function readPromise(name: string): Promise | undefined {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split(/[_.-]+/).filter((word) => word !== "");
  while (words.length > 1 && suffixes.test(words.at(-1) ?? "")) words.pop();
  const last = words.at(-1) ?? "";
  const owner = words.at(-2) ?? "";
  if (harmless.has(owner) || words.some((word) => word === "public" || word === "csrf" || word === "xsrf")) return undefined;
  if (passwordWords.test(last) || (last === "pass" && words.length > 1)) return "password";
  if (tokenWords.test(last) || last === "pat") return "token";
  return last === "key" && keyOwners.has(owner) ? "token" : undefined;
}

/** True where the value is one that somebody chose to keep others out. `trusted` places, such as an image's environment, hold settings and no prose. */
export function keepsPromise(assignment: Assignment, value: string, trusted: boolean): boolean {
  const promise = readPromise(assignment.name);
  if (/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/i.test(value)) return keepsPromise(assignment, value.replace(/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/gi, "~"), trusted);
  if (!promise || isReference(value) || isOwnName(assignment.name, value)) return false;
  // What stands in a setting is what is used, however weak.
  if (trusted && promise === "password" && isChosen(value)) return true;
  if (isPlaceholder(value) || isJudgedElsewhere(value) || isEncodedText(value) || (!assignment.quoted && isCode(value))) return false;
  return isRandom(value) || (promise === "password" && (assignment.quoted || isSetting(assignment.name) || /[^\w.]/.test(value)) && isStrong(value));
}

/** Machine-made: long, of token characters, no words, no date, version or digest with a name. */
function isRandom(value: string): boolean {
  if (value.length < 16 || value.length > 256 || !/^[A-Za-z0-9_\-+/=.~!@#^*%]+$/.test(value)) return false;
  if (/^\d{4}-\d\d-\d\d|^v?\d+\.\d+\.\d|^[\d.:-]+$|^sha\d+[-:]/.test(value)) return false;
  return value.replace(/\D/g, "").length >= (countClasses(value) >= 3 ? 1 : 2) && isRandomText(value);
}

/** In code, what is not quoted is another name, such as `module.Type2`, `state?.value2`, `Uint8Array` or `sha256_digest`. */
function isCode(value: string): boolean {
  if (/^[A-Za-z_$][\w$]*(?:(?:\?\.|\.|->|::)[A-Za-z_$][\w$]*)+[!?]?$/.test(value)) return true;
  return /^[A-Za-z_$][\w$]*$/.test(value) && isMadeOfWords(value);
}

/** Parts of a name, as `Uint8ArrayBuffer` and `get_key_2` have them, that are words each. */
function isMadeOfWords(value: string): boolean {
  const parts = value.split(/[_$]|(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Z])(?=[A-Z][a-z])/).filter((part) => part !== "");
  const letters = parts.filter((part) => !/^\d{1,5}$/.test(part));
  return letters.length > 0 && parts.length <= 12 && letters.every((part) => /^(?:[A-Z]?[a-z]+|[A-Z]{1,6})$/.test(part)) && isNameLike(letters.join(""));
}

/** A variable that is handed on under its own name. */
function isOwnName(name: string, value: string): boolean {
  return value.length >= 6 && name.toLowerCase().endsWith(value.toLowerCase());
}

/** Base64 of a sentence. */
function isEncodedText(value: string): boolean {
  if (!/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value)) return false;
  const text = Buffer.from(value, "base64").toString("latin1");
  return /^[\x20-\x7e]+$/.test(text) && (isPlaceholder(text) || text.includes(" "));
}

/** Signed tokens have a rule of their own, which looks into them. */
function isJudgedElsewhere(value: string): boolean {
  return /^eyJ[\w-]{8,}\.eyJ/.test(value);
}

/** Made by a person who was told to mix characters. */
function isStrong(value: string): boolean {
  if (value.length < 8 || value.length > 128 || !/^[\x21-\x7e]+$/.test(value) || isNamePath(value)) return false;
  const classes = countClasses(value);
  if (/^[\w$]+(?:\.[\w$]+)+$/.test(value) || /[()[\]{}<>]/.test(value)) return false;
  if (!/\d/.test(value) || isSpelled(value)) return false;
  return classes >= 3 || (value.length >= 10 && !isWordy(value));
}

/** Anything a person may have chosen. */
function isChosen(value: string): boolean {
  return value.length >= 6 && value.length <= 128 && !/\s|^(?:true|false|null|none|\d{1,5})$|[*x.]{4}|^<.*>$/i.test(value);
}

/** Names written as settings are: all upper case, one word with a capital as in connection strings, or lower case with separators. In code, what is not quoted is another name. */
function isSetting(name: string): boolean {
  return /^[A-Z0-9_]+$|^[A-Z][a-z]+$/.test(name) || /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name);
}
