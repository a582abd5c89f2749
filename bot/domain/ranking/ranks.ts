import { at, itemAt } from './numbers.ts';

/** Values closer than this are equal: less than the last digit anyone sees, more than the rounding of sums. */
export const equalWithin = 1e-9;

/** Rank 1 is the highest; equal values share the mean of their ranks, as in tables of rank statistics. */
export function midRanks(values: readonly number[]): number[] {
  const sorted = new Float64Array(values).sort();
  // Most judges use few different scores.
  const ranks = new Map<number, number>();
  return values.map((value) => {
    const known = ranks.get(value);
    if (known !== undefined) return known;
    const higher = sorted.length - countUpTo(sorted, value + equalWithin);
    const lower = sorted.length - countUpTo(sorted, value - equalWithin);
    const rank = (higher + 1 + lower) / 2;
    ranks.set(value, rank);
    return rank;
  });
}

/** How many of the sorted values are at most `limit`. */
function countUpTo(sorted: Float64Array, limit: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (at(sorted, middle) <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Spearman's rank correlation, with ties; `undefined` when one side has no order. */
export function spearman(one: readonly number[], other: readonly number[]): number | undefined {
  return pearson(midRanks(one), midRanks(other));
}

function pearson(one: readonly number[], other: readonly number[]): number | undefined {
  const middle = averageOf(one);
  const otherMiddle = averageOf(other);
  let both = 0;
  let square = 0;
  let otherSquare = 0;
  one.forEach((value, index) => {
    const off = value - middle;
    const otherOff = itemAt(other, index) - otherMiddle;
    both += off * otherOff;
    square += off * off;
    otherSquare += otherOff * otherOff;
  });
  return square > 0 && otherSquare > 0 ? both / Math.sqrt(square * otherSquare) : undefined;
}

function averageOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
