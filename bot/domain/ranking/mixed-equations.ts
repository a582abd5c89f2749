import { factorise, solve, solveLower } from './cholesky.ts';
import type { Factor } from './cholesky.ts';
import type { Design } from './design.ts';
import type { SubmissionsOut } from './submissions-out.ts';
import { identityPlus, perJudgeOf, shrunkSum } from './submissions-out.ts';
import { at, dot, wholeAt } from './numbers.ts';

/** Variances relative to the residual one; 0 is a legal value of both. */
export interface Ratios {
  /** g = σq² / σ²: between submissions. */
  submissions: number;
  /** h = σb² / σ²: between judges. */
  judges: number;
}

/**
 * The model y = μ + q + b + ε at given variance ratios, with the submissions eliminated. In the formulas
 * H = I + g·ZqZqᵀ + h·ZbZbᵀ; it is never built: V = (I + g·ZqZqᵀ)⁻¹ acts per submission, and
 * H⁻¹ = V − h·V·Zb·(I + h·M)⁻¹·Zbᵀ·V with M = ZbᵀVZb, judges × judges.
 */
export interface Equations extends Pick<SubmissionsOut, 'counts' | 'pull' | 'crossed'> {
  ratios: Ratios;
  /** Of I + h·M. */
  factor: Factor;
  /** log|H| */
  logDeterminant: number;
  /** (I + h·M)⁻¹·ZbᵀV·1 = ZbᵀH⁻¹·1, and 1ᵀH⁻¹1. */
  ones: { perJudge: Float64Array; square: number };
}

/**
 * Time: a sixth of the cube of the judges.
 * @param out the submissions eliminated at the same ratio
 */
export function equationsAt(design: Design, ratios: Ratios, out: SubmissionsOut): Equations {
  const { counts, pull, crossed, logDeterminant, ones } = out;
  const factor = factorOf(crossed, ratios.judges, design.judges.length);
  const perJudge = solve(factor, ones.perJudge);
  const square = ones.square - ratios.judges * dot(ones.perJudge, perJudge);
  return {
    ratios,
    counts,
    pull,
    crossed,
    factor,
    logDeterminant: logDeterminant + factor.logDeterminant,
    ones: { perJudge, square },
  };
}

/** The generalised least squares fit of a vector of one number per sheet, at the equations' ratios. */
export interface Fitted {
  /** The mean. */
  mean: number;
  /** Per judge, shrunk. */
  judges: Float64Array;
  /** Per submission, shrunk. */
  submissions: Float64Array;
  /** Per sheet what is left: P·values, with P = H⁻¹ − H⁻¹1(1ᵀH⁻¹1)⁻¹1ᵀH⁻¹. */
  left: Float64Array;
  /** valuesᵀ·P·values */
  square: number;
}

export function fitValues(design: Design, equations: Equations, values: Float64Array): Fitted {
  const { factor, ones, ratios, counts, pull } = equations;
  const { starts, judgeOf } = design;
  const { perJudge, sums } = perJudgeOf(design, pull, values);
  const total = shrunkSum(sums, counts, ratios.submissions);
  const mean = (total - ratios.judges * dot(perJudge, ones.perJudge)) / ones.square;
  const judges = solve(factor, perJudge);
  for (let judge = 0; judge < judges.length; judge += 1) {
    judges[judge] = ratios.judges * (at(judges, judge) - mean * at(ones.perJudge, judge));
  }
  const submissions = new Float64Array(pull.length);
  const left = new Float64Array(values.length);
  for (let index = 0; index < pull.length; index += 1) {
    const start = wholeAt(starts, index);
    const end = wholeAt(starts, index + 1);
    let rest = 0;
    for (let sheet = start; sheet < end; sheet += 1) {
      const own = at(values, sheet) - mean - at(judges, wholeAt(judgeOf, sheet));
      left[sheet] = own;
      rest += own;
    }
    const effect = rest * at(pull, index);
    submissions[index] = effect;
    for (let sheet = start; sheet < end; sheet += 1) left[sheet] = at(left, sheet) - effect;
  }
  return { mean, judges, submissions, left, square: dot(values, left) };
}

/** −2 × the restricted log likelihood, with the residual variance at its best: what lme4 calls the REML criterion. */
export function remlCriterion(
  design: Design,
  { logDeterminant, ones }: { logDeterminant: number; ones: { square: number } },
  square: number,
): number {
  const degrees = design.scores.length - 1;
  return logDeterminant + Math.log(ones.square) + degrees * (1 + Math.log((2 * Math.PI * square) / degrees));
}

/** The same without the effects, from submissions that are already out: for trying many h at one g. */
export function criterionWith(design: Design, out: SubmissionsOut, ratio: number): number {
  const size = design.judges.length;
  const factor = factorOf(out.crossed, ratio, size);
  const ones = solveLower(factor, Float64Array.from(out.ones.perJudge));
  const scores = solveLower(factor, Float64Array.from(out.scores.perJudge));
  const square = out.ones.square - ratio * dot(ones, ones);
  const across = out.onesByScores - ratio * dot(ones, scores);
  const rest = out.scores.square - ratio * dot(scores, scores) - across ** 2 / square;
  const logDeterminant = out.logDeterminant + factor.logDeterminant;
  return remlCriterion(design, { logDeterminant, ones: { square } }, rest);
}

/** Of I + h·M; without differences between judges that is I, however many there are. */
function factorOf(crossed: Float64Array, ratio: number, size: number): Factor {
  const matrix = identityPlus(crossed, ratio, size);
  return ratio === 0 ? { size, lower: matrix, logDeterminant: 0 } : factorise(matrix, size);
}
