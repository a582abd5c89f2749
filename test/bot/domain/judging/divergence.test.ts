import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Divergence } from '../../../../bot/domain/edition/edition.ts';
import { divergenceOf, divergingCriteria, mayAskToTalk } from '../../../../bot/domain/judging/divergence.ts';
import type { Score } from '../../../../bot/domain/judging/score-sheet.ts';
import { round } from '../examples.ts';
import { effort } from '../../../runs.ts';

const sheets = (...scores: (Score | 'none')[]) =>
  scores.map((score, index) => ({
    judge: `j${String(index)}`,
    status: score === 'none' ? ('draft' as const) : ('handed-in' as const),
    scores: score === 'none' ? { reuse: 5 } : { reuse: score },
  }));
const panel = (count: number) => Array.from({ length: count }, (_, index) => `j${String(index)}`);
const judged = (divergence?: Divergence) => round(divergence === undefined ? {} : { divergence });

describe('scores on a criterion diverge', () => {
  test.each<[string, (Score | 'none')[], Divergence | undefined, boolean]>([
    ['three points apart on a scale of five', [1, 4, 2], undefined, true],
    ['two points apart', [2, 4, 2], undefined, false],
    ['when the round says two is enough', [2, 4, 2], { range: 2 }, true],
    ['by standard deviation, just', [2, 4, 3], { standardDeviation: 1 }, true],
    ['by standard deviation, not', [3, 4, 3], { standardDeviation: 1 }, false],
    ['between two sheets', [1, 5], undefined, false],
    ['when one could not be assessed', [1, 5, 'not-assessable'], undefined, false],
    ['while somebody still has to score', [1, 5, 2, 'none'], undefined, false],
    [
      'while somebody still has to score, and the round does not mind',
      [1, 5, 2, 'none'],
      { range: 3, early: true },
      true,
    ],
    ['when the round wants to hear of none', [1, 5, 2], 'off', false],
  ])('%s', (_when, scores, setting, expected) => {
    const found = divergingCriteria(judged(setting), sheets(...scores), panel(scores.length));
    expect(found).toEqual(expected ? ['reuse'] : []);
  });

  test('not by the sheet of somebody who does not count', () => {
    expect(divergingCriteria(judged(), sheets(3, 3, 3, 1), panel(3))).toEqual([]);
    expect(divergingCriteria(judged(), sheets(3, 3, 1, 5), panel(3))).toEqual([]);
  });

  test('only when every score of the panel is in, whatever the scores', () => {
    const score = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant('not-assessable' as const));
    fc.assert(
      fc.property(fc.array(fc.option(score, { nil: 'none' as const }), { maxLength: 9 }), (scores) => {
        const found = divergingCriteria(judged(), sheets(...scores), panel(scores.length));
        const numbers = scores.filter((each) => typeof each === 'number');
        const expected =
          !scores.includes('none') && numbers.length >= 3 && Math.max(...numbers) - Math.min(...numbers) >= 3;
        expect(found).toEqual(expected ? ['reuse'] : []);
      }),
      effort(100, 2_000),
    );
  });
});

test('the setting unless told is three fifths of the scale, upwards', () => {
  const scale = (lowest: number, highest: number) => divergenceOf({ scale: { lowest, highest } });
  expect([scale(1, 5), scale(0, 10), scale(0, 1), scale(1, 4)]).toEqual(
    [3, 6, 1, 2].map((range) => ({ range })),
  );
});

test('the jury is asked from the opening until a day after the closing', () => {
  const period = { opensAt: '2026-11-01T08:00:00.000Z', closesAt: '2026-12-04T23:00:00.000Z' };
  const asked = [
    '2026-11-01T07:59:59.999Z',
    '2026-11-01T08:00:00.000Z',
    '2026-12-05T22:59:59.999Z',
    '2026-12-05T23:00:00.000Z',
  ];
  expect(asked.map((at) => mayAskToTalk(period, at))).toEqual([false, true, true, false]);
});
