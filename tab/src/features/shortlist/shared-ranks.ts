import type { StandingLine } from '../../../../bot/http/contract/ranking.ts';

/** Several submissions on one rank. */
export interface SharedRank {
  rank: number;
  count: number;
}

/** The ranks that more than one submission has, from first to last. */
export function sharedRanks(standings: readonly Pick<StandingLine, 'rank'>[]): SharedRank[] {
  const counts = new Map<number, number>();
  for (const { rank } of standings) {
    if (rank !== undefined) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  }
  return [...counts]
    .map(([rank, count]) => ({ rank, count }))
    .filter(({ count }) => count > 1)
    .sort((one, other) => one.rank - other.rank);
}
