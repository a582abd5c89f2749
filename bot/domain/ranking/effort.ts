import type { Design } from './design.ts';

/** How much is computed for a round of this size. */
export interface Effort {
  draws: number;
  /** Points per side on which uncertain variances are weighed; 1 takes the estimates, which so many judges fix well. */
  net: number;
  /** Leaving one judge out: fit all anew, keep the variances, or not at all. */
  leaveOut: LeaveOut;
  /** How many possible further judges are tried. */
  extraJudges: number;
}

export type LeaveOut = 'refitted' | 'same-variances' | 'skipped';

/**
 * In full for any jury; less where it would take seconds and would say nothing new, since what rests on many judges
 * hardly depends on one.
 */
export function effortFor({ submissions, judges, scores }: Design): Effort {
  return {
    draws: clamp(Math.round(300_000 / Math.max(1, submissions.length)), 400, 10_000),
    net: judges.length <= 15 ? 12 : judges.length <= 60 ? 8 : judges.length <= 400 ? 5 : 1,
    leaveOut: judges.length <= 12 ? 'refitted' : judges.length <= 100 ? 'same-variances' : 'skipped',
    extraJudges: scores.length <= 20_000 ? clamp(Math.round(50_000 / scores.length), 50, 500) : 0,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
