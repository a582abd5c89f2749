import { itemAt, sumOf } from './numbers.ts';

/** Values closer than this are equal: less than the last digit anyone sees, more than the rounding of sums. */
export const equalWithin = 1e-9;

/** Rank 1 is the highest; equal values share the mean of their ranks, as in tables of rank statistics. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => itemAt(values, b) - itemAt(values, a));
  const ranks = values.map(() => 0);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && nextIsEqual(values, order, end)) end += 1;
    for (let place = start; place < end; place += 1) ranks[itemAt(order, place)] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function nextIsEqual(values: readonly number[], order: readonly number[], place: number): boolean {
  return itemAt(values, itemAt(order, place - 1)) - itemAt(values, itemAt(order, place)) <= equalWithin;
}

/** Spearman's rank correlation, with ties; `undefined` when one side has no order. */
export function spearman(one: readonly number[], other: readonly number[]): number | undefined {
  return pearson(midRanks(one), midRanks(other));
}

function pearson(one: readonly number[], other: readonly number[]): number | undefined {
  const middle = sumOf(one) / one.length;
  const otherMiddle = sumOf(other) / other.length;
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
