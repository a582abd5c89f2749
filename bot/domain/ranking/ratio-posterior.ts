import type { Design } from './design.ts';
import type { RatioFit } from './fit-ratios.ts';
import type { Ratios } from './mixed-equations.ts';
import { criterionWith } from './mixed-equations.ts';
import type { SubmissionsOut } from './submissions-out.ts';
import { submissionsOut } from './submissions-out.ts';

/** Variance ratios that the scores leave possible, and how probable each is. */
export interface WeighedRatios {
  ratios: Ratios;
  /** The submissions eliminated at their ratio: shared by all that have the same. */
  out: SubmissionsOut;
  /** They add up to 1. */
  weight: number;
}

/** How far from the best the criterion may rise within the net: a density of e^(−8) of the highest. */
const deepest = 16;
/** As standard deviation relative to the residual one; only reached with so few judges that nothing else bounds it. */
const widest = 30;

/**
 * How uncertain the variances themselves are: their posterior on a net, under a flat prior on both standard
 * deviations (Gelman 2006, "Prior distributions for variance parameters in hierarchical models") and on the log of
 * the residual one, which the restricted likelihood already integrates out: the density is exp(−criterion / 2).
 * Taking the REML variances for certain gives rank intervals that are too narrow, worst where a variance is
 * estimated at 0.
 * @param points per side of the net
 */
export function ratioPosterior(design: Design, best: RatioFit, points: number): WeighedRatios[] {
  const centre = { submissions: Math.sqrt(best.ratios.submissions), judges: Math.sqrt(best.ratios.judges) };
  const rise = (out: SubmissionsOut, judges: number) =>
    criterionWith(design, out, judges ** 2) - best.criterion;
  const without = (submissions: number) => submissionsOut(design, submissions ** 2);
  const submissions = edges((deviation) => rise(without(deviation), centre.judges), centre.submissions);
  const atCentre = without(centre.submissions);
  const judges = edges((deviation) => rise(atCentre, deviation), centre.judges);
  const net = middles(submissions, points).flatMap((one) => {
    const out = without(one);
    return middles(judges, points).map((other) => ({
      ratios: { submissions: one ** 2, judges: other ** 2 },
      out,
      density: Math.exp(-rise(out, other) / 2),
    }));
  });
  const total = net.reduce((sum, { density }) => sum + density, 0);
  return net
    .filter(({ density }) => density > 1e-5 * total)
    .map(({ ratios, out, density }) => ({ ratios, out, weight: density / total }));
}

/** From where to where the criterion rises less than the net is deep. */
function edges(riseAt: (deviation: number) => number, centre: number): { from: number; to: number } {
  let to = Math.max(centre * 1.5, 0.2);
  while (riseAt(to) < deepest && to < Math.max(widest, 3 * centre)) to *= 1.4;
  if (riseAt(0) < deepest) return { from: 0, to };
  let from = centre;
  while (riseAt(from) < deepest) from /= 1.3;
  return { from, to };
}

function middles({ from, to }: { from: number; to: number }, points: number): number[] {
  return Array.from({ length: points }, (_, index) => from + ((index + 0.5) * (to - from)) / points);
}
