// How much of a value nobody knows: fingerprints of guessable text would give it away to whoever has the key.
import { credentialRules, isWordy } from "../../credential/index.ts";
import { toCanonical } from "../alphabet.ts";
import { readPrivateKey } from "./private-key.ts";

/** Unknown bits that each fingerprint stands for at least; two more are lost to the four readings that share one. */
export const LEAST_BITS = 64;
const SHARED_BITS = 2;

const LETTERS = 26;
const DIGITS = 10;
/** Visible ASCII besides letters and digits that is compared. */
const SIGNS = 26;
/** Bits that a letter of a word carries. */
const WORD_BITS = 2;

/** Estimates the unknown bits of canonical text from the characters that occur; what repeats or counts on adds nothing. */
export function countBits(text: string): number {
  const hasLetters = /[a-z]/.test(text);
  const isHex = /^[0-9a-f]+$/.test(text);
  const size = isHex ? (hasLetters ? 16 : DIGITS) : (hasLetters ? LETTERS : 0) + (/\d/.test(text) ? DIGITS : 0) + (/[^a-z0-9]/.test(text) ? SIGNS : 0);
  const each = Math.log2(Math.max(size, 2));
  const letter = !isHex && isWordy(text) ? WORD_BITS : each;
  let bits = 0;
  for (let at = 0; at < text.length; at++) if (!isForeseeable(text, at)) bits += /[a-z]/.test(text.charAt(at)) ? letter : each;
  return bits;
}

export function isStrong(text: string): boolean {
  return countBits(text) >= LEAST_BITS + SHARED_BITS;
}

/** The character before again, the next one in order, or the end of three that have stood before. */
function isForeseeable(text: string, at: number): boolean {
  const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
  if (at > 0 && Math.abs(step) <= 1) return at > 1 && text.charCodeAt(at - 1) - text.charCodeAt(at - 2) === step;
  return at >= 3 && text.lastIndexOf(text.slice(at - 2, at + 1), at - 3) >= 0;
}

/** A stretch of a value that is not public, but for what `isPublic` says of it. */
export type Unknown = { readonly text: string; readonly isPublic?: (offset: number, length: number) => boolean };

const prefixes = [...new Set(credentialRules.map(({ publicPrefix }) => publicPrefix))].filter((prefix) => prefix.length > 1).sort((a, b) => b.length - a.length);
const signature = /^eyJ[\w-]+\.[\w-]*\.([\w-]{20,})$/;
const addressPassword = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/i;

/** What follows the host: the parts of a webhook's path are its secret. */
const address = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/i;

/**
 * The stretches that are worth a fingerprint: the signature of a signed token, the password of an address, the secret part of a private
 * key, each text of a JSON document; of everything else what follows a vendor's public prefix.
 */
export function findUnknown(value: string): Unknown[] {
  const document = readDocument(value);
  if (document) return document.flatMap(findUnknown);
  const key = readPrivateKey(value);
  if (key) return [key];
  const trimmed = value.trim();
  const part = signature.exec(trimmed)?.[1] ?? addressPassword.exec(trimmed)?.[1];
  const path = part === undefined ? address.exec(trimmed)?.[1] : undefined;
  if (path !== undefined) return path.split(/[/?&=#]/).map((text) => ({ text }));
  return [{ text: part ?? trimmed.slice(prefixes.find((prefix) => trimmed.startsWith(prefix))?.length ?? 0) }];
}

/** The texts of a JSON object or list that are strong by themselves; undefined where the value is none. */
function readDocument(value: string): string[] | undefined {
  if (!/^\s*[{[]/.test(value)) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(value);
  } catch {
    return undefined;
  }
  const texts: string[] = [];
  const visit = (item: unknown): void => {
    if (typeof item === "string") texts.push(item);
    else if (typeof item === "object" && item !== null) Object.values(item).forEach(visit);
  };
  visit(document);
  // Names, addresses and versions beside the credential are weak or public; the strong ones are kept.
  return texts.filter((text) => !/^https?:\/\/[^@]*$|^[\w.+-]+@[\w.-]+$/.test(text) && findUnknown(text).some((unknown) => isStrong(toCanonical(unknown.text))));
}
