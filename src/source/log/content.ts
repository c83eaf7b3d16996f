// Tells a log from what often lies in its place: an error page, an archive, a program.

export type ContentKind =
  | { readonly kind: "empty" | "text" | "gzip" | "zip" }
  | { readonly kind: "error-page" | "binary"; readonly what: string };

/** How many bytes of the front tell the kind. */
export const HEAD_BYTES = 4096;

type Signature = { readonly what: string; readonly at?: number; readonly bytes: readonly number[] };

const ascii = (text: string): number[] => [...Buffer.from(text, "latin1")];

/** First bytes of formats that are no text, as their specifications give them. */
const signatures: readonly Signature[] = [
  { what: "a program (ELF)", bytes: [0x7f, ...ascii("ELF")] },
  { what: "a program (Mach-O)", bytes: [0xcf, 0xfa, 0xed, 0xfe] },
  { what: "a WebAssembly module", bytes: [0x00, ...ascii("asm")] },
  { what: "a Java class file", bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { what: "a PNG image", bytes: [0x89, ...ascii("PNG")] },
  { what: "a JPEG image", bytes: [0xff, 0xd8, 0xff] },
  { what: "a GIF image", bytes: ascii("GIF8") },
  { what: "a PDF document", bytes: ascii("%PDF-") },
  { what: "a SQLite database", bytes: ascii("SQLite format 3") },
  { what: "a zstd archive", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { what: "an xz archive", bytes: [0xfd, ...ascii("7zXZ")] },
  { what: "a 7-Zip archive", bytes: [...ascii("7z"), 0xbc, 0xaf] },
  { what: "a bzip2 archive", bytes: ascii("BZh9") },
  { what: "a tar archive", at: 257, bytes: ascii("ustar") },
];

/** What `head`, the first HEAD_BYTES of some content, is the beginning of. */
export function recogniseContent(head: Uint8Array): ContentKind {
  if (head.length === 0) return { kind: "empty" };
  if (startsWith(head, [0x1f, 0x8b, 0x08])) return { kind: "gzip" };
  if (startsWith(head, [...ascii("PK"), 0x03, 0x04]) || startsWith(head, [...ascii("PK"), 0x05, 0x06])) return { kind: "zip" };
  const signature = signatures.find(({ bytes, at }) => startsWith(head, bytes, at));
  if (signature) return { kind: "binary", what: signature.what };
  const what = recogniseErrorPage(head);
  if (what) return { kind: "error-page", what };
  return isBinary(head) ? { kind: "binary", what: "binary data" } : { kind: "text" };
}

/** The bodies that arrive instead of a log: a web page, GitHub's JSON error, the blob store's XML error. */
function recogniseErrorPage(head: Uint8Array): string | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).toString("utf8").replace(/^\uFEFF/, "").trimStart().toLowerCase();
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html[\s>])/.test(text)) return "an HTML page";
  if (/^<\?xml[^>]*>\s*<error>\s*<code>/.test(text)) return "an error message of the blob store";
  if (/^\{\s*"message"\s*:\s*"/.test(text) && text.includes('"documentation_url"')) return "an error message of GitHub's API";
  return undefined;
}

function startsWith(head: Uint8Array, bytes: readonly number[], at = 0): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}

/** Control characters that terminals and shells do print: tab, line ends, form feed, backspace, bell, escape. */
const printedControls = new Set([0x07, 0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1b]);

/** Zero bytes are text when they all stand on one side of the pairs (UTF-16); other control characters hardly occur in text. */
function isBinary(head: Uint8Array): boolean {
  const zeros = [0, 0];
  let controls = 0;
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 0x20 && !printedControls.has(byte)) controls++;
  }
  const fewer = Math.min(zeros[0] ?? 0, zeros[1] ?? 0);
  return fewer > head.length / 50 || controls > head.length / 25;
}
