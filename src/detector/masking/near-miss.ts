// A mask tells where a secret was: in a URL, a header or a command line only the mask kept it from the log.
import type { Buffer } from "node:buffer";
import { previewNothing } from "../../finding/index.ts";
import type { Match, RuleInfo } from "../detector.ts";
import { maskedInCommandLine, maskedInHeader, maskedInUrl } from "./rules.ts";
import { findAll, textAfter, textBefore } from "./text.ts";

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

/** Where masks stand in what travels. At most one match per mask. */
export function findNearMisses(bytes: Buffer): Match[] {
  const matches: Match[] = [];
  for (const at of findAll(bytes, MASK)) {
    const before = textBefore(bytes, at, CONTEXT_BYTES);
    const rule = before === "" ? undefined : recognise(before, () => textAfter(bytes, at + MASK.length, CONTEXT_BYTES));
    if (rule) matches.push({ rule, start: at, end: at + MASK.length, preview: previewNothing("masked") });
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
