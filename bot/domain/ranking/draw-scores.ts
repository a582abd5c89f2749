import type { Chance } from './chance.ts';
import { solveUpper } from './cholesky.ts';
import type { Design } from './design.ts';
import { sumsOfSubmissions } from './design.ts';
import { fitAt } from './fit-ratios.ts';
import type { Ratios } from './mixed-equations.ts';
import { at, wholeAt } from './numbers.ts';

/** Fills `into` with one possible truth: a score per submission, less the design's centre. */
export type Draw = (chance: Chance, into: Float64Array) => void;

/**
 * Draws from the posterior of the scores at given ratios: the mean, then the judges given the mean, then each
 * submission given both. Together they have exactly mean μ̂ + q̂ and, of q, covariance
 * s²(g·I − g²·ZqᵀPZq), and no submissions × submissions matrix is made.
 * @param residual `certain` takes s² for the truth; `drawn` draws it, scaled inverse chi-square
 */
export function drawAt(design: Design, ratios: Ratios, residual: 'certain' | 'drawn'): Draw {
  const { equations, fitted } = fitAt(design, ratios);
  const { factor, ones, pull, counts } = equations;
  const degrees = design.scores.length - 1;
  const sums = sumsOfSubmissions(design, design.scores);
  const spreadOfMean = 1 / Math.sqrt(ones.square);
  const root = Math.sqrt(ratios.judges);
  const noise = new Float64Array(factor.size);
  return (chance, into) => {
    const divisor = residual === 'certain' ? degrees : chance.chiSquare(degrees);
    const deviation = Math.sqrt(fitted.square / divisor);
    const shift = deviation * spreadOfMean * chance.normal();
    const mean = fitted.mean + shift;
    for (let judge = 0; judge < noise.length; judge += 1) noise[judge] = chance.normal();
    solveUpper(factor, noise);
    for (let judge = 0; judge < noise.length; judge += 1) {
      const expected = at(fitted.judges, judge) - ratios.judges * shift * at(ones.perJudge, judge);
      noise[judge] = expected + deviation * root * at(noise, judge);
    }
    for (let index = 0; index < into.length; index += 1) {
      let rest = at(sums, index) - wholeAt(counts, index) * mean;
      for (let sheet = wholeAt(design.starts, index); sheet < wholeAt(design.starts, index + 1); sheet += 1) {
        rest -= at(noise, wholeAt(design.judgeOf, sheet));
      }
      const weight = at(pull, index);
      into[index] = mean + weight * rest + deviation * Math.sqrt(weight) * chance.normal();
    }
  };
}
