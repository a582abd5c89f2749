import { factorise, inverse, solve } from './cholesky.ts';
import type { Design } from './design.ts';
import { perSheet, sumsOfJudges, sumsOfSubmissions } from './design.ts';
import type { RatioFit } from './fit-ratios.ts';
import type { Equations, Ratios } from './mixed-equations.ts';
import { fitValues } from './mixed-equations.ts';
import { at, dot, wholeAt } from './numbers.ts';
import { judgeQuadratics } from './posterior-spread.ts';

/** One step of average information: where the ratios should go, before anything is cut off at 0. */
export function informedStep(
  design: Design,
  { ratios, fitted, equations }: RatioFit,
  judgesVary: boolean,
): Ratios {
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
  // Without differences between judges the factor is that of the identity, and its own inverse.
  const inverted = ratios.judges === 0 ? factor.lower : inverse(factor);
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
