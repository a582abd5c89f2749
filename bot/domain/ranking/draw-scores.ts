import type { Chance } from './chance.ts';
import { solveUpper } from './cholesky.ts';
import type { Design } from './design.ts';
import { sumsOfSubmissions } from './design.ts';
import type { RatioFit } from './fit-ratios.ts';
import type { Equations } from './mixed-equations.ts';
import { at, wholeAt } from './numbers.ts';

/** Fills `into` with one possible truth: a score per submission, less the design's centre. */
export type Draw = (chance: Chance, into: Float64Array) => void;

type Fit = Pick<RatioFit, 'equations' | 'fitted'>;

/**
 * Draws from the posterior of the scores at the ratios of a fit: the mean, then the judges given the mean, then each
 * submission given both. Together they have exactly mean μ̂ + q̂ and, of q, covariance
 * s²(g·I − g²·ZqᵀPZq), and no submissions × submissions matrix is made.
 * @param residual `certain` takes s² for the truth; `drawn` draws it, scaled inverse chi-square
 */
export function drawAt(design: Design, { equations, fitted }: Fit, residual: 'certain' | 'drawn'): Draw {
  const { factor, ratios, ones, counts, pull } = equations;
  const degrees = design.scores.length - 1;
  const spreadOfMean = 1 / Math.sqrt(ones.square);
  const spreadOfJudges = Math.sqrt(ratios.judges);
  const known: Known = {
    counts,
    pull,
    sums: sumsOfSubmissions(design, design.scores),
    spreads: pull.map((weight) => Math.sqrt(weight)),
  };
  const judges = new Float64Array(factor.size);
  return (chance, into) => {
    const divisor = residual === 'certain' ? degrees : chance.chiSquare(degrees);
    const deviation = Math.sqrt(fitted.square / divisor);
    const shift = deviation * spreadOfMean * chance.normal();
    chance.normals(judges);
    solveUpper(factor, judges);
    for (let judge = 0; judge < judges.length; judge += 1) {
      const expected = at(fitted.judges, judge) - ratios.judges * shift * at(ones.perJudge, judge);
      judges[judge] = expected + deviation * spreadOfJudges * at(judges, judge);
    }
    chance.normals(into);
    fromNoise(design, known, { mean: fitted.mean + shift, judges, deviation }, into);
  };
}

/** What is the same in every draw, per submission. */
interface Known extends Pick<Equations, 'counts' | 'pull'> {
  sums: Float64Array;
  /** Standard deviation given the mean and the judges, relative to the residual one. */
  spreads: Float64Array;
}

/** What was drawn before the submissions. */
interface Drawn {
  mean: number;
  judges: Float64Array;
  deviation: number;
}

/** Makes scores, given the mean and the judges, of the standard normal numbers that `into` holds. */
function fromNoise(
  { starts, judgeOf }: Design,
  { sums, counts, pull, spreads }: Known,
  { mean, judges, deviation }: Drawn,
  into: Float64Array,
): void {
  for (let index = 0; index < into.length; index += 1) {
    const end = wholeAt(starts, index + 1);
    let rest = at(sums, index) - wholeAt(counts, index) * mean;
    for (let sheet = wholeAt(starts, index); sheet < end; sheet += 1) {
      rest -= at(judges, wholeAt(judgeOf, sheet));
    }
    into[index] = mean + at(pull, index) * rest + deviation * at(spreads, index) * at(into, index);
  }
}
