// JSON readers differ in which of two equal keys they believe, so a document that has any is believed by none.

/** `value` is what JSON.parse made of `json`. True where an object names a key twice, however it is escaped: the parser then keeps fewer. */
export function hasDuplicateKey(json: string, value: unknown): boolean {
  return countNames(json) !== countKeys(value);
}

/** Colons outside of strings: each stands behind a name. */
function countNames(json: string): number {
  let names = 0;
  for (let at = 0; at < json.length; at++) {
    if (json[at] === '"') at = findEnd(json, at);
    else if (json[at] === ":") names++;
  }
  return names;
}

/** Place of the quote that ends the string begun at `start`: the first one with an even number of backslashes before it. */
function findEnd(json: string, start: number): number {
  for (let end = json.indexOf('"', start + 1); ; end = json.indexOf('"', end + 1)) {
    let before = end;
    while (json[before - 1] === "\\") before--;
    if ((end - before) % 2 === 0) return end;
  }
}

/** Without recursion: a hostile document may be nested as deep as it is long. */
function countKeys(value: unknown): number {
  const open: unknown[] = [value];
  let keys = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const inner: unknown[] = Object.values(next);
    if (!Array.isArray(next)) keys += inner.length;
    for (const one of inner) if (typeof one === "object" && one !== null) open.push(one);
  }
  return keys;
}
