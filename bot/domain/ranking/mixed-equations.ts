import type { Factor } from './cholesky.ts';
import { factorise, solve } from './cholesky.ts';
import type { Design } from './design.ts';
import { sheetCounts, sumsOfJudges, sumsOfSubmissions } from './design.ts';
import { at, dot } from './numbers.ts';

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
export interface Equations {
  ratios: Ratios;
  counts: Int32Array;
  /** Per submission g / (1 + g·its sheets): how far it is pulled from the mean. */
  pull: Float64Array;
  /** M, row by row, lower half. */
  crossed: Float64Array;
  /** Of I + h·M. */
  factor: Factor;
  /** log|H| */
  logDeterminant: number;
  /** (I + h·M)⁻¹·ZbᵀV·1 = ZbᵀH⁻¹·1, and 1ᵀH⁻¹1. */
  ones: { perJudge: Float64Array; square: number };
}

/** Time: the squares of the sheets per submission, and a sixth of the cube of the judges. */
export function equationsAt(design: Design, ratios: Ratios): Equations {
  const counts = sheetCounts(design);
  const pull = Float64Array.from(counts, (count) => ratios.submissions / (1 + ratios.submissions * count));
  const size = design.judges.length;
  const crossed = crossedJudges(design, pull);
  const matrix = crossed.map((value) => value * ratios.judges);
  for (let judge = 0; judge < size; judge += 1) {
    matrix[judge * size + judge] = 1 + at(matrix, judge * size + judge);
  }
  const factor = factorise(matrix, size);
  let logDeterminant = factor.logDeterminant;
  for (const count of counts) logDeterminant += Math.log1p(ratios.submissions * count);
  const partial = { ratios, counts, pull, crossed, factor, logDeterminant };
  const ofOnes = eliminate(design, partial, new Float64Array(design.scores.length).fill(1));
  const perJudge = solve(factor, ofOnes.perJudge);
  const square = ofOnes.square - ratios.judges * dot(ofOnes.perJudge, perJudge);
  return { ...partial, ones: { perJudge, square } };
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
  const { perJudge, sums } = eliminate(design, equations, values);
  const mean = meanBy(design, equations, { perJudge, sums });
  const solved = solve(factor, perJudge);
  const judges = solved.map((value, judge) => ratios.judges * (value - mean * at(ones.perJudge, judge)));
  const rest = values.map((value, sheet) => value - mean - at(judges, at(design.judgeOf, sheet)));
  const submissions = sumsOfSubmissions(design, rest).map((sum, index) => sum * at(pull, index));
  const left = rest;
  for (let index = 0; index < counts.length; index += 1) {
    for (let sheet = at(design.starts, index); sheet < at(design.starts, index + 1); sheet += 1) {
      left[sheet] = at(left, sheet) - at(submissions, index);
    }
  }
  return { mean, judges, submissions, left, square: dot(values, left) };
}

/** −2 × the restricted log likelihood, with the residual variance at its best: what lme4 calls the REML criterion. */
export function remlCriterion(design: Design, equations: Equations, square: number): number {
  const degrees = design.scores.length - 1;
  return (
    equations.logDeterminant +
    Math.log(equations.ones.square) +
    degrees * (1 + Math.log((2 * Math.PI * square) / degrees))
  );
}

/** μ̂ = 1ᵀH⁻¹y / 1ᵀH⁻¹1 */
function meanBy(
  design: Design,
  { counts, ratios, ones }: Equations,
  { perJudge, sums }: { perJudge: Float64Array; sums: Float64Array },
): number {
  let total = 0;
  for (let index = 0; index < counts.length; index += 1) {
    total += at(sums, index) / (1 + ratios.submissions * at(counts, index));
  }
  return (total - ratios.judges * dot(perJudge, ones.perJudge)) / ones.square;
}

/** ZbᵀV·values per judge, valuesᵀV·values, and the sums per submission on the way. */
function eliminate(
  design: Design,
  { counts, pull, ratios }: Pick<Equations, 'counts' | 'pull' | 'ratios'>,
  values: Float64Array,
): { perJudge: Float64Array; square: number; sums: Float64Array } {
  const sums = sumsOfSubmissions(design, values);
  const perJudge = sumsOfJudges(design, values);
  let square = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const mean = at(sums, index) / at(counts, index);
    const pulled = at(sums, index) * at(pull, index);
    square += (at(sums, index) * mean) / (1 + ratios.submissions * at(counts, index));
    for (let sheet = at(design.starts, index); sheet < at(design.starts, index + 1); sheet += 1) {
      const judge = at(design.judgeOf, sheet);
      perJudge[judge] = at(perJudge, judge) - pulled;
      square += (at(values, sheet) - mean) ** 2;
    }
  }
  return { perJudge, square, sums };
}

/** M = ZbᵀVZb: how often two judges met, weighed by what a submission still says once it is shrunk. */
export function crossedJudges({ judges, starts, judgeOf }: Design, pull: Float64Array): Float64Array {
  const size = judges.length;
  const crossed = new Float64Array(size * size);
  for (let index = 0; index < pull.length; index += 1) {
    const weight = at(pull, index);
    const end = at(starts, index + 1);
    for (let one = at(starts, index); one < end; one += 1) {
      const rowAt = at(judgeOf, one) * size;
      for (let other = at(starts, index); other < one; other += 1) {
        const cell = rowAt + at(judgeOf, other);
        crossed[cell] = at(crossed, cell) - weight;
      }
      const diagonal = rowAt + at(judgeOf, one);
      crossed[diagonal] = at(crossed, diagonal) + 1 - weight;
    }
  }
  return crossed;
}
