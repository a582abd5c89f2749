import { describe, expect, test } from '@jest/globals';
import { agreementWithOthers, concordance } from '../../../../bot/domain/ranking/agreement.ts';
import { chanceFrom } from '../../../../bot/domain/ranking/chance.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import { simulatedRound } from './simulated-round.ts';
import { designByName, nameOf, roundOfScores, scoredTable } from './tables.ts';

const none = undefined;

function concordanceOf(table: readonly (readonly (number | undefined)[])[]) {
  return concordance(designByName(scoredTable(table)));
}

describe("Kendall's W", () => {
  test('is 1 when all give the same order, 0 when orders cancel out', () => {
    const same = [
      [9, 5, 3],
      [6, 4, 2],
      [1, 3, 1],
    ];
    const cancelled = [
      [1, 2, 3],
      [2, 3, 1],
      [3, 1, 2],
    ];
    expect(concordanceOf(same)?.w).toBeCloseTo(1, 12);
    expect(concordanceOf(cancelled)?.w).toBeCloseTo(0, 12);
    expect(concordanceOf(cancelled)?.p).toBe(1);
  });

  test('counts ties as half: two judges, one of whom made one tie', () => {
    // Ranks 1 2 3 4 and 1.5 1.5 3 4: S = 6.25 + 2.25 + 1 + 9 = 18.5, T = 6; 12·18.5 / (4·60 − 2·6).
    const table = [
      [9, 8],
      [8, 8],
      [7, 7],
      [6, 6],
    ];
    expect(concordanceOf(table)?.w).toBeCloseTo(222 / 228, 12);
  });

  test.each([
    [
      'the judges who scored everything',
      [
        [5, 4, none],
        [3, 3, 1],
        [2, 1, none],
        [1, 2, none],
      ],
      [2, 4],
    ],
    [
      'the submissions that everybody scored',
      [
        [5, 4, 3, 4],
        [3, 3, 1, 2],
        [2, none, 4, none],
      ],
      [4, 2],
    ],
  ])('rests on the larger complete part: %s', (_what, table, expected) => {
    const found = concordanceOf(table);
    expect([found?.judges, found?.submissions]).toEqual(expected);
  });

  test.each([
    ['one judge', [[1], [2], [3]]],
    [
      'no two scored the same two',
      [
        [1, none],
        [none, 2],
        [3, 4],
      ],
    ],
    [
      'nobody made a difference',
      [
        [2, 3],
        [2, 3],
      ],
    ],
  ])('is nothing where there is %s', (_what, table) => {
    expect(concordanceOf(table)).toBeUndefined();
  });
});

test('a judge against all others stands out, one who made no difference has no agreement', () => {
  const table = [
    [5, 6, 8, 1, 4, none],
    [4, 5, 7, 2, 4, none],
    [3, 4, 5, 3, 4, 2],
    [2, 3, 4, 4, 4, 1],
    [1, 2, 3, 5, 4, none],
  ];
  const [first, second, third, against, even, short] = agreementWithOthers(designByName(scoredTable(table)));
  expect(against).toBeCloseTo(-1, 12);
  for (const each of [first, second, third]) expect(each).toBeGreaterThan(0.9);
  expect([even, short]).toEqual([none, none]);
});

describe('beside the others', () => {
  const { scored } = simulatedRound(chanceFrom(9), {
    submissions: 15,
    judges: 6,
    perSubmission: 5,
    submissionSd: 1,
    judgeSd: 0,
    residual: 0.4,
  });
  const strict = nameOf('j', 2);
  const odd = scored.find(({ judge }) => judge === nameOf('j', 4));
  const changed = scored.map((each) => {
    if (each === odd) return { ...each, score: each.score + 4 };
    return each.judge === strict ? { ...each, score: each.score - 2 } : each;
  });
  const result = rankRound(roundOfScores(changed, { draws: 400 }));

  test('a strict judge has an offset below 0, by about as much as they are', () => {
    const offsets = new Map(result.judges.map(({ judge, offset }) => [judge, offset ?? Number.NaN]));
    for (const [judge, offset] of offsets) {
      if (judge === strict) expect(offset).toBeLessThan(-1);
      else expect(offset).toBeGreaterThan(0);
    }
  });

  test('a score far from what submission and judge let expect is the first to talk about', () => {
    expect(result.remarkable[0]).toEqual({
      submissionId: odd?.submissionId,
      judge: odd?.judge,
      deviation: expect.any(Number) as unknown,
    });
    expect(result.remarkable[0]?.deviation).toBeGreaterThan(2.5);
  });
});
