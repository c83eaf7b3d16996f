// Which of the matches that overlap names the value.
import type { Late, Match } from "./detector.ts";
import { byStart, Disjoint, inOrder } from "./spans.ts";

/** Matches of one view that overlap name the same value: the narrower rule stays, then the one that begins first. */
export function resolve(matches: readonly Match[], late: Late | undefined): readonly Match[] {
  if (matches.length === 0 && !late) return [];
  const groups = new Map<number, readonly Match[]>(late ? [[late.rank, []]] : []);
  addAll(groups, matches);
  const kept = new Disjoint<Match>();
  const taken: (readonly Match[])[] = [];
  for (let left = [...groups.keys()]; left.length > 0; left = [...groups.keys()]) {
    const next = Math.min(...left);
    if (next === late?.rank) addAll(groups, late.find(kept.spans));
    taken.push(kept.take(inOrder(groups.get(next) ?? [], byStart)));
    groups.delete(next);
  }
  return taken.length === 1 ? taken[0] ?? [] : taken.flat();
}

function addAll(groups: Map<number, readonly Match[]>, matches: readonly Match[]): void {
  for (const [rank, group] of groupByRank(matches)) groups.set(rank, groups.get(rank)?.concat(group) ?? group);
}

/** Most windows have matches of one rank, and no need for a copy of them. */
function groupByRank(matches: readonly Match[]): Map<number, readonly Match[]> {
  const first = matches[0] ? rank(matches[0]) : 0;
  for (const match of matches) if (rank(match) !== first) return Map.groupBy(matches, rank);
  return new Map([[first, matches]]);
}

/** What one rule accepts may be open by another. */
const ACCEPTED = 10;

export function rank(match: Match): number {
  return (match.rank ?? 0) + (match.accepted ? ACCEPTED : 0);
}
