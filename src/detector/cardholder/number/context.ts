// What stands around a number, and what its digits look like by themselves: reasons to doubt that it is a card's, and reasons to believe it.
import { LONGEST, type Run } from "../digit-run.ts";
import { isDigit } from "../separator.ts";
import { findIssuer } from "./issuer.ts";
import { hasCheckDigit } from "./luhn.ts";

const DASH = 0x2d;

/** Words for cards in the languages of those who pay with them; parts of names count, parts of other words don't. */
const cardWords = /(?<![a-z])(?:(?:credit|debit|bank|gift|prepaid)?[ _-]?card(?:s|holder|[ _-]?(?:number|num|nr|no|n|holder|data|info))?|cc[ _-]?(?:number|num|nr|no|n|info))(?![a-z])|(?<![a-z])pan(?![a-z])|visa\b|\bamex|american.?express|master.?card|maestro|\bjcb\b|diners|unionpay|\brupay|hipercard|\bcv[vc]2?\b|exp(?:iry|iration|ires)?[ _-]?(?:date|month|year|mm|yy)|primary.?account|tarjeta|cart[aã]o|carte.?(?:bancaire|bleue|de)|(?:kredit|debit|giro)?karte|kart[ey]?(?:nnummer|_|\b)|карт|\bdf?_?0?02\b|\b(?:acct|account)[ _-]?(?:num|no|number)/i;

/** `cardNumber`, `billingCard`. */
const cardNames = /(?<![A-Za-z])card[A-Z]|(?<=[a-z])Card(?![a-z])/;

/** True where the text before or behind names cards. */
export function namesCard(before: string, after: string): boolean {
  return [before, after].some((text) => cardWords.test(text) || cardNames.test(text));
}

/** Names whose numbers are something else, and calls, whose bare arguments are seeds and constants. */
const otherNames = /(?:(?<![a-z])(?:id|ids|uid|gid|oid|pid|uuid|guid|time|timestamp|ts|date|epoch|nanos?|micros?|millis?|ns|us|ms|seed|rng|random|hash|crc\d*|checksum|sum|offset|size|bytes|length|len|nonce|serial|version|rev|revision|inode|addr|address|ptr|pointer|handle|isbn|imei|iccid|msisdn|phone|tel|fax|tracking|barcode|ean|gtin|sku|lat|lon|lng|snowflake|tweet|status|build|counter|ticks)|[a-z](?:Id|ID|Time|Seed|Hash|Size|Offset))["'\]]{0,2}[ \t]{0,4}(?:[:=]|=>|\()[ \t]{0,4}["']?$|[a-zA-Z_]\($/i;

export function isNamedOtherwise(before: string): boolean {
  return otherNames.test(before);
}

/** No part of a longer word, number, float, version, path or identifier. */
export function standsAlone(bytes: Uint8Array, { start, end }: Run): boolean {
  const before = bytes[start - 1] ?? 0;
  const after = bytes[end] ?? 0;
  if (isWord(before) || isWord(after)) return false;
  if (before === 0x2e && (isDigit(bytes[start - 2] ?? 0) || !isText(bytes[start - 2] ?? 0x20))) return false;
  if ((after === 0x2e || after === DASH || after === 0x2f) && isWord(bytes[end + 1] ?? 0)) return false;
  // A dash between groups, a sign, a path, a fragment, an escape, a sum.
  if (before === DASH || before === 0x2f || before === 0x23 || before === 0x25 || before === 0x2b) return false;
  return true;
}

/** Set off by nothing: in a file of records, as in a longer word. */
export function startsLetter(bytes: Uint8Array, end: number): boolean {
  const after = bytes[end] ?? 0;
  return isWord(after) && !isDigit(after);
}

/** One digit over and over, or counting up or down. */
export function isSequence(digits: string): boolean {
  let steps = 0;
  let same = 0;
  for (let at = 1; at < digits.length; at++) {
    const step = (digits.charCodeAt(at) - digits.charCodeAt(at - 1) + 10) % 10;
    if (step === 1 || step === 9) steps++;
    if (step === 0) same++;
  }
  return same === digits.length - 1 || steps >= digits.length - 4;
}

/** Few different digits, or all of one to five: strokes, flags, counters. */
export function isPoor(digits: string): boolean {
  return new Set(digits).size <= 4 || /^[1-5]*$/.test(digits) || /0{7}/.test(digits);
}

/** Part of a longer row of numbers or codes. One more group behind it may be an expiry date or a verification value. */
export function isListed(context: string, before: string, after: string): boolean {
  const codes = context.match(/\b(?=[0-9A-F]*[A-F])[0-9A-F]{4}\b/gi) ?? [];
  return codes.length >= 3 || /(?:\d|[0-9A-F]{4})[ -]$/i.test(before) || /^[ -](?:\d{1,2}|[0-9A-F]{4})[ -](?:\d|[0-9A-F]{4})/i.test(after);
}

/** Many long numbers close by that are no cards, or words of hexadecimal digits of the same length: constants, identifiers. A list of cards is none. */
export function isNumberTable(context: string, length: number): boolean {
  const words = context.match(/[0-9A-Fa-f]{10,40}/g) ?? [];
  const numbers = words.filter((word) => /^\d{10,22}$/.test(word));
  const cards = numbers.filter((number) => number.length <= LONGEST && findIssuer(number) && hasCheckDigit(number));
  return (numbers.length >= 3 && cards.length * 2 < numbers.length) || words.filter((word) => word.length === length && /[a-f]/i.test(word)).length >= 2;
}

/** Among bytes that are no text a number stands for a card only where it is set off as a field is, and its digits are many. */
export function isUnsure(bytes: Uint8Array, { start, end, digits }: Run & { readonly digits: string }): boolean {
  let strange = 0;
  for (let at = Math.max(0, start - 24); at < Math.min(bytes.length, end + 24); at++) if (!isText(bytes[at]!)) strange++;
  return strange > 8 && (new Set(digits).size < 6 || !isFieldEdge(bytes[start - 1] ?? 0) || !isFieldEdge(bytes[end] ?? 0));
}

/** Control characters, blanks, quotes, and `, : ; = |`. */
function isFieldEdge(byte: number): boolean {
  return byte <= 0x20 || byte >= 0x7f || byte === 0x22 || byte === 0x27 || byte === 0x2c || byte === 0x3a || byte === 0x3b || byte === 0x3d || byte === 0x7c;
}

function isWord(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f;
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
