import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { at } from './numbers.ts';

/** Chance that comes from a seed: the same seed gives the same numbers, on every machine that runs this version. */
export interface Chance {
  /** From 0, up to and not including 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Fills an array with what `normal` would give one by one. */
  normals(into: Float64Array): void;
  /** Chi-square; at least two degrees of freedom. */
  chiSquare(degrees: number): number;
}

/** @param seed a whole number */
export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  // Its second number waits for the next who asks; in an array, since a variable would box each number.
  const pair = new Float64Array(2);
  let isOneLeft = false;

  /** Marsaglia's polar method: two at a time. */
  function fillPair(into: Float64Array, start: number): void {
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      into[start] = x * scale;
      into[start + 1] = y * scale;
      return;
    }
  }

  function normal(): number {
    if (!isOneLeft) fillPair(pair, 0);
    isOneLeft = !isOneLeft;
    return at(pair, isOneLeft ? 0 : 1);
  }

  function normals(into: Float64Array): void {
    let index = 0;
    if (isOneLeft && into.length > 0) {
      into[0] = normal();
      index = 1;
    }
    for (; index + 1 < into.length; index += 2) fillPair(into, index);
    if (index < into.length) into[index] = normal();
  }

  /** Twice a gamma of half the degrees, by Marsaglia and Tsang (2000). */
  function chiSquare(degrees: number): number {
    const d = degrees / 2 - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const cube = (1 + c * x) ** 3;
      if (cube <= 0) continue;
      if (Math.log(1 - uniform()) < (x * x) / 2 + d * (1 - cube + Math.log(cube))) return 2 * d * cube;
    }
  }

  return { uniform, normal, normals, chiSquare };
}
