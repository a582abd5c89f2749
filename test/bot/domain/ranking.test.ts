import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fairMean, sheetMean } from '../../../bot/domain/ranking/fair-mean.ts';
import { rankByFairMean } from '../../../bot/domain/ranking/standing.ts';
import { effort } from '../../runs.ts';

const criteria = [
  { id: 'a', weight: 1 },
  { id: 'b', weight: 3 },
];

describe('the fair mean', () => {
  test.each([
    ['weights the criteria', { a: 1, b: 5 }, 4],
    ['leaves out what can not be assessed, and renormalises', { a: 2, b: 'not-assessable' }, 2],
    ['leaves out what was not answered', { b: 4 }, 4],
    ['ignores criteria that the round does not have', { a: 3, b: 3, c: 1 }, 3],
    ['is nothing when nothing could be assessed', { a: 'not-assessable' }, undefined],
  ] as const)('of a sheet %s', (_what, scores, expected) => {
    expect(sheetMean(scores, criteria)).toBe(expected);
  });

  test('of a submission is the mean over the sheets that have one', () => {
    expect(fairMean([{ a: 1, b: 1 }, { a: 4, b: 4 }, { a: 'not-assessable' }], criteria)).toBe(2.5);
    expect(fairMean([], criteria)).toBeUndefined();
  });

  test('stays between the lowest and the highest score given', () => {
    const score = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('not-assessable' as const));
    fc.assert(
      fc.property(fc.array(fc.record({ a: score, b: score }), { minLength: 1 }), (sheets) => {
        const given = sheets.flatMap(({ a, b }) => [a, b]).filter((each) => typeof each === 'number');
        const mean = fairMean(sheets, criteria);
        if (given.length === 0) expect(mean).toBeUndefined();
        else {
          expect(mean).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
          expect(mean).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
        }
      }),
      effort(100, 2_000),
    );
  });
});

describe('the standings', () => {
  const lines = [
    { submissionId: 'd', sheets: 0 },
    { submissionId: 'c', fairMean: 4, sheets: 2 },
    { submissionId: 'b', fairMean: 4, sheets: 1 },
    { submissionId: 'e', fairMean: 3, sheets: 1 },
    { submissionId: 'a', fairMean: 5, sheets: 1 },
  ];

  test('share a rank among equals, and put the unscored last without one', () => {
    expect(rankByFairMean(lines).map(({ submissionId, rank }) => [submissionId, rank])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['e', 4],
      ['d', undefined],
    ]);
  });

  test('treat a difference from adding up as none', () => {
    const [first, second] = rankByFairMean([
      { submissionId: 'x', fairMean: 0.1 + 0.2, sheets: 1 },
      { submissionId: 'y', fairMean: 0.3, sheets: 1 },
    ]);
    expect([first?.rank, second?.rank]).toEqual([1, 1]);
  });

  test('are the same whatever order the lines come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(rankByFairMean(shuffled)).toEqual(rankByFairMean(lines));
      }),
      effort(100, 2_000),
    );
  });
});
