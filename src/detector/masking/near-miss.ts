// A mask tells where a secret was: in a URL, a header or a command line only the mask kept it from the log.
import type { Buffer } from "node:buffer";
import { previewNothing } from "../../finding/index.ts";
import type { Match, RuleInfo } from "../detector.ts";
import { isRandomText } from "../credential/index.ts";
import { maskedInCommandLine, maskedInHeader, maskedInPart, maskedInUrl } from "./rules.ts";
import type { LogMarks } from "./sieve/index.ts";
import { textAfter, textBefore } from "./text.ts";

export const MASK = "***";
const CONTEXT_BYTES = 200;

const urlBefore = /[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s/@:'"]{0,80}:)?$/i;
const urlAfter = /^\*{0,3}(?::[^\s/@]{0,80})?@[\w.[-]/;
const queryBefore = /[?&][\w.-]{0,40}(?:token|key|secret|password|passwd|signature|sig|auth|code)=$/i;
const headerBefore = /(?:^|[\s'"<>{,(-])(?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:(?:bearer|basic|token|digest|apikey|bot|aws4-hmac-sha256)\s+)?$/i;
const customHeaderBefore = /(?:^|[\s'"<>])(?:x-[\w-]{0,30}|private-|job-|deploy-)(?:token|key|secret|auth|password)["']?:\s{0,3}$/i;
const optionBefore = /(?:^|\s)--?(?:[a-z][\w-]{0,40}?)?(?:password|passwd|passphrase|pass|token|secret|key|auth|credentials?)(?:=|\s+)["']?$/i;
const userOptionBefore = /(?:^|\s)(?:-u|--user)[ =]["']?[^\s:'"]{1,60}:$/;
const prefixBefore = /(?:^|[;&|]\s*|\s)[A-Z][A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|PWD|TOKEN|SECRET|KEY)=["']?$/;

/** Characters of a value without separators, right beside a mask: more of them than a name has. */
const restBehind = /^[A-Za-z0-9+_=-]{20,}/;
const restBefore = /[A-Za-z0-9+_=-]{20,}$/;

/** A value's other part beside the mask: what somebody made at random, and no name that a mask has cut. */
function findRest(at: number, before: string, after: string): Match | undefined {
  const end = at + MASK.length;
  const [behind, front] = [restBehind.exec(after)?.[0] ?? "", restBefore.exec(before)?.[0] ?? ""];
  const rest = isRandomText(behind) && isMixed(behind) ? { start: end, end: end + behind.length } : isRandomText(front) && isMixed(front) ? { start: at - front.length, end: at } : undefined;
  return rest ? { rule: maskedInPart, ...rest, preview: previewNothing("the rest of a masked value") } : undefined;
}

/** Small and capital letters and digits, or many hexadecimal digits. */
function isMixed(text: string): boolean {
  return (/[a-z]/.test(text) && /[A-Z]/.test(text) && /\d.*\d/.test(text)) || (/^[0-9a-f]{32,}$/i.test(text) && /[a-f]/i.test(text));
}

/** Where masks stand in what travels. At most one match per mask. */
export function findNearMisses(bytes: Buffer, marks: LogMarks): Match[] {
  const matches: Match[] = [];
  for (const { start: at } of marks.of("mask")) {
    const before = textBefore(bytes, at, CONTEXT_BYTES);
    const after = textAfter(bytes, at + MASK.length, CONTEXT_BYTES);
    const rest = findRest(at, before, after);
    const rule = before === "" ? undefined : recognise(before, () => after);
    if (rest) matches.push(rest);
    else if (rule) matches.push({ rule, start: at, end: at + MASK.length, preview: previewNothing("masked") });
  }
  return matches;
}

function recognise(before: string, after: () => string): RuleInfo | undefined {
  if (urlBefore.test(before) && urlAfter.test(after())) return maskedInUrl;
  if (queryBefore.test(before)) return maskedInUrl;
  if (headerBefore.test(before) || customHeaderBefore.test(before)) return isCheckout(before) ? undefined : maskedInHeader;
  if (optionBefore.test(before) || userOptionBefore.test(before)) return maskedInCommandLine;
  return prefixBefore.test(before) && /\s\S/.test(after().slice(0, 80)) ? maskedInCommandLine : undefined;
}

/** actions/checkout prints this in every log; the token is the job's own and dies with it. */
function isCheckout(before: string): boolean {
  return /\.extraheader["']?,?\s+["']?AUTHORIZATION:/.test(before);
}
