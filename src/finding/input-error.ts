// What is said of the user's own mistakes, "did you mean" included.

/** The user's mistake: one sentence that names the input and the repair. Ends with exit code 3, never with a stack. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The name at the least edit distance, if it is near enough to be a slip of the hand. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  let best: { name: string; distance: number } | undefined;
  const most = Math.max(2, Math.floor(wrong.length / 3));
  for (const name of names) {
    if (Math.abs(name.length - wrong.length) > most) continue;
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (!best || distance < best.distance) best = { name, distance };
  }
  return best && best.distance <= most ? best.name : undefined;
}

/** "; did you mean x?" or nothing. */
export function suggest(wrong: string, names: readonly string[]): string {
  const name = nearestName(wrong, names);
  return name === undefined ? "" : `; did you mean ${name}?`;
}

/** Levenshtein's distance in one row of memory. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
