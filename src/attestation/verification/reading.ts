// Reads a statement back for pages that show it. Showing is not verifying: nothing here says that the signature holds.
import { InputError } from "../../finding/index.ts";
import { statementSchema, type Statement } from "../statement/statement.ts";
import { readEnvelope } from "./envelope.ts";

/** `bundleJson` is a bundle file's text. @throws InputError for what is no bundle with a compliance statement. */
export function readStatement(bundleJson: string): Statement {
  const envelope = readEnvelope(Buffer.from(bundleJson));
  if ("broken" in envelope) throw new InputError("bundle breaks the format of a Sigstore bundle; make it again");
  const parsed = statementSchema.safeParse(parseJson(envelope.payload));
  if (!parsed.success) throw new InputError("bundle holds no compliance statement of this version; make it again");
  return parsed.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}
