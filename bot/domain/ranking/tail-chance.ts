import jstat from 'jstat';

/** The chance that a chi-square variable is larger than `x`. */
export function aboveChiSquare(x: number, degrees: number): number {
  return x <= 0 ? 1 : 1 - jstat.chisquare.cdf(x, degrees);
}

/** The chance that an F variable is larger than `x`. */
export function aboveF(x: number, above: number, below: number): number {
  return x <= 0 ? 1 : 1 - jstat.centralF.cdf(x, above, below);
}
