// Names what was read: the subject of the report is these bytes and no others.
import { createHash } from "node:crypto";

export class DigestBook {
  readonly #digests = new Map<string, string>();

  /** Passes `content` through; its digest counts once the stream has ended or was left. */
  async *hashing(name: string, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const hash = createHash("sha256");
    try {
      for await (const chunk of content) {
        hash.update(chunk);
        yield chunk;
      }
    } finally {
      this.#digests.set(name, hash.digest("hex"));
    }
  }

  /** The digest of one name's bytes; of no bytes where it was never read. */
  of(name: string): string {
    return this.#digests.get(name) ?? createHash("sha256").digest("hex");
  }

  ofAll(): string {
    const lines = [...this.#digests].map(([name, digest]) => ({ name: Buffer.from(name), line: `${digest}  ${name}\n` }));
    lines.sort((a, b) => Buffer.compare(a.name, b.name));
    return createHash("sha256").update(lines.map(({ line }) => line).join("")).digest("hex");
  }
}
