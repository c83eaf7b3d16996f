// The name that a user probably meant.

/** The candidate with the fewest edits to `name`, as long as at most a third of the name has to change. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.floor(name.length / 3) + 1;
  for (const candidate of candidates.slice(0, 10_000)) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const edits = countEdits(name, candidate);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** Levenshtein distance. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let at = 0; at < from.length; at++) {
    const next = [at + 1];
    for (let other = 0; other < to.length; other++) {
      const replace = (row[other] ?? 0) + (from[at] === to[other] ? 0 : 1);
      next.push(Math.min(replace, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
