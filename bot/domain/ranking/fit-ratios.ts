import { factorise, inverse, solve } from './cholesky.ts';
import type { Design } from './design.ts';
import { sumsOfJudges, sumsOfSubmissions } from './design.ts';
import type { Equations, Fitted, Ratios } from './mixed-equations.ts';
import { equationsAt, fitValues, remlCriterion } from './mixed-equations.ts';
import { at, dot } from './numbers.ts';
import { judgeQuadratics } from './posterior-spread.ts';

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
/** A step that changes no ratio by more than this, relatively, is the last. */
const settled = 1e-11;

/**
 * Finds the variance ratios by REML with the average information algorithm (Gilmour, Thompson and Cullis 1995), kept
 * at or above 0: a ratio at 0 whose score says "less" stays there. Steps that do not lower the criterion are halved.
 * @param judgesVary false fits the model without differences between judges: h = 0
 */
export function fitRatios(design: Design, judgesVary = true): RatioFit {
  let fit = bestStart(design, judgesVary);
  for (let step = 0; step < mostSteps; step += 1) {
    const direction = informedStep(design, fit, judgesVary);
    const next = lower(design, fit, direction);
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
  const net = design.judges.length <= 100 ? [0.05, 0.3, 1, 4, 25] : [1];
  const starts = net.flatMap((submissions) =>
    (judgesVary ? net : [0]).map((judges) => fitAt(design, { submissions, judges })),
  );
  return starts.reduce((best, each) => (each.criterion < best.criterion ? each : best));
}

/** Where the ratios should go: new ones, before anything is cut off at 0. */
function informedStep(design: Design, fit: RatioFit, judgesVary: boolean): Ratios {
  const { ratios, fitted } = fit;
  const degrees = design.scores.length - 1;
  const variance = fitted.square / degrees;
  const spread = spreads(design, fitted.left);
  const traces = tracesOf(design, fit.equations);
  const score = {
    submissions: spread.submissions.square / variance - traces.submissions,
    judges: spread.judges.square / variance - traces.judges,
    rest:
      dot(fitted.left, fitted.left) / variance -
      (degrees - ratios.submissions * traces.submissions - ratios.judges * traces.judges),
  };
  const free = [
    { of: fitted.left, score: score.rest },
    ...(ratios.submissions > 0 || score.submissions > 0
      ? [{ of: spread.submissions.values, score: score.submissions }]
      : []),
    ...(judgesVary && (ratios.judges > 0 || score.judges > 0)
      ? [{ of: spread.judges.values, score: score.judges }]
      : []),
  ];
  const move = solveInformation(design, fit.equations, free, variance);
  const moved = (values: Float64Array) => move[free.findIndex(({ of }) => of === values)] ?? 0;
  const rest = 1 + moved(fitted.left);
  return {
    submissions: (ratios.submissions + moved(spread.submissions.values)) / rest,
    judges: (ratios.judges + moved(spread.judges.values)) / rest,
  };
}

/** ZZᵀ·left per sheet, and |Zᵀ·left|², for both. */
function spreads(design: Design, left: Float64Array) {
  const perSubmission = sumsOfSubmissions(design, left);
  const perJudge = sumsOfJudges(design, left);
  const submissions = new Float64Array(left.length);
  for (let index = 0; index < perSubmission.length; index += 1) {
    submissions.fill(at(perSubmission, index), at(design.starts, index), at(design.starts, index + 1));
  }
  const judges = left.map((_, sheet) => at(perJudge, at(design.judgeOf, sheet)));
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
  const sharedOnes = sumsOfSubmissions(
    design,
    Float64Array.from(design.judgeOf, (judge) => at(ones.perJudge, judge)),
  );
  let submissions = 0;
  for (let index = 0; index < counts.length; index += 1) {
    const shrink = 1 + ratios.submissions * at(counts, index);
    const ofOnes = (at(counts, index) - ratios.judges * at(sharedOnes, index)) / shrink;
    submissions += at(counts, index) / shrink - (ratios.judges * at(quadratics, index)) / shrink ** 2;
    submissions -= ofOnes ** 2 / ones.square;
  }
  return { submissions, judges };
}

/** Average information: fₐᵀ·P·f_b / s², for f = left, ZqZqᵀ·left, ZbZbᵀ·left; solved for the scores. */
function solveInformation(
  design: Design,
  equations: Equations,
  free: readonly { of: Float64Array; score: number }[],
  variance: number,
): Float64Array {
  const projected = free.map(({ of }) => fitValues(design, equations, of).left);
  const size = free.length;
  const information = new Float64Array(size * size);
  free.forEach(({ of }, row) => {
    projected.forEach((left, column) => {
      information[row * size + column] = dot(of, left) / variance;
    });
  });
  for (let row = 0; row < size; row += 1) {
    // Collinear directions (a design at the edge of what can be told apart) must not end in a division by 0.
    information[row * size + row] = at(information, row * size + row) * (1 + 1e-12);
  }
  return solve(
    factorise(information, size),
    Float64Array.from(free, ({ score }) => score),
  );
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

function relativeChange(from: number, to: number): number {
  return from === to ? 0 : Math.abs(to - from) / Math.max(from, to);
}
