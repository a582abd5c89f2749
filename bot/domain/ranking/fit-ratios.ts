import type { Design } from './design.ts';
import { informedStep } from './informed-step.ts';
import type { Equations, Fitted, Ratios } from './mixed-equations.ts';
import { criterionWith, equationsAt, fitValues, remlCriterion } from './mixed-equations.ts';
import type { SubmissionsOut } from './submissions-out.ts';
import { submissionsOut } from './submissions-out.ts';

/** The fit at the best ratios. */
export interface RatioFit {
  ratios: Ratios;
  equations: Equations;
  fitted: Fitted;
  /** −2 × the restricted log likelihood. */
  criterion: number;
}

/** Beyond this the residual variance is nothing to speak of: scores that add up without a rest. */
const largestRatio = 1e6;
const mostSteps = 100;

/** Whether a fit tells submissions apart: σq² is more than rounding. */
export function distinguishes({ ratios }: Pick<RatioFit, 'ratios'>): boolean {
  return ratios.submissions > 1e-9;
}

/**
 * Finds the variance ratios by REML with the average information algorithm (Gilmour, Thompson and Cullis 1995), kept
 * at or above 0: a ratio at 0 whose score says "less" stays there. Steps that do not lower the criterion are halved.
 * @param how.judgesVary false fits the model without differences between judges: h = 0
 * @param how.from where to begin, if something near is known
 * @param how.settled a step that changes no ratio by more than this, relatively, is the last
 */
export function fitRatios(
  design: Design,
  {
    judgesVary = true,
    from,
    settled = 1e-11,
  }: { judgesVary?: boolean; from?: Ratios; settled?: number } = {},
): RatioFit {
  let fit = from === undefined ? bestStart(design, judgesVary) : fitAt(design, from);
  for (let step = 0; step < mostSteps; step += 1) {
    const direction = informedStep(design, fit, judgesVary);
    const next = lower(design, fit, direction) ?? besideIt(design, fit, judgesVary);
    if (next === undefined) return fit;
    const change = Math.max(
      relativeChange(fit.ratios.submissions, next.ratios.submissions),
      relativeChange(fit.ratios.judges, next.ratios.judges),
    );
    fit = next;
    if (change < settled) return fit;
  }
  return fit;
}

/** @param out the submissions eliminated at that ratio, if somebody did so already */
export function fitAt(
  design: Design,
  ratios: Ratios,
  out: SubmissionsOut = submissionsOut(design, ratios.submissions),
): RatioFit {
  const equations = equationsAt(design, ratios, out);
  const fitted = fitValues(design, equations, design.scores);
  return { ratios, equations, fitted, criterion: remlCriterion(design, equations, fitted.square) };
}

/** Few judges: the best of a coarse net, since the criterion can have two valleys. Many: a plain guess is near. */
function bestStart(design: Design, judgesVary: boolean): RatioFit {
  const net = design.judges.length <= 100 ? [0.1, 1, 8] : [1];
  const starts = net.flatMap((submissions) => {
    const out = submissionsOut(design, submissions);
    return (judgesVary ? net : [0]).map((judges) => ({
      ratios: { submissions, judges },
      criterion: criterionWith(design, out, judges),
    }));
  });
  return fitAt(design, lowest(starts).ratios);
}

/** The first of the whole step, half of it, a quarter… that does not raise the criterion. */
function lower(design: Design, from: RatioFit, to: Ratios): RatioFit | undefined {
  for (let part = 1; part > 1e-8; part /= 2) {
    const between = (a: number, b: number) => Math.min(largestRatio, Math.max(0, a + part * (b - a)));
    const ratios = {
      submissions: between(from.ratios.submissions, to.submissions),
      judges: between(from.ratios.judges, to.judges),
    };
    if (!Number.isFinite(ratios.submissions + ratios.judges)) continue;
    const next = fitAt(design, ratios);
    if (next.criterion <= from.criterion + 1e-12 * Math.abs(from.criterion)) return next;
  }
  return undefined;
}

/** Where the information says nothing (no spread at all) or misleads: a plain look around, 0 included. */
function besideIt(
  design: Design,
  { ratios, criterion }: RatioFit,
  judgesVary: boolean,
): RatioFit | undefined {
  const factors = [0, 0.5, 1, 2];
  const beside = factors.flatMap((one) =>
    (judgesVary ? factors : [1]).map((other) => ({
      submissions: Math.min(largestRatio, ratios.submissions * one),
      judges: Math.min(largestRatio, ratios.judges * other),
    })),
  );
  const best = lowest(beside.map((each) => fitAt(design, each)));
  return best.criterion < criterion - 1e-9 ? best : undefined;
}

function lowest<T extends { criterion: number }>(fits: readonly T[]): T {
  return fits.reduce((best, each) => (each.criterion < best.criterion ? each : best));
}

function relativeChange(from: number, to: number): number {
  return from === to ? 0 : Math.abs(to - from) / Math.max(from, to);
}
