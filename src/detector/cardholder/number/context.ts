// What stands around a number, and what its digits look like by themselves: reasons to doubt that it is a card's, and reasons to believe it.
import { isDigit } from "../separator.ts";
import { textOf } from "../text.ts";
import type { Digits } from "./digits.ts";
import { Stretch, Words } from "./surroundings.ts";

/** Words for cards in the languages of those who pay with them; parts of names count, parts of other words don't. */
const cardWords = /(?<![a-z])(?:(?:credit|debit|bank|gift|prepaid)?[ _-]?card(?:s|holder|[ _-]?(?:number|num|nr|no|n|holder|data|info))?|cc[ _-]?(?:number|num|nr|no|n|info))(?![a-z])|(?<![a-z])pan(?![a-z])|visa\b|\bamex|american.?express|master.?card|maestro|\bjcb\b|diners|unionpay|\brupay|hipercard|\bcv[vc]2?\b|exp(?:iry|iration|ires)?[ _-]?(?:date|month|year|mm|yy)|primary.?account|tarjeta|cart[aã]o|carte.?(?:bancaire|bleue|de)|(?:kredit|debit|giro)?karte|kart[ey]?(?:nnummer|_|\b)|карт|\bdf?_?0?02\b|\b(?:acct|account)[ _-]?(?:num|no|number)/i;

/** `cardNumber`, `billingCard`. */
const cardNames = /(?<![A-Za-z])card[A-Z]|(?<=[a-z])Card(?![a-z])/;

/** Names whose numbers are something else, and calls, whose bare arguments are seeds and constants. */
const otherNames = /(?:(?<![a-z])(?:id|ids|uid|gid|oid|pid|uuid|guid|time|timestamp|ts|date|epoch|nanos?|micros?|millis?|ns|us|ms|seed|rng|random|hash|crc\d*|checksum|sum|offset|size|bytes|length|len|nonce|serial|version|rev|revision|inode|addr|address|ptr|pointer|handle|isbn|imei|iccid|msisdn|phone|tel|fax|tracking|barcode|ean|gtin|sku|lat|lon|lng|snowflake|tweet|status|build|counter|ticks)|[a-z](?:Id|ID|Time|Seed|Hash|Size|Offset))["'\]]{0,2}[ \t]{0,4}(?:[:=]|=>|\()[ \t]{0,4}["']?$|[a-zA-Z_]\($/i;

/** What products are told apart by, in prose. */
const models = /\b(?:model|firmware|part|serial|bios)(?: (?:no\.?|number|id))? $/i;
const DASH = 0x2d;
/** Bytes around a number in which its context is looked for. */
const AROUND = 160;
const CLOSE = 64;
/** Among what is no text. */
const NEAR = 24;

const letters = new Uint8Array(256).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);
/** Letters, digits and the underscore. */
const words = letters.slice().fill(1, 0x30, 0x3a).fill(1, 0x5f, 0x60);
const strange = Uint8Array.from({ length: 256 }, (_, byte) => (isText(byte) ? 0 : 1));

/** The context of numbers in one window, asked for in their order. */
export class Context {
  readonly #bytes: Uint8Array;
  readonly #close: Stretch;
  readonly #around: Stretch;
  readonly #plain: Stretch;
  readonly #words: Words;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#close = new Stretch(bytes, letters);
    this.#around = new Stretch(bytes, letters);
    this.#plain = new Stretch(bytes, strange);
    this.#words = new Words(bytes);
  }

  /** True where the text before or behind names cards. */
  namesCard(start: number, end: number): boolean {
    const from = Math.max(0, start - CLOSE);
    const to = Math.min(this.#bytes.length, end + CLOSE);
    return !this.#close.lacks(from, to) && (namesCard(textOf(this.#bytes, from, start)) || namesCard(textOf(this.#bytes, end, to)));
  }

  /** The same directly before. */
  namesCardBefore(start: number): boolean {
    return namesCard(textOf(this.#bytes, Math.max(0, start - NEAR), start));
  }

  /** Behind a name that stands for another number, or a call. */
  isNamedOtherwise(start: number): boolean {
    if (this.#followsWord(start) && models.test(textOf(this.#bytes, Math.max(0, start - NEAR), start))) return true;
    return this.#followsOperator(start) && otherNames.test(textOf(this.#bytes, Math.max(0, start - CLOSE), start));
  }

  /** Part of a longer row of numbers or codes. One more group behind it may be an expiry date or a verification value. */
  isListed(start: number, end: number): boolean {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(this.#bytes.length, end + AROUND);
    const codes = this.#around.lacks(from, to) ? [] : (textOf(this.#bytes, from, to).match(/\b(?=[0-9A-F]*[A-F])[0-9A-F]{4}\b/gi) ?? []);
    return codes.length >= 3 || /(?:\d|[0-9A-F]{4})[ -]{1,2}$/i.test(textOf(this.#bytes, Math.max(0, start - 6), start)) || /^[ -]{1,2}(?:\d{1,2}|[0-9A-F]{4})[ -]{1,2}(?:\d|[0-9A-F]{4})/i.test(textOf(this.#bytes, end, Math.min(to, end + 12)));
  }

  /** Many long numbers close by that are no cards: constants, identifiers. */
  isNumberTable(start: number, end: number): boolean {
    return this.#words.isTable(Math.max(0, start - AROUND), Math.min(this.#bytes.length, end + AROUND), end - start);
  }

  /** Among bytes that are no text a number stands for a card only where it is set off as a field is, and its digits vary. */
  isUnsure(start: number, end: number, digits: Digits): boolean {
    const from = Math.max(0, start - NEAR);
    const to = Math.min(this.#bytes.length, end + NEAR);
    if (this.#plain.lacks(from, to)) return false;
    let count = 0;
    for (let at = from; at < to; at++) count += strange[this.#bytes[at]!]!;
    return count > 8 && (!digits.isVaried || !isFieldEdge(this.#bytes[start - 1] ?? 0) || !isFieldEdge(this.#bytes[end] ?? 0));
  }

  /** No part of a longer word, number, float, version, path or identifier. */
  standsAlone(start: number, end: number): boolean {
    const bytes = this.#bytes;
    const before = bytes[start - 1] ?? 0;
    const after = bytes[end] ?? 0;
    if (words[before] === 1 || words[after] === 1) return false;
    if (before === 0x2e && (isDigit(bytes[start - 2] ?? 0) || !isText(bytes[start - 2] ?? 0x20))) return false;
    if ((after === 0x2e || after === DASH || after === 0x2f) && words[bytes[end + 1] ?? 0] === 1) return false;
    // A dash between groups, a sign, a path, a fragment, an escape, a sum.
    return before !== DASH && before !== 0x2f && before !== 0x23 && before !== 0x25 && before !== 0x2b;
  }

  /** Set off by nothing: in a file of records, as in a longer word. */
  startsLetter(end: number): boolean {
    const after = this.#bytes[end] ?? 0;
    return words[after] === 1 && !isDigit(after);
  }

  /** Whether a blank stands before `start`, and what may end a word or an abbreviation before that. */
  #followsWord(start: number): boolean {
    const before = this.#bytes[start - 2] ?? 0;
    return this.#bytes[start - 1] === 0x20 && (letters[before] === 1 || before === 0x2e);
  }

  /** Whether blanks and a quote before `start` are all that stands between it and one of `: = > (`. */
  #followsOperator(start: number): boolean {
    const bytes = this.#bytes;
    let at = start - 1;
    if (bytes[at] === 0x22 || bytes[at] === 0x27) at--;
    for (let blanks = 0; blanks < 4 && (bytes[at] === 0x20 || bytes[at] === 0x09); blanks++) at--;
    const byte = bytes[at];
    return byte === 0x3a || byte === 0x3d || byte === 0x3e || byte === 0x28;
  }
}

function namesCard(text: string): boolean {
  return cardWords.test(text) || cardNames.test(text);
}

/** Control characters, blanks, quotes, and `, : ; = |`. */
function isFieldEdge(byte: number): boolean {
  return byte <= 0x20 || byte >= 0x7f || byte === 0x22 || byte === 0x27 || byte === 0x2c || byte === 0x3a || byte === 0x3b || byte === 0x3d || byte === 0x7c;
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
