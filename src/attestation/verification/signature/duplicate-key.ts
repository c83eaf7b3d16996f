// JSON readers differ in which of two equal keys they believe, so a document that has any is believed by none.

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** `json` is text that JSON.parse has accepted. True where an object in it names a key twice, however the key is escaped. */
export function hasDuplicateKey(json: string): boolean {
  // One set of keys for each object that is open, undefined for each list.
  const open: (Set<string> | undefined)[] = [];
  let atKey = false;
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === "{" || token === "[") open.push(token === "{" ? new Set() : undefined);
    else if (token === "}" || token === "]") open.pop();
    const keys = open.at(-1);
    if (atKey && token.startsWith('"') && keys !== undefined) {
      const key = JSON.parse(token) as string;
      if (keys.has(key)) return true;
      keys.add(key);
    }
    atKey = keys !== undefined && (token === "{" || token === ",");
  }
  return false;
}
