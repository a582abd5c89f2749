import type { Calibration, VarianceTrust } from './calibration.ts';
import type { Factor } from './cholesky.ts';
import { factorise, inverse, solve, solveUpper } from './cholesky.ts';
import type { Design } from './design.ts';
import { perSheet, sheetCounts, sumsOfJudges, sumsOfSubmissions } from './design.ts';
import type { Draw } from './draw-scores.ts';
import { at, dot, sumOf, wholeAt } from './numbers.ts';
import { judgeQuadratics, sheetQuadratics, standardised } from './posterior-spread.ts';
import { crossedJudges } from './submissions-out.ts';

/** The additive fit before anything is made of it. */
export interface AdditiveFit {
  /** Σ = 0 */
  judges: Float64Array;
  /** Per submission its level less the design's centre: mean plus effect. */
  levels: Float64Array;
  left: Float64Array;
  squareOfRest: number;
  /** Of the rest: sheets − submissions − judges + 1. */
  degrees: number;
  /** 1 / sheets, per submission. */
  share: Float64Array;
  /** Of M + 1·1ᵀ, M being what the judges have in common once submissions are taken out; with Σb = 0 the same as of M. */
  factor: Factor;
}

/**
 * y = μ + q + b + ε by least squares with Σq = Σb = 0, the submissions eliminated.
 * The caller has made sure that judges and submissions hang together, and that `degrees` is above 0.
 */
export function fitAdditive(design: Design): AdditiveFit {
  const counts = sheetCounts(design);
  const share = Float64Array.from(counts, (count) => 1 / count);
  const sums = sumsOfSubmissions(design, design.scores);
  const size = design.judges.length;
  const factor = factorise(
    crossedJudges(design, share).map((value) => value + 1),
    size,
  );
  const means = sums.map((sum, index) => sum * at(share, index));
  const judges = solve(factor, sumsOfJudges(design, lessPerSubmission(design, design.scores, means)));
  const ofJudges = perSheet(design, judges);
  const expected = sumsOfSubmissions(design, ofJudges);
  const levels = sums.map((sum, index) => (sum - at(expected, index)) * at(share, index));
  const withoutJudges = design.scores.map((score, sheet) => score - at(ofJudges, sheet));
  const left = lessPerSubmission(design, withoutJudges, levels);
  const degrees = design.scores.length - counts.length - size + 1;
  return { judges, levels, left, squareOfRest: dot(left, left), degrees, share, factor };
}

/** The second method, with the same interface as the mixed model; its intervals come from the residual variance. */
export function additiveModel(design: Design, fit: AdditiveFit, trust: VarianceTrust): Calibration {
  const variance = fit.squareOfRest / fit.degrees;
  const mean = sumOf(fit.levels) / fit.levels.length;
  const inverted = inverse(fit.factor);
  const quadratics = sheetQuadratics(design, inverted, fit.share);
  const shares = new Float64Array(fit.left.length);
  design.submissions.forEach((_, index) => {
    for (let sheet = wholeAt(design.starts, index); sheet < wholeAt(design.starts, index + 1); sheet += 1) {
      shares[sheet] = 1 - at(fit.share, index) - at(quadratics, sheet);
    }
  });
  return {
    method: 'additive',
    mean: design.centre + mean,
    submissions: fit.levels.map((level) => level - mean),
    errors: effectErrors(design, fit, inverted, variance),
    judges: fit.judges,
    judgeErrors: judgeErrors(fit, inverted, variance),
    variances: { residual: variance },
    residuals: standardised(fit.left, shares, variance),
    ways: [{ weight: 1, open: () => drawAdditive(design, fit, trust) }],
  };
}

/** With Σb = 0 the variance is s²·M⁺, and M⁺ = (M + 1·1ᵀ)⁻¹ − 1·1ᵀ / size². */
function judgeErrors({ factor }: AdditiveFit, inverted: Float64Array, variance: number): Float64Array {
  const { size } = factor;
  return Float64Array.from({ length: size }, (_, judge) =>
    Math.sqrt(variance * Math.max(0, at(inverted, judge * size + judge) - 1 / size ** 2)),
  );
}

/**
 * Standard errors of q̂ᵢ = levelᵢ − mean level: with aᵢ = zᵢ / nᵢ and ā their mean, the variance is
 * s²[(1 − 2/n)/nᵢ + Σ(1/nₖ)/n² + (aᵢ − ā)ᵀM⁺(aᵢ − ā)].
 */
function effectErrors(
  design: Design,
  fit: AdditiveFit,
  inverted: Float64Array,
  variance: number,
): Float64Array {
  const size = fit.levels.length;
  const average = new Float64Array(design.judges.length);
  design.submissions.forEach((_, index) => {
    for (let sheet = wholeAt(design.starts, index); sheet < wholeAt(design.starts, index + 1); sheet += 1) {
      const judge = wholeAt(design.judgeOf, sheet);
      average[judge] = at(average, judge) + at(fit.share, index) / size;
    }
  });
  const solved = solve(fit.factor, average);
  const ofAverage = dot(average, solved);
  const quadratics = judgeQuadratics(design, inverted);
  const along = sumsOfSubmissions(design, perSheet(design, solved));
  const shared = sumOf(fit.share) / size ** 2;
  return fit.share.map((share, index) => {
    const judges = at(quadratics, index) * share ** 2 - 2 * at(along, index) * share + ofAverage;
    return Math.sqrt(variance * Math.max(0, share * (1 - 2 / size) + shared + judges));
  });
}

function drawAdditive(design: Design, fit: AdditiveFit, trust: VarianceTrust): Draw {
  const sums = sumsOfSubmissions(design, design.scores);
  const noise = new Float64Array(fit.factor.size);
  return (chance, into) => {
    const divisor = trust === 'estimated' ? fit.degrees : chance.chiSquare(fit.degrees);
    const deviation = Math.sqrt(fit.squareOfRest / divisor);
    chance.normals(noise);
    solveUpper(fit.factor, noise);
    const middle = sumOf(noise) / noise.length;
    for (let judge = 0; judge < noise.length; judge += 1) {
      noise[judge] = at(fit.judges, judge) + deviation * (at(noise, judge) - middle);
    }
    for (let index = 0; index < into.length; index += 1) {
      let rest = at(sums, index);
      for (let sheet = wholeAt(design.starts, index); sheet < wholeAt(design.starts, index + 1); sheet += 1) {
        rest -= at(noise, wholeAt(design.judgeOf, sheet));
      }
      const share = at(fit.share, index);
      into[index] = rest * share + deviation * Math.sqrt(share) * chance.normal();
    }
  };
}

function lessPerSubmission(design: Design, values: Float64Array, levels: Float64Array): Float64Array {
  const rest = Float64Array.from(values);
  for (let index = 0; index < levels.length; index += 1) {
    for (let sheet = wholeAt(design.starts, index); sheet < wholeAt(design.starts, index + 1); sheet += 1) {
      rest[sheet] = at(rest, sheet) - at(levels, index);
    }
  }
  return rest;
}
