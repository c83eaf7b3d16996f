// Tells values that somebody made at random from words, placeholders and references, by statistics and not by entropy alone.
// A place may hold a million values, so that each question is first asked in the form of a few comparisons.
import { countClasses, countDigits, countDistinct, entropy, letterAt } from "./characters.ts";
import { LESS, mayRefer, maySay, toTriples } from "./stand-in.ts";

/** The 150 commonest pairs of letters in names and prose of source code: three quarters of theirs, a fifth of random ones. */
const commonPairs = toPairTable("in er te re on at le st ti en es nt co de or se ar et al ta ra ri tr an li ro io ng ed ec me ma ge it is nd el ne la to ns lo ct as di ea ex ch pe fi pa ca ac ic si ve pr ol ce ll ss na il od un ou em ad rt ut ab th he no am om ts nc ur rs sc mp da id ef im po pl op ck ha fo so bl mi ty va rr mo tt ni sp ap ke su os ig ie us ot ul ep sh be tc oc pt eg cl rc ag ho ba ls vi um rm lt gr ia cr ow ui ee ir ue rd xt do lu up ev hi ci tu qu yp ip nu ay");

/** A byte for each pair of letters, 1 where it is one of those that stand in `pairs`. */
function toPairTable(pairs: string): Uint8Array {
  const table = new Uint8Array(32 * 32);
  for (const pair of pairs.split(" ")) table[((pair.charCodeAt(0) & 31) << 5) | (pair.charCodeAt(1) & 31)] = 1;
  return table;
}

/** Words that only stand in for a value; long enough that random text never holds them by chance. */
const placeholders = /example|placeholder|change[_-]?me|replace[_-]?(?:me|with|this)|redacted|^your|your[_-]|(?:[_-]|token|key|secret|password)here$|\bmy[_-](?:api|secret|pass|token|key)|^todo|^fixme|undefined|deadbeef|foobar|x{5}|\*{3,}|\.{3}|…|abcdefgh|qwerty|asdfgh|123456789|not[_-]?a?[_-]?(?:real|secret|valid)|^(?:fake|mock|dummy|sample|invalid)|[._-](?:fake|dummy)[._-]|^test(?:ing|er)?[_-]?(?:key|token|secret|pass|value)|<[^>]{1,64}>/i;
/** Names of credentials used as their value. */
const selfNamed = /^(?:(?:my|the|your|new|old|db|root|admin|user|test|some|super|client|api|access|auth|app|secure)[_-]?){0,3}(?:passw(?:or)?d|passw0rd|p4ssw0rd|p@ssw0rd|s3cr3t|pass|pwd|secret|token|key|credentials?)[_-]?\d{0,4}!?$/i;

/** Words before the word that names it: `supersecretpassword`, `oplog_reader_password`, `SuperSecretPassw0rd`. */
const selfSaying = /^[a-z]{2,}(?:[_-][a-z]{2,}){0,4}[_-]?p(?:a|@|4)(?:ss|\$\$|55)w(?:or|0r|o|0)?r?d[_-]?[\d!@#$%^&*.?]{0,8}$|pass[_-]?word(?:must|should|here|goes|for|is|to)/i;

/** What points at a value that rests elsewhere. */
const references = /^[$%@!&]?[{($[<]|^\$\w|^%[A-Z_]+%$|\$\{|\{\{|\$\(|%\(|<%|#\{|^(?:vault|arn|op|sm|ssm|secretsmanager|awsssm|keyvault|gcp|file|env|ref\+\w+|projects):|^projects\/|^[A-Z0-9]+\/\d{8}\/(?:[a-z0-9-]+\/){1,2}aws4_request|^[\w-]+:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^(?:process|os|env|config|settings|self|this|request|req|options|opts|params|args|data|ctx|props|state)\b[.[]|getenv|environ|ENC\[|^https?:\/\/|^[.~]{0,2}(?:\/[a-z][a-z0-9_.-]*)+(?:\/|$)|^[A-Za-z]:\\|\.(?:pem|key|txt|json|ya?ml|toml|env|crt|cer|jks|p12|pfx|html?|js|ts|py|rb|go|php|css|svg|png)$/i;

/** Three characters of everything that the expressions above look for: most values hold none of them, and need no look. */
const standIns = toTriples("exa pla cha rep red you her my_ my- tod fix und dea foo xxx *** ... abc qwe asd 123 not fak moc dum sam inv tes pas pa$ pa5 p@s p@$ p@5 p4s p4$ p45 s3c pwd sec tok key cre");

/** True for text that stands in for a value or says where to find it. */
export function isPlaceholder(value: string): boolean {
  return (maySay(value, standIns, LESS) && (placeholders.test(value) || selfNamed.test(value) || selfSaying.test(value))) || isRepetitive(value);
}

/** `@PASSWORD@`, `%PASSWORD%`: what a template leaves open. */
const blank = /^[@%_]{1,2}[A-Z][A-Z0-9_]*[@%_]{0,2}$/;

export function isReference(value: string): boolean {
  return mayRefer(value) && (references.test(value) || blank.test(value));
}

/** True where letters follow each other as they do in words. Hexadecimal digits, which have few letters, never do. */
export function isWordy(value: string): boolean {
  countPairs(value);
  return pairs >= 4 && common / pairs > (pairs >= 14 ? 0.66 : 0.8) && !/^[0-9a-f-]{16,}$/i.test(value);
}

/** Results of `countPairs`, which is asked so often that an object for each answer would cost more than the answer. */
let pairs = 0;
let common = 0;

/** Pairs of neighbouring letters, and how many of them language likes. */
function countPairs(value: string): void {
  pairs = 0;
  common = 0;
  let before = 0;
  for (let at = 0; at < value.length; at++) {
    const letter = letterAt(value, at);
    if (before > 0 && letter > 0) {
      pairs++;
      common += commonPairs[(before << 5) | letter]!;
    }
    before = letter;
  }
}

/** The share of common pairs in short names, which is lower than that of prose. */
const NAMES = 0.6;

/** True where letters follow each other as they do in names. */
export function isNameLike(letters: string): boolean {
  countPairs(letters);
  return common / pairs > NAMES;
}

/** A run of one character, a counting sequence, or too few different characters for its length. */
function isRepetitive(value: string): boolean {
  let steps = 0;
  let same = 0;
  for (let at = 1; at < value.length; at++) {
    const code = value.charCodeAt(at);
    const step = code - value.charCodeAt(at - 1);
    if (step >= -1 && step <= 1) steps++;
    same = step === 0 && code !== 0x0a && code !== 0x0d ? same + 1 : 0;
    if (same >= 5) return true;
  }
  return steps > value.length * 0.6 || countDistinct(value, Math.min(6, value.length / 2)) < Math.min(6, value.length / 2);
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

/** `one`: the letter that a 1 stands for. */
function isSpelledWith(value: string, one: number): boolean {
  let letters = 0;
  let liked = 0;
  let before = 0;
  for (let at = 0; at < value.length; at++) {
    const letter = letterAt(value, at) || likeness(value, at, one);
    if (letter === 0) continue;
    if (letters++ > 0) liked += commonPairs[(before << 5) | letter]!;
    before = letter;
  }
  return letters >= value.length - 4 && letters >= 5 && liked / (letters - 1) > NAMES;
}

/** The letter that a digit or sign beside a letter looks like: 0 o, 3 e, 4 and @ a, 5 and $ s. */
function likeness(value: string, at: number, one: number): number {
  if (letterAt(value, at + 1) === 0 && letterAt(value, at - 1) === 0) return 0;
  switch (value.charCodeAt(at)) {
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
  const digits = countDigits(value);
  if (digits === value.length || !/[A-Za-z]/.test(value)) return false;
  return (digits >= 2 || countClasses(value) >= 2) && entropy(value) >= 2.7 && !isWordy(value) && !isNamePath(value);
}

/** Names joined by separators, such as `my-service-2-token`. */
export function isNamePath(value: string): boolean {
  if (countSeparators(value) < 2) return false;
  const parts = value.split(/[-_./]+/);
  const plain = parts.filter((part) => /^(?:[a-z]{2,}|[A-Z][a-z]+|[A-Z]{2,}|\d{1,4})$/.test(part));
  return parts.length >= 3 && plain.length >= parts.length - 1 && plain.join("").length > value.length / 2;
}

/** Of `-_./`. */
function countSeparators(value: string): number {
  let count = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === 0x2d || code === 0x2e || code === 0x2f || code === 0x5f) count++;
  }
  return count;
}
