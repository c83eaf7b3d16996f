// JSON of policies, read so that nothing in it can say two things: a key that is there twice is refused (RFC 8259, section 4, leaves it open).
import { InputError } from "../../../finding/index.ts";

const MAX_BYTES = 1 << 20;
const MAX_DEPTH = 64;

/** Throws InputError for what is no JSON, too large, too deep, or has a key twice in one object. */
export function parsePolicy(text: string): unknown {
  if (text.length > MAX_BYTES) throw new InputError(`trust: a file is larger than ${MAX_BYTES} bytes; give the policy document alone`);
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new InputError("trust: a file is not JSON; give the policy document as JSON");
  }
  checkKeys(text);
  return data;
}

/** The text is known to be JSON: only strings and brackets matter. */
function checkKeys(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/gs)) {
    if (token === "{" || token === "[") {
      open.push(token === "{" ? new Set() : null);
      if (open.length > MAX_DEPTH) throw new InputError(`trust: a file nests deeper than ${MAX_DEPTH} levels; give the policy document itself`);
    } else if (token === "}" || token === "]") open.pop();
    else if (token.endsWith(":")) {
      const keys = open.at(-1);
      const key = JSON.parse(token.slice(0, -1).trimEnd()) as string;
      if (keys?.has(key)) throw new InputError("trust: a file has the same key twice in one object, and tools differ in which one counts; keep one");
      keys?.add(key);
    }
  }
}
