import type { Design } from './design.ts';
import { sheetCounts } from './design.ts';
import { at, wholeAt } from './numbers.ts';

/** What is left of a design once submissions with variance ratio g are eliminated: V = (I + g·ZqZqᵀ)⁻¹. */
export interface SubmissionsOut {
  counts: Int32Array;
  /** Per submission g / (1 + g·its sheets): how far it is pulled from the mean. */
  pull: Float64Array;
  /** M = ZbᵀVZb, row by row, lower half. */
  crossed: Float64Array;
  /** log|V⁻¹| */
  logDeterminant: number;
  /** ZbᵀV·1 and 1ᵀV1. */
  ones: { perJudge: Float64Array; square: number };
  /** ZbᵀV·y and yᵀVy. */
  scores: { perJudge: Float64Array; square: number };
  /** 1ᵀVy */
  onesByScores: number;
}

export function submissionsOut(design: Design, ratio: number): SubmissionsOut {
  const counts = sheetCounts(design);
  const pull = new Float64Array(counts.length);
  let logDeterminant = 0;
  let square = 0;
  for (let index = 0; index < pull.length; index += 1) {
    const count = wholeAt(counts, index);
    pull[index] = ratio / (1 + ratio * count);
    logDeterminant += Math.log1p(ratio * count);
    square += count / (1 + ratio * count);
  }
  const { perJudge, sums } = perJudgeOf(design, pull, design.scores);
  return {
    counts,
    pull,
    crossed: crossedJudges(design, pull),
    logDeterminant,
    ones: { perJudge: onesPerJudge(design, counts, pull), square },
    scores: { perJudge, square: squareOf(design, ratio, sums) },
    onesByScores: shrunkSum(sums, counts, ratio),
  };
}

/** ZbᵀV·values, and the sums per submission on the way. */
export function perJudgeOf(
  { judges, starts, judgeOf }: Design,
  pull: Float64Array,
  values: Float64Array,
): { perJudge: Float64Array; sums: Float64Array } {
  const sums = new Float64Array(pull.length);
  const perJudge = new Float64Array(judges.length);
  for (let index = 0; index < pull.length; index += 1) {
    const start = wholeAt(starts, index);
    const end = wholeAt(starts, index + 1);
    let sum = 0;
    for (let sheet = start; sheet < end; sheet += 1) sum += at(values, sheet);
    sums[index] = sum;
    const pulled = sum * at(pull, index);
    for (let sheet = start; sheet < end; sheet += 1) {
      const judge = wholeAt(judgeOf, sheet);
      perJudge[judge] = at(perJudge, judge) + at(values, sheet) - pulled;
    }
  }
  return { perJudge, sums };
}

/** ZbᵀV·1 */
function onesPerJudge(
  { judges, starts, judgeOf }: Design,
  counts: Int32Array,
  pull: Float64Array,
): Float64Array {
  const perJudge = new Float64Array(judges.length);
  for (let index = 0; index < pull.length; index += 1) {
    const pulled = wholeAt(counts, index) * at(pull, index);
    const end = wholeAt(starts, index + 1);
    for (let sheet = wholeAt(starts, index); sheet < end; sheet += 1) {
      const judge = wholeAt(judgeOf, sheet);
      perJudge[judge] = at(perJudge, judge) + 1 - pulled;
    }
  }
  return perJudge;
}

/** 1ᵀV·values, from the sums per submission. */
export function shrunkSum(sums: Float64Array, counts: Int32Array, ratio: number): number {
  let total = 0;
  for (let index = 0; index < sums.length; index += 1) {
    total += at(sums, index) / (1 + ratio * wholeAt(counts, index));
  }
  return total;
}

/** yᵀVy as the squares within submissions and, shrunk, between them: no difference of large numbers. */
function squareOf({ starts, scores }: Design, ratio: number, sums: Float64Array): number {
  let square = 0;
  for (let index = 0; index < sums.length; index += 1) {
    const start = wholeAt(starts, index);
    const end = wholeAt(starts, index + 1);
    const mean = at(sums, index) / (end - start);
    for (let sheet = start; sheet < end; sheet += 1) square += (at(scores, sheet) - mean) ** 2;
    square += (at(sums, index) * mean) / (1 + ratio * (end - start));
  }
  return square;
}

/** M: how often two judges met, weighed by what a submission still says once it is shrunk. */
export function crossedJudges({ judges, starts, judgeOf }: Design, pull: Float64Array): Float64Array {
  const size = judges.length;
  const crossed = new Float64Array(size * size);
  for (let index = 0; index < pull.length; index += 1) {
    const weight = at(pull, index);
    const end = wholeAt(starts, index + 1);
    for (let one = wholeAt(starts, index); one < end; one += 1) {
      const rowAt = wholeAt(judgeOf, one) * size;
      for (let other = wholeAt(starts, index); other < one; other += 1) {
        const cell = rowAt + wholeAt(judgeOf, other);
        crossed[cell] = at(crossed, cell) - weight;
      }
      const diagonal = rowAt + wholeAt(judgeOf, one);
      crossed[diagonal] = at(crossed, diagonal) + 1 - weight;
    }
  }
  return crossed;
}

/** I + h·M, lower half. */
export function identityPlus(crossed: Float64Array, ratio: number, size: number): Float64Array {
  const matrix = new Float64Array(crossed.length);
  for (let cell = 0; cell < crossed.length; cell += 1) matrix[cell] = at(crossed, cell) * ratio;
  for (let judge = 0; judge < size; judge += 1) {
    matrix[judge * size + judge] = 1 + at(matrix, judge * size + judge);
  }
  return matrix;
}
