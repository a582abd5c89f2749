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

function compareMeans(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return Math.abs(a - b) <= equalWithin ? 0 : b - a;
}
