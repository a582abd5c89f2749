import type { AdditiveFit } from './additive-model.ts';
import type { Design } from './design.ts';
import { sumsOfJudges, sumsOfSubmissions } from './design.ts';
import type { RatioFit } from './fit-ratios.ts';
import { fitRatios } from './fit-ratios.ts';
import { at, dot } from './numbers.ts';
import { aboveChiSquare, aboveF } from './tail-chance.ts';

/** Whether the scores show that judges differ in strictness. */
export interface JudgeSupport {
  test: 'likelihood-ratio' | 'f';
  statistic: number;
  /** The chance of a statistic this large if judges did not differ. */
  p: number;
}

/**
 * Likelihood-ratio test of σb² = 0 on the restricted likelihood. 0 is at the edge of what a variance can be, so that
 * half of the statistics are 0 and the other half chi-square with one degree (Self and Liang 1987).
 */
export function testJudgeVariance(design: Design, full: RatioFit): JudgeSupport {
  const statistic = Math.max(0, fitRatios(design, { judgesVary: false }).criterion - full.criterion);
  return {
    test: 'likelihood-ratio',
    statistic,
    p: statistic > 0 ? aboveChiSquare(statistic, 1) / 2 : 1,
  };
}

/** Sums of squares of the additive model: one factor as it is, the other adjusted for it. */
export interface SquaresTable {
  judges: number;
  /** Adjusted for submissions. */
  judgesAdjusted: number;
  /** Adjusted for judges. */
  submissionsAdjusted: number;
  rest: number;
  degrees: { judges: number; submissions: number; rest: number };
}

export function squaresOf(design: Design, fit: AdditiveFit): SquaresTable {
  const total = dot(design.scores, design.scores);
  const judges = betweenGroups(
    sumsOfJudges(design, design.scores),
    sumsOfJudges(design, new Float64Array(design.scores.length).fill(1)),
  );
  const submissions = betweenGroups(
    sumsOfSubmissions(design, design.scores),
    sumsOfSubmissions(design, new Float64Array(design.scores.length).fill(1)),
  );
  return {
    judges,
    judgesAdjusted: total - submissions - fit.squareOfRest,
    submissionsAdjusted: total - judges - fit.squareOfRest,
    rest: fit.squareOfRest,
    degrees: {
      judges: design.judges.length - 1,
      submissions: design.submissions.length - 1,
      rest: fit.degrees,
    },
  };
}

/** The F test of the additive model, for one factor adjusted for the other. */
export function testFactor(
  { judgesAdjusted, submissionsAdjusted, rest, degrees }: SquaresTable,
  factor: 'judges' | 'submissions',
): JudgeSupport {
  const square = factor === 'judges' ? judgesAdjusted : submissionsAdjusted;
  const statistic = square / degrees[factor] / (rest / degrees.rest);
  if (Number.isNaN(statistic)) return { test: 'f', statistic: 0, p: 1 };
  return {
    test: 'f',
    statistic,
    p: statistic === Infinity ? 0 : aboveF(statistic, degrees[factor], degrees.rest),
  };
}

/** The sum of squares between groups of centred values. */
function betweenGroups(sums: Float64Array, counts: Float64Array): number {
  return sums.reduce((total, sum, index) => total + sum ** 2 / at(counts, index), 0);
}
