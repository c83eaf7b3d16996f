// What language, paths and code look like, pair by pair of characters. Random text hardly ever looks like it, so that most of a log
// needs no hash. A rotated or reversed value must not look like it either, since one fingerprint stands for all four readings.
import { reverse, rotate } from "./alphabet.ts";

/** A window with this much likeness is passed over, and no fingerprint is made for what has it. */
export const LIKE_TEXT = 6;
const CODES = 128;
/** Of a pair, as its two bytes stand in a text: the second one is the higher. */
const pairAt = (first: number, second: number) => (second << 8) | first;

/** The commonest pairs of letters in logs of builds, and those that follow. */
const common = "es te st pa de nt re in od on ti er or en ac un ul si li le ar rt se at ts an ib ed mo tr js ck io ra nd ct lo no pe as py il ss is me ma du tc na it ce co ge ru lt ke po th np et ex yp om pm ll to oc ta ca do so ch ng ie ou ol ae bl ag ys";
const usual = "ze ro al iz gi ns nc cl um di ne fu ad ai ic am mu iv ty he ba ey ec ve ea tt ms fi mp ui ha rs ly tp el ep nu yt sh ka eg ri ht sd ot id fe qu ut su ws da sr ho cc ry pt aw pl xp la ok sp dk be ps rk wo wa ap cr rg vi nf rc ir cj fo bu eq im em us ni ay ev sf ip pi mj ef mi hm ci lu fa ku pr ew ab sc rv oo ig ow dd if ee op rr ls dt ue ga nk sa lv oa os wi sn tl xt af up ki ld tf xi ur";
/** Signs between words and numbers. */
const joints = "./:+=,";

/**
 * A score for each pair of canonical characters. Over random text of one alphabet the mean of two to the power
 * of a score is no more than one, so that few windows of it come to LIKE_TEXT.
 */
export const likeness = new Int8Array(CODES << 8);
for (let first = 0x21; first < 0x7f; first++) for (let second = 0x21; second < 0x7f; second++) likeness[pairAt(first, second)] = scorePair(first, second);
for (const [pairs, score] of [[common, 2], [usual, 1]] as const) for (const pair of pairs.split(" ")) likeness[pairAt(pair.charCodeAt(0), pair.charCodeAt(1))] = score;

function scorePair(first: number, second: number): number {
  const [one, other] = [kindOf(first), kindOf(second)];
  if (one === "letter" && other === "letter") return -3;
  if (first === second) return 2;
  if (one === "sign" || other === "sign") return one === other || joints.includes(String.fromCharCode(one === "sign" ? first : second)) ? 0 : -1;
  return one === other ? 0 : -1;
}

function kindOf(code: number): "letter" | "digit" | "sign" {
  return code >= 0x61 && code <= 0x7a ? "letter" : code >= 0x30 && code <= 0x39 ? "digit" : "sign";
}

/** Whether canonical text, or one of its other readings, would be passed over. */
export function looksLikeText(text: string): boolean {
  const backwards = reverse(text);
  return [text, backwards, rotate(text), rotate(backwards)].some((reading) => sumOf(reading) >= LIKE_TEXT);
}

function sumOf(text: string): number {
  let sum = 0;
  for (let at = 1; at < text.length; at++) sum += likeness[pairAt(text.charCodeAt(at - 1), text.charCodeAt(at))] as number;
  return sum;
}
