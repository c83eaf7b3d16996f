// What logs look like to whoever reads them, wherever they come from.
import type { GapDraft, LogPlace } from "../../finding/index.ts";

/** One log. Its stream ends with a gap where the rest of it could not be had. */
export type LogFile = {
  readonly place: LogPlace;
  /** The log of a whole job whose steps' logs are there too: the same lines a second time. */
  readonly repeated: boolean;
  open(): AsyncIterable<Uint8Array | GapDraft>;
};

export type LogSource = {
  /** The reference as the user gave it, or "stdin". */
  readonly name: string;
  /** In the order in which a job wrote them; the log of a whole job comes after its steps. */
  readonly logs: readonly LogFile[];
  readonly gaps: readonly GapDraft[];
  /**
   * SHA-256 (hex) of what was read, known after reading. One file: of its bytes as stored. A folder or archive: of the lines
   * `<sha256>  <name>\n` of all logs that were read, sorted by name, which is what sha256sum prints.
   */
  sha256(): string;
  close(): Promise<void>;
};
