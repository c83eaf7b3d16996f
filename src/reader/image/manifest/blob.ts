// Bytes of a container's entry, compared while they pass with the size and the digest that name them.
import { createHash, type Hash } from "node:crypto";
import { posix } from "node:path";
import type { Container } from "../../../source/index.ts";
import type { Problem } from "../content/decoder.ts";

/** What a descriptor states about a blob. */
export type Expected = { readonly entry: string; readonly digest?: string | undefined; readonly size?: number | undefined };

const DIGEST = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** Where a layout keeps the blob of a digest (OCI image layout, "Blobs"); undefined for what is no digest of a known kind. */
export function toBlobEntry(digest: string): string | undefined {
  return DIGEST.test(digest) ? `blobs/${digest.replace(":", "/")}` : undefined;
}

/** The digest that an entry's name promises: of a layout's blob, or of a docker-archive's config. */
export function digestOfEntry(entry: string): string | undefined {
  const [, algorithm, blob] = /^blobs\/(sha256|sha512)\/([0-9a-f]+)$/.exec(entry) ?? [];
  const config = /^([0-9a-f]{64})\.json$/.exec(entry)?.[1];
  const digest = blob !== undefined ? `${algorithm}:${blob}` : `sha256:${config}`;
  return DIGEST.test(digest) ? digest : undefined;
}

/** The entry's own name as archives and manifests may spell it. */
export function toEntryName(name: string): string {
  return posix.normalize(name).replace(/^\/+/, "");
}

export class BlobReader {
  /** What was wrong; complete once `chunks` has ended. */
  readonly problems: Problem[] = [];
  /** Digest of the bytes in the algorithm of the expected one, known at the end. */
  digest: string | undefined;
  size = 0;
  readonly #container: Container;
  readonly #expected: Expected;
  readonly #spare: Uint8Array[] | undefined;

  /** Chunks that come into `spare` are memory for later ones. */
  constructor(container: Container, expected: Expected, spare?: Uint8Array[]) {
    this.#spare = spare;
    this.#container = container;
    this.#expected = expected;
  }

  /** All bytes; a source that fails ends the stream with a problem instead of an exception. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    const { entry, digest } = this.#expected;
    const source = this.#container.open(entry, this.#spare);
    if (!source) {
      this.problems.push({ reason: "missing-blob", detail: `the image has no ${entry}` });
      return;
    }
    const algorithm = digest?.slice(0, digest.indexOf(":")) ?? "sha256";
    const hash = createHash(algorithm);
    try {
      for await (const chunk of source) {
        hash.update(chunk);
        this.size += chunk.length;
        yield chunk;
      }
    } catch (error) {
      this.problems.push({ reason: "truncated", detail: `${entry} could not be read to its end (${describe(error)})` });
      return;
    }
    this.#compare(algorithm, hash);
  }

  #compare(algorithm: string, hash: Hash): void {
    const { entry, digest, size } = this.#expected;
    const stored = this.#container.size(entry);
    this.digest = `${algorithm}:${hash.digest("hex")}`;
    if (stored !== undefined && this.size < stored) this.problems.push({ reason: "truncated", detail: `${entry} ends after ${this.size} of ${stored} bytes`, bytes: stored - this.size });
    else if (size !== undefined && this.size !== size) this.problems.push({ reason: "size-mismatch", detail: `${entry} has ${this.size} bytes, its descriptor says ${size}` });
    if (digest !== undefined && digest !== this.digest) this.problems.push({ reason: "digest-mismatch", detail: `${entry} has the digest ${this.digest}, named was ${digest}` });
  }
}

function describe(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code === "" ? "the source failed" : code;
}
