// Which of the matches that overlap names the value.
import type { Late, Match } from "./detector.ts";
import { byStart, Disjoint, inOrder } from "./spans.ts";

/** Matches of one view that overlap name the same value: the narrower rule stays, then the one that begins first. */
export function resolve(matches: readonly Match[], late: Late | undefined): Match[] {
  if (matches.length === 0 && !late) return [];
  const groups = new Map<number, Match[]>(late ? [[late.rank, []]] : []);
  for (const match of matches) addTo(groups, match);
  const kept = new Disjoint<Match>();
  const taken: Match[][] = [];
  for (let left = [...groups.keys()]; left.length > 0; left = [...groups.keys()]) {
    const next = Math.min(...left);
    if (next === late?.rank) for (const match of late.find(kept.spans)) addTo(groups, match);
    taken.push(kept.take(inOrder(groups.get(next) ?? [], byStart)));
    groups.delete(next);
  }
  return taken.length === 1 ? taken[0] ?? [] : taken.flat();
}

function addTo(groups: Map<number, Match[]>, match: Match): void {
  const group = groups.get(rank(match));
  if (group) group.push(match);
  else groups.set(rank(match), [match]);
}

/** What one rule accepts may be open by another. */
const ACCEPTED = 10;

export function rank(match: Match): number {
  return (match.rank ?? 0) + (match.accepted ? ACCEPTED : 0);
}
