// JSON documents of an image: read within a limit, compared with their digest, parsed without trust.
import { createHash } from "node:crypto";
import { isUtf8 } from "node:buffer";
import type { Container } from "../../../source/index.ts";
import type { Problem } from "../content/decoder.ts";
import { BlobReader, type Expected } from "./blob.ts";

export type Document = {
  readonly entry: string;
  /** Empty where nothing could be read. */
  readonly bytes: Buffer;
  /** sha256:<hex> of the bytes. */
  readonly digest: string;
  /** The parsed JSON; undefined where it can't be parsed. */
  readonly value: unknown;
  /** Some text of the bytes isn't in the value: a name that stands twice, say. */
  readonly hidden: boolean;
  readonly problems: readonly Problem[];
};

/** Reads one document of at most `limit` bytes; whatever is wrong with it stands in `problems`. */
export async function readDocument(container: Container, expected: Expected, limit: number): Promise<Document> {
  const blob = new BlobReader(container, expected);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of blob.chunks()) {
    size += chunk.length;
    if (size > limit) return toDocument(expected.entry, Buffer.alloc(0), [{ reason: "size-limit", detail: `${expected.entry} has more than ${limit} bytes` }]);
    parts.push(chunk);
  }
  return toDocument(expected.entry, Buffer.concat(parts, size), blob.problems);
}

function toDocument(entry: string, bytes: Buffer, problems: readonly Problem[]): Document {
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  const isMissing = bytes.length === 0 && problems.length > 0;
  if (isMissing) return { entry, bytes, digest, value: undefined, hidden: false, problems };
  const text = bytes.toString("utf8");
  try {
    const value: unknown = JSON.parse(text);
    return { entry, bytes, digest, value, hidden: !isUtf8(bytes) || hidesText(text, value), problems };
  } catch {
    // A SyntaxError, or a RangeError for nesting that is deeper than the stack.
    return { entry, bytes, digest, value: undefined, hidden: true, problems: [...problems, { reason: "malformed", detail: `${entry} is not valid JSON` }] };
  }
}

/** Parsing keeps the last of several equal names and rounds long numbers: what falls away would be seen by nobody. */
function hidesText(text: string, value: unknown): boolean {
  const inText = text.match(/"(?:[^"\\]|\\.)*"/g)?.length ?? 0;
  let inValue = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const item = open.pop();
    if (typeof item === "string") inValue++;
    if (typeof item !== "object" || item === null) continue;
    const values = Object.values(item);
    if (!Array.isArray(item)) inValue += values.length;
    for (const child of values) open.push(child);
  }
  return inText !== inValue || /[:[,\s]-?\d{16}/.test(text);
}
