// Part of verify.html: reads a bundle as strictly as the command does. Runs in a browser, with the one piece that it shares.
// Formats: Sigstore bundle v0.3 (sigstore_bundle.proto), DSSE (protocol.md), RFC 8785, X9.62 signatures in DER.
import { hasDuplicateKey } from "../../finding/index.ts";

export type OpenBundle = {
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly payloadType: string;
  /** r and s, 32 bytes each; undefined where the signature is no DER signature of P-256. */
  readonly signature: Uint8Array<ArrayBuffer> | undefined;
  /** null where a certificate names the signer. */
  readonly hint: string | null;
  readonly hasProofs: boolean;
  /** Payload and signature as they stand, to tell whether two bundles are one. */
  readonly same: string;
};

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const hasOnly = (value: Json, names: readonly string[]) => Object.keys(value).every((name) => names.includes(name));

/** The bundle, or in one sentence what is wrong with its form. */
export function openBundle(text: string): OpenBundle | string {
  const document = parseOnce(text);
  if (document === undefined) return "it is not JSON, or names something twice";
  if (!isObject(document) || document["mediaType"] !== "application/vnd.dev.sigstore.bundle.v0.3+json") return "it is not a Sigstore bundle v0.3";
  const { verificationMaterial: material, dsseEnvelope: envelope } = document;
  if (!isObject(material) || !isObject(envelope) || !hasOnly(document, ["mediaType", "verificationMaterial", "dsseEnvelope"])) return "it has parts that this format does not know";
  if (!hasOnly(material, ["publicKey", "certificate", "tlogEntries", "timestampVerificationData"]) || !hasOnly(envelope, ["payload", "payloadType", "signatures"])) return "it has parts that this format does not know";
  const [first, ...more] = Array.isArray(envelope["signatures"]) ? (envelope["signatures"] as unknown[]) : [];
  if (!isObject(first) || more.length > 0 || !hasOnly(first, ["sig", "keyid"]) || (first["keyid"] ?? "") !== "") return "it does not hold exactly one signature";
  const payload = fromBase64(envelope["payload"]);
  const der = fromBase64(first["sig"]);
  const key = material["publicKey"];
  const hint = isObject(key) && hasOnly(key, ["hint"]) && typeof key["hint"] === "string" ? key["hint"] : null;
  if (payload === undefined || der === undefined || typeof envelope["payloadType"] !== "string" || (key !== undefined && hint === null) || (hint === null) === (material["certificate"] === undefined)) return "payload, signature or key do not have their form";
  const stamps = isObject(material["timestampVerificationData"]) ? material["timestampVerificationData"]["rfc3161Timestamps"] : undefined;
  const hasProofs = [material["tlogEntries"], stamps].some((list) => Array.isArray(list) && list.length > 0);
  return { payload, payloadType: envelope["payloadType"], signature: toRaw(der), hint, hasProofs, same: `${String(envelope["payload"])}.${String(first["sig"])}` };
}

/** What is really signed: DSSE's pre-authentication encoding. */
export function toSignedBytes({ payload, payloadType }: Pick<OpenBundle, "payload" | "payloadType">): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const head = encoder.encode(`DSSEv1 ${encoder.encode(payloadType).length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** The value of canonical JSON; undefined for any other bytes, doubled names among them. */
export function parseCanonicalText(bytes: Uint8Array): Json | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isObject(value) && toCanonicalText(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

function toCanonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalText).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${toCanonicalText(value[name])}`).join(",")}}`;
}

/** JSON in which no object names anything twice: the parser would keep the last one, and others the first. */
function parseOnce(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return hasDuplicateKey(text, value) ? undefined : value;
  } catch {
    return undefined;
  }
}

export function fromBase64(text: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== "string" || text === "") return undefined;
  try {
    const binary = atob(text);
    return btoa(binary) === text ? Uint8Array.from(binary, (character) => character.charCodeAt(0)) : undefined;
  } catch {
    return undefined;
  }
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** A sequence of two integers to the form that browsers verify. */
function toRaw(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const r = readInteger(der, 2);
  const s = r && readInteger(der, r.end);
  if (!r || !s || s.end !== der.length) return undefined;
  const raw = new Uint8Array(64);
  raw.set(r.bytes, 32 - r.bytes.length);
  raw.set(s.bytes, 64 - s.bytes.length);
  return raw;
}

function readInteger(der: Uint8Array, at: number): { bytes: Uint8Array; end: number } | undefined {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== 0x02 || length === 0 || length > 33 || end > der.length) return undefined;
  const stored = der.subarray(at + 2, end);
  const bytes = stored[0] === 0 ? stored.subarray(1) : stored;
  return bytes.length > 32 || (stored[0] ?? 0) >= 0x80 ? undefined : { bytes, end };
}
