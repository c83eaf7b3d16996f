// Values that standards and manuals print as examples, and that documentation everywhere repeats. Kept as digests, so that none of them stands here.
import { createHash } from "node:crypto";
import { publishedDigests } from "./published.generated.ts";

/** First twelve hexadecimal digits of the SHA-256 of values in RFC 5849, 6749, 6750, 7009, 7617, the OAuth 1.0 community guide and what quotes them. */
const digests = new Set([
  "6c96130f130a", "00cf4c781dc3", "ea9bdfd02c0c", "ca7459e2b267", "9d03b692e941", "8d567eb88aff", "b8e148545b13", "a35b81a7d792", "d167410a1686", "055671f8eca8", "53f5da0aaa93", "ad62d48d8b06", "cf4d418ed3de",
  "cb87c87e4a13", "649e1f5c769e", "bb9b1163338b", "4c20e6f5cc11", "6aa14267d949", "a8e3c23c8262", "9e309cccd311", "e9974c507d2a", "293257ab6495", "c20fbc2b9618", "b87dad10a32a", "2ff8b0fb93ac",
]);

/** True for an example of the documentation: it says so itself, or it is one of the well-known ones. */
export function isPublishedExample(value: string): boolean {
  if (/example/i.test(value) && !value.includes("-----BEGIN ")) return true;
  const digest = toDigest(value);
  return digests.has(digest) || publishedDigests.has(digest);
}

/** First twelve hexadecimal digits of the SHA-256 of a value; of a key in text form its base64 alone counts, however its lines are broken. */
export function toDigest(value: string): string {
  const plain = value.includes("-----BEGIN ") ? value.replace(/-----[A-Z0-9 ]{3,60}-----|\\[nrt]|[^A-Za-z0-9+/]/g, "") : value;
  return createHash("sha256").update(plain, "latin1").digest("hex").slice(0, 12);
}
