import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { criterionSpreads, disagreements } from '../../../bot/domain/judging/criterion-spread.ts';
import type { Score } from '../../../bot/domain/judging/score-sheet.ts';
import { effort } from '../../runs.ts';

const round = {
  criteria: ['success', 'value'].map((id) => ({
    ...{ id, weight: 1, name: { nl: id }, explanation: { nl: id } },
  })),
  scale: { lowest: 1, highest: 5 },
};
const sheet = (success: Score, value?: Score) => ({
  scores: { success, ...(value !== undefined && { value }) },
});

describe('the spread of a criterion', () => {
  test('counts each score of the scale, and "niet te beoordelen" apart', () => {
    const all = [
      { submissionId: 'a', sheets: [sheet(4, 2), sheet(5, 'not-assessable')] },
      { submissionId: 'b', sheets: [sheet(4, 1)] },
    ];
    expect(criterionSpreads(round, all)).toEqual([
      {
        criterionId: 'success',
        counts: [1, 2, 3, 4, 5].map((value) => ({ value, count: [0, 0, 0, 2, 1][value - 1] })),
        notAssessable: 0,
        mean: 13 / 3,
      },
      {
        criterionId: 'value',
        counts: [1, 2, 3, 4, 5].map((value) => ({ value, count: [1, 1, 0, 0, 0][value - 1] })),
        notAssessable: 1,
        mean: 1.5,
      },
    ]);
  });

  test('has no mean while nobody gave a number', () => {
    expect(criterionSpreads(round, []).every(({ mean }) => mean === undefined)).toBe(true);
  });
});

describe('where judges differ', () => {
  test('is from two points on, the furthest first, then where more of them scored', () => {
    const all = [
      { submissionId: 'close', sheets: [sheet(3), sheet(4)] },
      { submissionId: 'two', sheets: [sheet(3), sheet(5), sheet('not-assessable')] },
      { submissionId: 'far', sheets: [sheet(1, 2), sheet(5, 4), sheet(3, 2)] },
      { submissionId: 'one', sheets: [sheet(1)] },
    ];
    expect(disagreements(round, all, 10).map((each) => [each.submissionId, each.criterionId])).toEqual([
      ['far', 'success'],
      ['far', 'value'],
      ['two', 'success'],
    ]);
    expect(disagreements(round, all, 1)).toEqual([
      { submissionId: 'far', criterionId: 'success', lowest: 1, highest: 5, scores: 3 },
    ]);
  });

  test('never says who gave what, whatever the sheets', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(scores, { maxLength: 20 }), (given) => {
        const all = given.map((each, index) => ({
          submissionId: String(index),
          sheets: each.map((score) => sheet(score)),
        }));
        const found = disagreements(round, all, 100);
        for (const { submissionId, lowest, highest, scores: count } of found) {
          const own = given[Number(submissionId)] ?? [];
          expect([Math.min(...own), Math.max(...own), own.length]).toEqual([lowest, highest, count]);
          expect(highest - lowest).toBeGreaterThanOrEqual(2);
        }
      }),
      effort(100, 2_000),
    );
  });
});
