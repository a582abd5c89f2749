import { equalWithin } from './ranks.ts';

/** One line of a leaderboard. */
export interface Standing {
  submissionId: string;
  /** On the round's scale; absent while no sheet has a score. */
  fairMean?: number;
  /** 1 is first; equals share a rank. Absent without a mean: nobody scored it, so it stands nowhere. */
  rank?: number;
  sheets: number;
}

/**
 * Orders by fair mean, highest first; equal means share a rank ("1, 2, 2, 4"). Within equals, and among those without
 * a mean (always last), the order is that of the submission's id, so that every run gives the same.
 */
export function rankByFairMean(lines: readonly Omit<Standing, 'rank'>[]): Standing[] {
  const ordered = [...lines].sort(
    (a, b) => compareMeans(a.fairMean, b.fairMean) || (a.submissionId < b.submissionId ? -1 : 1),
  );
  let rank = 0;
  return ordered.map((line, index) => {
    if (line.fairMean === undefined) return { ...line };
    const previous = index === 0 ? undefined : ordered[index - 1]?.fairMean;
    if (previous === undefined || previous - line.fairMean > equalWithin) rank = index + 1;
    return { ...line, rank };
  });
}

/** Who goes on: the first `size`, and whoever shares the last of these ranks; a tie is never cut by accident. */
export function shortlist<T extends Pick<Standing, 'rank'>>(standings: readonly T[], size: number): T[] {
  return standings.filter((standing) => standing.rank !== undefined && standing.rank <= size);
}

function compareMeans(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return Math.abs(a - b) <= equalWithin ? 0 : b - a;
}
