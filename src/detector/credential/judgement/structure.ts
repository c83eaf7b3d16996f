// Structure that a value must have beyond its characters. What fails here is not what the rule looks for.
import { Buffer } from "node:buffer";
import { entropy } from "./entropy.ts";
import { isAddressPassword, isChosenPassword, isNamePath, isPlaceholder, isRandomText, isReference, isWordy } from "./plausibility.ts";

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Names that a rule's `structure` may have, each with the check of a value. */
export const structures = {
  /** RFC 7519: a header that is a JSON object with `alg`, a payload with one of the claims that identify or limit it. */
  "json-web-token": (value: string) => {
    const [header, payload] = value.split(".");
    const claims = readObject(payload);
    return "alg" in (readObject(header) ?? {}) && claims !== undefined && registeredClaims.some((claim) => claim in claims) && !isExampleSubject(claims);
  },
  /** Sixteen base-32 characters; in keys of today they hold a 12-digit account number. */
  "aws-key-id": (value: string) => {
    const account = awsAccount(value.slice(4));
    return account !== undefined && account < 1_000_000_000_000;
  },
  /** Basic authentication, RFC 7617: base64 of name, colon, password. */
  "user-and-password": (value: string) => {
    const plain = Buffer.from(value, "base64").toString("latin1");
    const password = plain.slice(plain.indexOf(":") + 1);
    return /^[\x21-\x7e]{1,128}:[\x21-\x7e]{4,256}$/.test(plain) && isChosenPassword(password);
  },
  /** RFC 7468: behind the first line and the headers stands base64, also where line breaks are written as escapes or strings are joined. */
  "pem-body": (value: string) => {
    const body = value.replace(/^[\s\S]{0,40}?-----[A-Z ]{3,40}-----/, "").replace(/^(?:(?:\\[nr]|[\s"'+,\\]){0,64}[A-Za-z-]{4,20}:[^\n\\]{0,200}){1,8}/, "");
    const run = /^[A-Za-z0-9+/=\\\s"'+,]{0,12000}/.exec(body)?.[0].replace(/\\[nr]|[^A-Za-z0-9+/]/g, "") ?? "";
    return run.length >= 60 && /[A-Za-z0-9+/]{20}/.test(body.slice(0, 160)) && new Set(run.slice(0, 400)).size >= 16;
  },
  /** A 64-byte key in base64. */
  "base64-64-bytes": (value: string) => Buffer.from(value, "base64").length === 64,
  /** The same for addresses, without the short words of manuals. */
  "address-password": isAddressPassword,
  /** A password that somebody chose: no placeholder, no reference, none of the words that documentation uses. */
  "chosen-password": isChosenPassword,
  /** A chosen password that is no word either: letters and digits mixed, for places where names stand as often as values. */
  "mixed-password": (value: string) => isChosenPassword(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && !isWordy(value) && !isNamePath(value) && !/^[A-Za-z_]\w*\.\w|passw|crypt|^(?:sha|md)\d/i.test(value),
  /** Many characters of any kind, and no words: keys that a framework makes for itself. */
  "mixed-secret": (value: string) => !isPlaceholder(value) && !/\{\{|<%|\$\{/.test(value) && entropy(value) >= 3.6 && !isWordy(value) && !isNamePath(value),
  /** Text without words, digits among the letters. */
  "random-text": (value: string) => isRandomText(value) && !isReference(value),
  /** A value in a Secret's data: any that stands for itself. */
  "secret-data": (value: string) => !isReference(value) && !isPlaceholder(value),
} as const satisfies Record<string, (value: string) => boolean>;

export type StructureName = keyof typeof structures;

/** The account in an access key id's 16 characters: bits 1 to 40; undefined for other characters and for keys that hold none. */
function awsAccount(body: string): number | undefined {
  let bits = 0n;
  for (const character of body.slice(0, 10)) {
    const digit = BASE32.indexOf(character);
    if (digit < 0) return undefined;
    bits = (bits << 5n) | BigInt(digit);
  }
  return Number((bits >> 9n) & 0xff_ffff_ffffn);
}

/** RFC 7519, section 4.1, and those that services add. */
const registeredClaims = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "role", "roles", "scope", "scp", "client_id", "azp", "email", "user_id"];

/** The subject that documentation of the format uses: the digits in their order. */
function isExampleSubject(claims: object): boolean {
  return "sub" in claims && typeof claims.sub === "string" && "1234567890".startsWith(claims.sub);
}

function readObject(part: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
