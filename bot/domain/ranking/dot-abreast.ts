import { at } from './numbers.ts';

/**
 * So many sums at once. A sum has to wait for each of its additions; several side by side keep a processor busy
 * meanwhile, and each is still what it would be alone, to the last digit.
 */
export const abreast = 4;

/** Four rows of `size`, the first from `start` on; of all the part from `from` up to `to`. */
interface Rows {
  rows: Float64Array;
  start: number;
  size: number;
  from: number;
  to: number;
}

/** Dot products of one row with each of four that follow on each other in `rows`, over the same part of all. */
export function dotAbreast(
  one: Float64Array,
  oneAt: number,
  { rows, start, size, from, to }: Rows,
  sums: Float64Array,
): void {
  const second = start + size;
  const third = second + size;
  const fourth = third + size;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = from; k < to; k += 1) {
    const value = at(one, oneAt + k);
    a += value * at(rows, start + k);
    b += value * at(rows, second + k);
    c += value * at(rows, third + k);
    d += value * at(rows, fourth + k);
  }
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
}

/** The dot product of a part of one array with as long a part of another. */
export function dotOf(
  one: Float64Array,
  oneAt: number,
  other: Float64Array,
  otherAt: number,
  length: number,
): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += at(one, oneAt + k) * at(other, otherAt + k);
  return sum;
}
