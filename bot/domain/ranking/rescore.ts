import type { AdditiveFit } from './additive-model.ts';
import { fitAdditive } from './additive-model.ts';
import type { CalibrationMethod } from './calibration.ts';
import type { Design } from './design.ts';
import { sheetCounts, sumsOfSubmissions } from './design.ts';
import type { RatioFit } from './fit-ratios.ts';
import { distinguishes, fitAt, fitRatios } from './fit-ratios.ts';
import { equationsAt, fitValues } from './mixed-equations.ts';
import { wholeAt } from './numbers.ts';
import { submissionsOut } from './submissions-out.ts';

/**
 * Scores by position on the round's scale, from the scores that the design has at that moment; `undefined` when they
 * do not tell submissions apart.
 */
export type Rescore = (design: Design) => Float64Array | undefined;

export type ScoredBy = 'fair-mean' | CalibrationMethod;

/**
 * The scores that decide, once more for another set of sheets of the same round.
 * @param keep whether the variance ratios stay as they are, or are estimated anew from there
 */
export function rescoreBy(by: ScoredBy, from: RatioFit | undefined, keep: boolean): Rescore {
  switch (by) {
    case 'fair-mean':
      return fairMeans;
    case 'additive':
      return (design) => additiveScores(design, fitAdditive(design));
    case 'mixed':
      return (design) => {
        const fit =
          keep && from
            ? fitAt(design, from.ratios)
            : fitRatios(design, { from: from?.ratios, settled: 1e-6 });
        return distinguishes(fit) ? mixedScores(design, fit) : undefined;
      };
    default:
      return by satisfies never;
  }
}

/** The same for one design whose scores change but whose judges and submissions don't: factored once. */
export function rescoreAgain(by: ScoredBy, design: Design, variances: RatioFit): () => Float64Array {
  if (by !== 'mixed') {
    const rescore = rescoreBy(by, variances, true);
    return () => rescore(design) ?? new Float64Array(design.submissions.length);
  }
  const equations = equationsAt(
    design,
    variances.ratios,
    submissionsOut(design, variances.ratios.submissions),
  );
  return () => {
    const fitted = fitValues(design, equations, design.scores);
    return fitted.submissions.map((effect) => design.centre + fitted.mean + effect);
  };
}

function fairMeans(design: Design): Float64Array {
  const counts = sheetCounts(design);
  return sumsOfSubmissions(design, design.scores).map(
    (sum, index) => design.centre + sum / wholeAt(counts, index),
  );
}

function mixedScores(design: Design, { fitted }: RatioFit): Float64Array {
  return fitted.submissions.map((effect) => design.centre + fitted.mean + effect);
}

function additiveScores(design: Design, { levels }: AdditiveFit): Float64Array {
  return levels.map((level) => design.centre + level);
}
