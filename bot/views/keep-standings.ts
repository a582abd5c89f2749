import type { Instant } from '../domain/instant.ts';
import type { RankedLine, RankingResult } from '../domain/ranking/ranking-result.ts';
import { rankByFairMean } from '../domain/ranking/standing.ts';
import type { KeptStanding } from '../use-cases/read-model.ts';

/** A submission in a round, as the sheets that count have it. */
export interface Tally {
  submissionId: string;
  /** Judges who count. */
  judges: number;
  /** Handed-in sheets that count. */
  sheets: number;
  fairMean?: number;
  /** When the newest of these sheets was written. */
  asOf?: Instant;
}

/**
 * A category's leaderboard. Without a ranking it is by fair mean; with one of these very sheets as that has it. While
 * newer sheets are being ranked the order stays what it was if the calibrated score decided it: rows that jump to the
 * fair mean and back tell nobody anything.
 */
export function keepStandings(
  tallies: readonly Tally[],
  ranking?: { result: RankingResult; isCurrent: boolean },
): KeptStanding[] {
  const judges = new Map(tallies.map(({ submissionId, judges: count }) => [submissionId, count]));
  const lines = new Map(ranking?.result.lines.map((line) => [line.submissionId, line]));
  const standings = rankByFairMean(
    tallies.map(({ submissionId, sheets, fairMean }) => ({ submissionId, sheets, fairMean })),
  ).map((standing): KeptStanding => ({
    ...standing,
    judges: judges.get(standing.submissionId) ?? 0,
    ranked: lines.get(standing.submissionId),
  }));
  if (ranking === undefined) return standings;
  if (ranking.isCurrent) return inOrderOf(ranking.result.lines, standings);
  return ranking.result.decidedBy === 'calibrated' ? asItWas(standings) : standings;
}

function inOrderOf(lines: readonly RankedLine[], standings: readonly KeptStanding[]): KeptStanding[] {
  const byId = new Map(standings.map((standing) => [standing.submissionId, standing]));
  return lines.flatMap((line) => {
    const standing = byId.get(line.submissionId);
    return standing === undefined ? [] : [{ ...standing, rank: line.rank }];
  });
}

/** Those that have a rank by the earlier order, closed up where some are gone; then those it did not know yet. */
function asItWas(standings: readonly KeptStanding[]): KeptStanding[] {
  const rankOf = ({ ranked }: KeptStanding) => ranked?.rank ?? Infinity;
  const ordered = [...standings].sort((one, other) => compare(rankOf(one), rankOf(other)));
  let rank = 0;
  return ordered.map((standing, index) => {
    const own = rankOf(standing);
    if (own === Infinity) return { ...standing, rank: undefined };
    const above = ordered[index - 1];
    if (above === undefined || rankOf(above) !== own) rank = index + 1;
    return { ...standing, rank };
  });
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
