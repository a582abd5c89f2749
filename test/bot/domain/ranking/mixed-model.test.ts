import { describe, expect, test } from '@jest/globals';
import { additiveModel, fitAdditive } from '../../../../bot/domain/ranking/additive-model.ts';
import { chanceFrom } from '../../../../bot/domain/ranking/chance.ts';
import type { Design } from '../../../../bot/domain/ranking/design.ts';
import { drawAt } from '../../../../bot/domain/ranking/draw-scores.ts';
import { fitAt, fitRatios } from '../../../../bot/domain/ranking/fit-ratios.ts';
import { mixedModel } from '../../../../bot/domain/ranking/mixed-model.ts';
import { simulatedRound } from './simulated-round.ts';
import { designByName } from './tables.ts';

/** The formulas of the model as they are written, with H built whole: slow, plain, and sharing no code. */
function plainly(design: Design, g: number, h: number) {
  const sheets = design.scores.length;
  const submissionOf = [...design.scores.keys()].map((sheet) =>
    design.starts.findLastIndex((start) => start <= sheet),
  );
  const same = (of: ArrayLike<number>, a: number, b: number) => (of[a] === of[b] ? 1 : 0);
  const hMatrix = square(
    sheets,
    (a, b) => (a === b ? 1 : 0) + g * same(submissionOf, a, b) + h * same(design.judgeOf, a, b),
  );
  const { inverse, logDeterminant } = invert(hMatrix);
  const ofOnes = inverse.map((row) => sum(row));
  const ones = sum(ofOnes);
  const p = square(sheets, (a, b) => cell(inverse, a, b) - ((ofOnes[a] ?? 0) * (ofOnes[b] ?? 0)) / ones);
  const y = [...design.scores];
  const left = p.map((row) => inner(row, y));
  const quadratic = inner(left, y);
  const variance = quadratic / (sheets - 1);
  const members = design.submissions.map((_, index) =>
    submissionOf.flatMap((of, sheet) => (of === index ? [sheet] : [])),
  );
  return {
    criterion: logDeterminant + Math.log(ones) + (sheets - 1) * (1 + Math.log(2 * Math.PI * variance)),
    submissions: members.map((own) => g * sum(own.map((sheet) => left[sheet] ?? 0))),
    covariance: square(members.length, (one, other) => {
      const among = (members[one] ?? []).flatMap((a) => (members[other] ?? []).map((b) => cell(p, a, b)));
      return variance * ((one === other ? g : 0) - g * g * sum(among));
    }),
    judges: design.judges.map((_, judge) => {
      const own = [...design.judgeOf].flatMap((of, sheet) => (of === judge ? [sheet] : []));
      const among = own.flatMap((a) => own.map((b) => cell(p, a, b)));
      return variance * (h - h * h * sum(among));
    }),
    residuals: left.map((value, sheet) => value / Math.sqrt(variance * cell(p, sheet, sheet))),
  };
}

function square(size: number, make: (a: number, b: number) => number): number[][] {
  return Array.from({ length: size }, (_, a) => Array.from({ length: size }, (__, b) => make(a, b)));
}

function cell(matrix: readonly (readonly number[])[], a: number, b: number): number {
  return matrix[a]?.[b] ?? Number.NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function inner(one: readonly number[], other: readonly number[]): number {
  return sum(one.map((value, index) => value * (other[index] ?? Number.NaN)));
}

/** Gauss and Jordan; H needs no pivoting. */
function invert(matrix: number[][]): { inverse: number[][]; logDeterminant: number } {
  const size = matrix.length;
  const rows = matrix.map((row, a) => [...row, ...row.map((_, b) => (a === b ? 1 : 0))]);
  let logDeterminant = 0;
  for (let at = 0; at < size; at += 1) {
    const pivot = cell(rows, at, at);
    logDeterminant += Math.log(pivot);
    rows[at] = (rows[at] ?? []).map((value) => value / pivot);
    rows.forEach((row, a) => {
      if (a === at) return;
      const factor = row[at] ?? Number.NaN;
      rows[a] = row.map((value, b) => value - factor * cell(rows, at, b));
    });
  }
  return { inverse: rows.map((row) => row.slice(size)), logDeterminant };
}

const shapes = [
  { submissions: 6, judges: 4, perSubmission: 4, judgeSd: 1, residual: 0.7 },
  { submissions: 12, judges: 6, perSubmission: 3, judgeSd: 2, residual: 0.5 },
  { submissions: 15, judges: 5, perSubmission: 2, judgeSd: 0.3, residual: 1 },
];

describe('the mixed model without H', () => {
  const ratios = [
    { submissions: 0.8, judges: 1.7 },
    { submissions: 3, judges: 0 },
    { submissions: 0, judges: 0.4 },
    { submissions: 0, judges: 0 },
    { submissions: 400, judges: 90 },
  ];
  test.each(shapes.flatMap((shape) => ratios.map((at) => ({ shape, at }))))(
    'equals the formulas with H: %j',
    ({ shape, at }) => {
      const design = designByName(simulatedRound(chanceFrom(5), { ...shape, submissionSd: 1 }).scored);
      const fit = fitAt(design, at);
      const model = mixedModel(design, fit, { trust: 'estimated', net: 1 });
      const expected = plainly(design, at.submissions, at.judges);
      expect(fit.criterion).toBeCloseTo(expected.criterion, 8);
      expected.submissions.forEach((value, index) => {
        expect(model.submissions[index]).toBeCloseTo(value, 8);
        expect(model.errors[index]).toBeCloseTo(Math.sqrt(cell(expected.covariance, index, index)), 7);
      });
      expected.judges.forEach((value, judge) =>
        expect(model.judgeErrors[judge]).toBeCloseTo(Math.sqrt(Math.max(0, value)), 7),
      );
      expected.residuals.forEach((value, sheet) => expect(model.residuals[sheet]).toBeCloseTo(value, 6));
    },
  );
});

test('with few judges who all score everything, a judge is as sure as the mean of what is left', () => {
  const shape = { submissions: 8, judges: 3, perSubmission: 3, submissionSd: 1, judgeSd: 1, residual: 0.6 };
  const design = designByName(simulatedRound(chanceFrom(5), shape).scored);
  const { judgeErrors, variances } = additiveModel(design, fitAdditive(design), 'estimated');
  const expected = Math.sqrt((variances.residual / 8) * (1 - 1 / 3));
  for (const error of judgeErrors) expect(error).toBeCloseTo(expected, 10);
});

describe('REML', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'ends nowhere that a net around it beats (%i)',
    (seed) => {
      const shape = shapes[seed % shapes.length] ?? shapes[0];
      const design = designByName(
        simulatedRound(chanceFrom(seed), {
          submissions: 6,
          judges: 4,
          perSubmission: 4,
          residual: 1,
          ...shape,
          submissionSd: seed % 4 === 0 ? 0 : 1,
          judgeSd: seed % 3 === 0 ? 0 : 1,
        }).scored,
      );
      const fit = fitRatios(design);
      const net = [0, 0.001, 0.01, 0.03, 0.1, 0.2, 0.4, 0.7, 1, 1.5, 2, 3, 5, 8, 15, 40, 200];
      const steps = [0.98, 0.999, 1, 1.001, 1.02];
      const tried = [
        ...net.flatMap((submissions) => net.map((judges) => ({ submissions, judges }))),
        ...steps.flatMap((a) =>
          steps.map((b) => ({ submissions: fit.ratios.submissions * a, judges: fit.ratios.judges * b })),
        ),
      ];
      for (const each of tried) {
        expect(fitAt(design, each).criterion).toBeGreaterThanOrEqual(fit.criterion - 1e-9);
      }
    },
  );

  test('takes scores that add up without a rest', () => {
    const scored = [1, 4, 2, 6].flatMap((level, submission) =>
      [0, 1, -2].map((offset, judge) => ({
        submissionId: `s${String(submission)}`,
        judge: `j${String(judge)}`,
        score: level + offset,
      })),
    );
    const fit = fitRatios(designByName(scored));
    expect([fit.criterion, ...fit.fitted.submissions].every(Number.isFinite)).toBe(true);
    const order = [...fit.fitted.submissions.keys()].sort(
      (a, b) => (fit.fitted.submissions[b] ?? 0) - (fit.fitted.submissions[a] ?? 0),
    );
    expect(order).toEqual([3, 1, 2, 0]);
  });
});

test('draws have the mean and the covariance that the formulas give', () => {
  const size = 8;
  const design = designByName(
    simulatedRound(chanceFrom(8), {
      submissions: size,
      judges: 4,
      perSubmission: 2,
      submissionSd: 1,
      judgeSd: 1,
      residual: 0.6,
    }).scored,
  );
  const fit = fitAt(design, { submissions: 2, judges: 1.5 });
  const { covariance, submissions } = plainly(design, 2, 1.5);
  const draw = drawAt(design, fit, 'certain');
  const chance = chanceFrom(3);
  const into = new Float64Array(size);
  const times = 40_000;
  const sums = square(size, () => 0);
  const squares = square(size, () => 0);
  for (let time = 0; time < times; time += 1) {
    draw(chance, into);
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) {
        // Differences, since each draw has a mean of its own.
        const difference = (into[a] ?? 0) - (into[b] ?? 0);
        add(sums, a, b, difference);
        add(squares, a, b, difference ** 2);
      }
    }
  }
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const mean = cell(sums, a, b) / times;
      const variance = cell(squares, a, b) / times - mean ** 2;
      const expected = cell(covariance, a, a) + cell(covariance, b, b) - 2 * cell(covariance, a, b);
      const distance = mean - ((submissions[a] ?? 0) - (submissions[b] ?? 0));
      // Four standard errors.
      expect(Math.abs(distance)).toBeLessThan(4 * Math.sqrt(expected / times));
      expect(Math.abs(variance / expected - 1)).toBeLessThan(4 * Math.sqrt(2 / times));
    }
  }
});

function add(matrix: number[][], a: number, b: number, value: number): void {
  const row = matrix[a];
  if (row !== undefined) row[b] = (row[b] ?? 0) + value;
}
