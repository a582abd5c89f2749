import { factorise, inverse, solve } from './cholesky.ts';
import type { Design } from './design.ts';
import { perSheet, sumsOfJudges, sumsOfSubmissions } from './design.ts';
import type { Equations, Fitted, Ratios } from './mixed-equations.ts';
import { criterionWith, equationsAt, fitValues, remlCriterion } from './mixed-equations.ts';
import { at, dot, wholeAt } from './numbers.ts';
import { judgeQuadratics } from './posterior-spread.ts';
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

export function fitAt(design: Design, ratios: Ratios): RatioFit {
  const equations = equationsAt(design, ratios);
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

/** Where the ratios should go: new ones, before anything is cut off at 0. */
function informedStep(design: Design, { ratios, fitted, equations }: RatioFit, judgesVary: boolean): Ratios {
  const degrees = design.scores.length - 1;
  const variance = fitted.square / degrees;
  const spread = spreads(design, fitted.left);
  const traces = tracesOf(design, equations);
  const upward = {
    submissions: spread.submissions.square / variance - traces.submissions,
    judges: spread.judges.square / variance - traces.judges,
    rest:
      dot(fitted.left, fitted.left) / variance -
      (degrees - ratios.submissions * traces.submissions - ratios.judges * traces.judges),
  };
  const directions: Direction[] = [
    { of: 'rest', along: fitted.left, upward: upward.rest, free: true },
    {
      of: 'submissions',
      along: spread.submissions.values,
      upward: upward.submissions,
      free: ratios.submissions > 0 || upward.submissions > 0,
    },
    {
      of: 'judges',
      along: spread.judges.values,
      upward: upward.judges,
      free: judgesVary && (ratios.judges > 0 || upward.judges > 0),
    },
  ];
  const move = solveInformation(
    design,
    equations,
    directions.filter(({ free }) => free),
    variance,
  );
  return {
    submissions: (ratios.submissions + move.submissions) / (1 + move.rest),
    judges: (ratios.judges + move.judges) / (1 + move.rest),
  };
}

/** One of the three variances, in which direction it moves the fit and how much the likelihood wants that. */
interface Direction {
  of: 'rest' | 'submissions' | 'judges';
  along: Float64Array;
  upward: number;
  free: boolean;
}

/** ZZᵀ·left per sheet, and |Zᵀ·left|², for both. */
function spreads(design: Design, left: Float64Array) {
  const perSubmission = sumsOfSubmissions(design, left);
  const perJudge = sumsOfJudges(design, left);
  const submissions = new Float64Array(left.length);
  for (let index = 0; index < perSubmission.length; index += 1) {
    submissions.fill(
      at(perSubmission, index),
      wholeAt(design.starts, index),
      wholeAt(design.starts, index + 1),
    );
  }
  const judges = perSheet(design, perJudge);
  return {
    submissions: { values: submissions, square: dot(perSubmission, perSubmission) },
    judges: { values: judges, square: dot(perJudge, perJudge) },
  };
}

/** tr(P·ZqZqᵀ) and tr(P·ZbZbᵀ) */
function tracesOf(design: Design, equations: Equations): Ratios {
  const { counts, ratios, ones, crossed, factor } = equations;
  const size = factor.size;
  const inverted = inverse(factor);
  let judges = -dot(ones.perJudge, ones.perJudge) / ones.square;
  for (let row = 0; row < size; row += 1) {
    judges += at(crossed, row * size + row) * at(inverted, row * size + row);
    for (let column = 0; column < row; column += 1) {
      judges += 2 * at(crossed, row * size + column) * at(inverted, row * size + column);
    }
  }
  const quadratics = judgeQuadratics(design, inverted);
  const sharedOnes = sumsOfSubmissions(design, perSheet(design, ones.perJudge));
  let submissions = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const shrink = 1 + ratios.submissions * wholeAt(counts, index);
    const ofOnes = (wholeAt(counts, index) - ratios.judges * at(sharedOnes, index)) / shrink;
    submissions += wholeAt(counts, index) / shrink - (ratios.judges * at(quadratics, index)) / shrink ** 2;
    submissions -= ofOnes ** 2 / ones.square;
  }
  return { submissions, judges };
}

/** Average information: fₐᵀ·P·f_b / s², for f = left, ZqZqᵀ·left, ZbZbᵀ·left; solved for how far each moves. */
function solveInformation(
  design: Design,
  equations: Equations,
  free: readonly Direction[],
  variance: number,
): Record<Direction['of'], number> {
  const projected = free.map(({ along }) => fitValues(design, equations, along).left);
  const size = free.length;
  const information = new Float64Array(size * size);
  free.forEach(({ along }, row) => {
    projected.forEach((left, column) => {
      // Collinear directions (a design at the edge of what can be told apart) must not end in a division by 0.
      information[row * size + column] = (dot(along, left) / variance) * (row === column ? 1 + 1e-12 : 1);
    });
  });
  const solved = solve(
    factorise(information, size),
    Float64Array.from(free, ({ upward }) => upward),
  );
  const moves = { rest: 0, submissions: 0, judges: 0 };
  free.forEach(({ of }, index) => {
    moves[of] = at(solved, index);
  });
  return moves;
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
