import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that comes from a seed: the same seed gives the same numbers, on every machine that runs this version. */
export interface Chance {
  /** From 0, up to and not including 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Chi-square; at least two degrees of freedom. */
  chiSquare(degrees: number): number;
}

/** @param seed a whole number */
export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  let spare: number | undefined;

  /** Marsaglia's polar method: two at a time. */
  function normal(): number {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * scale;
      return x * scale;
    }
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

  return { uniform, normal, chiSquare };
}
