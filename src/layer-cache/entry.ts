// The form of an entry on disk: one line of JSON under a seal. Whatever does not open exactly is no entry.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { coverageSchema, findingSchema, gapSchema } from "../finding/index.ts";
import type { LayerRecord } from "../reader/image/index.ts";

const FORM = "pci-pipeline/layer/v1";
const digest = z.string().regex(/^sha(256|512):[0-9a-f]+$/);

const recordSchema = z.strictObject({
  form: z.literal(FORM),
  key: z.string(),
  seen: coverageSchema.shape.seen,
  examined: coverageSchema.shape.examined,
  findings: z.array(findingSchema.omit({ disposition: true, waiver: true, fingerprint: true }).loose()),
  gaps: z.array(gapSchema.omit({ disposition: true, waiver: true, fingerprint: true }).loose()),
  blobs: z.array(digest),
  stamps: z.array(z.string()),
  /** Digest of the file that holds the layer's names. */
  names: z.string(),
});

export type StoredLayer = LayerRecord & { readonly names: string };

/** Text of an entry; with a secret its seal is a MAC, which nobody makes without it. */
export function sealEntry(key: string, layer: StoredLayer, secret: Uint8Array | undefined): string {
  const body = JSON.stringify({ form: FORM, key, ...layer });
  return `${sealOf(body, secret)}\n${body}\n`;
}

/** The layer, or undefined for an entry that is damaged, that another key has sealed, or that is about something else. */
export function openEntry(key: string, text: string, secret: Uint8Array | undefined): StoredLayer | undefined {
  const [seal = "", body = ""] = text.split("\n");
  const expected = Buffer.from(sealOf(body, secret));
  const found = Buffer.from(seal);
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return undefined;
  const value = JSON.parse(body) as StoredLayer;
  const parsed = recordSchema.safeParse(value);
  if (!parsed.success || parsed.data.key !== key) return undefined;
  // The value as it was written: parsing would change the order of keys, and a report says the same with a cache and without.
  const { seen, examined, findings, gaps, blobs, stamps, names } = value;
  return { seen, examined, findings, gaps, blobs, stamps, names };
}

function sealOf(body: string, secret: Uint8Array | undefined): string {
  return secret ? `hmac-sha256:${createHmac("sha256", secret).update(body).digest("hex")}` : `sha256:${createHash("sha256").update(body).digest("hex")}`;
}
