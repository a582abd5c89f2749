import { describe, expect, test } from '@jest/globals';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import type { RankedSheet, RankingInput, TieStep } from '../../../../bot/domain/ranking/ranking-input.ts';
import { usualSettings } from '../../../../bot/domain/ranking/ranking-input.ts';
import type { Comparison } from '../../../../bot/domain/ranking/tie-chain.ts';
import { placeGroups } from '../../../../bot/domain/ranking/tie-chain.ts';

const criteria = [
  { id: 'light', weight: 1 },
  { id: 'heavy', weight: 2 },
];

/** Per submission, per judge: light and heavy. */
type Table = Record<string, [number | 'not-assessable', number | 'not-assessable'][]>;

function ranked(table: Table, tieChain: TieStep[] = ['fair-mean', 'criteria', 'median']) {
  const sheets = Object.entries(table).flatMap(([submissionId, given]) =>
    given.map(([light, heavy], judge): RankedSheet => ({
      submissionId,
      judge: `j${String(judge)}`,
      scores: { light, heavy },
    })),
  );
  const input: RankingInput = {
    submissions: [...Object.keys(table)],
    sheets,
    criteria,
    settings: { ...usualSettings, decideBy: 'fair-mean', tieChain },
    seed: 1,
  };
  return rankRound(input).lines.map(({ submissionId, rank, aboveNext }) => [submissionId, rank, aboveNext]);
}

describe('equal scores are told apart by', () => {
  test('the heaviest criterion first', () => {
    expect(ranked({ a: [[6, 3]], b: [[2, 5]], c: [[9, 9]] })).toEqual([
      ['c', 1, { by: 'fair-mean', difference: 5 }],
      ['b', 2, { by: 'criterion', criterionId: 'heavy', difference: 2 }],
      ['a', 3, undefined],
    ]);
  });

  test('the median after that', () => {
    const table: Table = {
      a: [
        [1, 1],
        [4, 4],
        [4, 4],
      ],
      b: [
        [3, 3],
        [3, 3],
        [3, 3],
      ],
    };
    expect(ranked(table)).toEqual([
      ['a', 1, { by: 'median', difference: 1 }],
      ['b', 2, undefined],
    ]);
    expect(ranked(table, ['fair-mean'])).toEqual([
      ['a', 1, { by: 'equal' }],
      ['b', 1, undefined],
    ]);
  });

  test('nothing that one of them has no score for', () => {
    expect(ranked({ a: [['not-assessable', 4]], b: [[4, 4]] })).toEqual([
      ['a', 1, { by: 'equal' }],
      ['b', 1, undefined],
    ]);
  });
});

test('equals share a rank, in the order of their ids, and the next rank counts them all', () => {
  expect(ranked({ d: [[3, 3]], b: [[5, 5]], c: [[3, 3]], a: [[3, 3]], e: [[1, 1]], f: [] })).toEqual([
    ['b', 1, { by: 'fair-mean', difference: 2 }],
    ['a', 2, { by: 'equal' }],
    ['c', 2, { by: 'equal' }],
    ['d', 2, { by: 'fair-mean', difference: 2 }],
    ['e', 5, { by: 'not-scored' }],
    ['f', undefined, undefined],
  ]);
});

test('a difference from adding up is none, also in a row of them', () => {
  const values = new Map([
    ['a', 0.1 + 0.2],
    ['b', 0.3],
    ['c', 0.3 - 4e-10],
    ['d', 0.2],
  ]);
  const chain: Comparison[] = [{ by: { by: 'fair-mean' }, values }];
  expect(placeGroups(['d', 'c', 'b', 'a'], chain).map(({ submissions }) => submissions)).toEqual([
    ['a', 'b', 'c'],
    ['d'],
  ]);
});
