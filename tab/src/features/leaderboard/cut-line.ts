import type { Leaderboard } from '../../../../bot/http/contract/ranking.ts';

/** Where the line runs in a list. */
export interface CutLine {
  /** How many stand above it; those that are equal on the line itself included. */
  above: number;
  /** How many go on. */
  within: number;
  /** Equal in everything, for `places`. */
  tied: number;
  places: number;
}

/**
 * The line of the ranking where the list is in its order, else by rank, as long as something stands below it.
 * @param size how many go on
 */
export function cutLineOf({ standings, ranking }: Leaderboard, size: number): CutLine | undefined {
  const { cut } = ranking ?? {};
  const line =
    ranking?.isCurrent === true && cut !== undefined
      ? { within: cut.within.length, tied: cut.tied.length, places: cut.placesLeft }
      : byRank(standings, size);
  const above = line.within + line.tied;
  return above === 0 || above >= standings.length ? undefined : { above, ...line };
}

function byRank(standings: Leaderboard['standings'], size: number): Omit<CutLine, 'above'> {
  const reaching = standings.filter(({ rank }) => rank !== undefined && rank <= size);
  if (reaching.length <= size) return { within: reaching.length, tied: 0, places: 0 };
  const last = reaching.at(-1)?.rank;
  const within = reaching.filter(({ rank }) => rank !== last).length;
  return { within, tied: reaching.length - within, places: size - within };
}
