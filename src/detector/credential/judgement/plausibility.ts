// Tells values that somebody made at random from words, placeholders and references, by statistics and not by entropy alone.
// A place may hold a million values, so that each question is first asked in the form of a few comparisons.
import { isVaried } from "./entropy.ts";
import { surveyOf } from "./survey.ts";
import { isCommonPair, letterOf, LOWER, UPPER } from "./traits.ts";

/** Words that only stand in for a value; long enough that random text never holds them by chance. */
const placeholders = /example|placeholder|change[_-]?me|replace[_-]?(?:me|with|this)|redacted|^your|your[_-]|(?:[_-]|token|key|secret|password)here$|\bmy[_-](?:api|secret|pass|token|key)|^todo|^fixme|undefined|deadbeef|foobar|x{5}|\*{3,}|\.{3}|…|abcdefgh|qwerty|asdfgh|123456789|not[_-]?a?[_-]?(?:real|secret|valid)|^(?:fake|mock|dummy|sample|invalid)|[._-](?:fake|dummy)[._-]|^test(?:ing|er)?[_-]?(?:key|token|secret|pass|value)|<[^>]{1,64}>/i;
/** Names of credentials used as their value. */
const selfNamed = /^(?:(?:my|the|your|new|old|db|root|admin|user|test|some|super|client|api|access|auth|app|secure)[_-]?){0,3}(?:passw(?:or)?d|passw0rd|p4ssw0rd|p@ssw0rd|s3cr3t|pass|pwd|secret|token|key|credentials?)[_-]?\d{0,4}!?$/i;

/** Words before the word that names it: `supersecretpassword`, `oplog_reader_password`, `SuperSecretPassw0rd`. */
const selfSaying = /^[a-z]{2,}(?:[_-][a-z]{2,}){0,4}[_-]?p(?:a|@|4)(?:ss|\$\$|55)w(?:or|0r|o|0)?r?d[_-]?[\d!@#$%^&*.?]{0,8}$|pass[_-]?word(?:must|should|here|goes|for|is|to)/i;

/** What points at a value that rests elsewhere. */
const references = /^[$%@!&]?[{($[<]|^%[#+-]?[vsdTqxpw](?:[A-Z]|$)|^\$\w|^%[A-Z_]+%$|\$\{|\{\{|\$\(|%\(|<%|#\{|^(?:vault|arn|op|sm|ssm|secretsmanager|awsssm|keyvault|gcp|file|env|ref\+\w+|projects):|^projects\/|^[A-Z0-9]+\/\d{8}\/(?:[a-z0-9-]+\/){1,2}aws4_request|^[\w-]+:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^(?:process|os|env|config|settings|self|this|request|req|options|opts|params|args|data|ctx|props|state)\b[.[]|getenv|environ|ENC\[|^https?:\/\/|^[.~]{0,2}(?:\/[a-z][a-z0-9_.-]*)+(?:\/|$)|^[A-Za-z]:\\|\.(?:pem|key|txt|json|ya?ml|toml|env|crt|cer|jks|p12|pfx|html?|js|ts|py|rb|go|php|css|svg|png)$/i;

/** True for text that stands in for a value or says where to find it. */
export function isPlaceholder(value: string): boolean {
  return (surveyOf(value).mayStandIn && (placeholders.test(value) || selfNamed.test(value) || selfSaying.test(value))) || isRepetitive(value);
}

/** `@PASSWORD@`, `%PASSWORD%`: what a template leaves open. */
const blank = /^[@%_]{1,2}[A-Z][A-Z0-9_]*[@%_]{0,2}$/;

export function isReference(value: string): boolean {
  return surveyOf(value).mayRefer && (references.test(value) || blank.test(value));
}

/** True where letters follow each other as they do in words. Hexadecimal digits, which have few letters, never do. */
export function isWordy(value: string): boolean {
  const { pairs, common } = surveyOf(value);
  return pairs >= 4 && common / pairs > (pairs >= 14 ? 0.66 : 0.8) && !/^[0-9a-f-]{16,}$/i.test(value);
}

/** The share of common pairs in short names, which is lower than that of prose. */
const NAMES = 0.6;

/** True where letters follow each other as they do in names. */
export function isNameLike(letters: string): boolean {
  const { pairs, common } = surveyOf(letters);
  return common / pairs > NAMES;
}

/** A run of one character, a counting sequence, or too few different characters for its length. */
function isRepetitive(value: string): boolean {
  const { row, steps, distinct } = surveyOf(value);
  return row >= 5 || steps > value.length * 0.6 || distinct < Math.min(6, value.length / 2);
}

/** Passwords of documentation and of first steps. */
const demonstrations = new Set("admin guest root tiger scott test testing tester demo hello world foo bar baz qux pass passwd pw pwd p user username secret postgres mysql mariadb mongo mongodb redis rabbitmq sa abc abc123 1234 12345 123456 xxx xyz me you anonymous nobody none null debian ubuntu fedora password1 password123 x-oauth-basic x-access-token letmein welcome pswd passw0rd mypass mypassword user1 pass1 pass123 token port host db database app api key fred joe bob alice apache nginx docker string value".split(" "));

/** True for what somebody may have chosen as a password, false for words that only stand where one would. */
export function isChosenPassword(value: string): boolean {
  return value.length >= 4 && !demonstrations.has(value.toLowerCase()) && !selfNamed.test(plainly(value)) && !/^\d{1,5}$/.test(value) && !isPlaceholder(value) && !isReference(value) && !/[{}[\]()]|^%[sdv]$|\$[A-Za-z_]/.test(value);
}

/** Words of manuals, one or several with signs between them: `foo%40bar`. */
function isDemonstration(plain: string): boolean {
  return plain.toLowerCase().split(/[^a-z0-9]+/).every((word) => demonstrations.has(word) || /^\d{1,5}$/.test(word));
}

/** For addresses, of which manuals are full: more than one short word. */
export function isAddressPassword(value: string): boolean {
  const plain = value.replace(/%[2-7][0-9a-f]/gi, "%");
  return isChosenPassword(value) && !isDemonstration(plain) && plain.length >= 6 && !/^[a-z]{1,10}$/i.test(plain);
}

/** Letters, or digits in the place of letters, that make words: nobody has drawn them. */
export function isSpelled(value: string): boolean {
  return isSpelledWith(value, 9) || (value.includes("1") && isSpelledWith(value, 12));
}

/** Characters of such a word that are no letters. */
const MOST_SIGNS = 4;

/** `one`: the letter that a 1 stands for. */
function isSpelledWith(value: string, one: number): boolean {
  let letters = 0;
  let liked = 0;
  let last = 0;
  let before = 0;
  let here = letterOf(value.charCodeAt(0));
  for (let at = 0; at < value.length; at++) {
    const next = at + 1 < value.length ? letterOf(value.charCodeAt(at + 1)) : 0;
    const letter = here === 0 && (before > 0 || next > 0) ? likeness(value.charCodeAt(at), one) : here;
    before = here;
    here = next;
    if (letter > 0) {
      if (letters++ > 0) liked += isCommonPair(last, letter);
      last = letter;
    } else if (at + 1 - letters > MOST_SIGNS) return false;
  }
  return letters >= 5 && liked / (letters - 1) > NAMES;
}

/** The letter that a digit or sign looks like beside a letter: 0 o, 3 e, 4 and @ a, 5 and $ s. */
function likeness(code: number, one: number): number {
  switch (code) {
    case 0x30: return 15;
    case 0x31: return one;
    case 0x33: return 5;
    case 0x34: case 0x40: return 1;
    case 0x35: case 0x24: return 19;
    default: return 0;
  }
}

/** Percent-encoding undone and look-alikes made letters again: `p%40ssw0rd` is `password`. */
function plainly(value: string): string {
  const likes: { readonly [like: string]: string } = { "@": "a", 4: "a", 0: "o", 3: "e", $: "s", 5: "s" };
  return value.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/[@403$5]/g, (like) => likes[like] ?? like).replace(/[^A-Za-z0-9_-]/g, "");
}

/** Text without words, digits among its letters. */
export function isRandomText(value: string): boolean {
  const survey = surveyOf(value);
  return survey.digits < value.length && survey.holds(LOWER | UPPER) && (survey.digits >= 2 || survey.kinds >= 2) && isVaried(value) && !isWordy(value) && !isNamePath(value);
}

/** Names joined by separators, such as `my-service-2-token`. */
export function isNamePath(value: string): boolean {
  if (surveyOf(value).separators < 2) return false;
  const parts = value.split(/[-_./]+/);
  const plain = parts.filter((part) => /^(?:[a-z]{2,}|[A-Z][a-z]+|[A-Z]{2,}|\d{1,4})$/.test(part));
  return parts.length >= 3 && plain.length >= parts.length - 1 && plain.join("").length > value.length / 2;
}
