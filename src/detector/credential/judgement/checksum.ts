// Checksums that vendors put into their tokens; each can be verified without asking anybody.
import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** Names that a rule's `checksum` may have, each with the check of a whole token. */
export const checksums = {
  /** GitHub and npm: prefix, random characters, CRC-32 of those as six base-62 digits. */
  "crc32-base62": (token: string) => {
    const body = token.slice(token.indexOf("_") + 1);
    return crc32Base62(body.slice(0, -6)) === body.slice(-6);
  },
  /** Grafana service accounts: CRC-32 of everything before the last underscore, little-endian, as eight hexadecimal digits. */
  "crc32-hex": (token: string) => {
    const cut = token.lastIndexOf("_");
    return crc32Hex(token.slice(0, cut)) === token.slice(cut + 1).toLowerCase();
  },
} as const satisfies Record<string, (token: string) => boolean>;

export type ChecksumName = keyof typeof checksums;

/** Six base-62 digits (0-9, A-Z, a-z), filled with zeros. */
export function crc32Base62(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < 6; place++) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** Four bytes, least first, as hexadecimal digits. */
export function crc32Hex(text: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(text));
  return bytes.toString("hex");
}
