import { describe, expect, test } from '@jest/globals';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import { RankingInputError } from '../../../../bot/domain/ranking/ranking-input-error.ts';
import type { RankingInput } from '../../../../bot/domain/ranking/ranking-input.ts';
import { chanceFrom } from '../../../../bot/domain/ranking/chance.ts';
import { simulatedRound } from './simulated-round.ts';
import { roundOfScores, scoredTable } from './tables.ts';

const none = undefined;

describe('a round that no model can rank is a result of its own', () => {
  test.each([
    ['nothing-scored', 'nothing', []],
    ['one-judge', 'fair-mean', [[5], [3], [4]]],
    [
      'all-equal',
      'nothing',
      [
        [3, 4],
        [3, 4],
        [3, none],
      ],
    ],
    ['too-few-sheets', 'fair-mean', [[2, 4]]],
    [
      'disconnected',
      'fair-mean',
      [
        [2, none],
        [none, 4],
      ],
    ],
    [
      'disconnected',
      'fair-mean',
      [
        [5, 4, none, none],
        [2, 3, none, none],
        [none, none, 1, 2],
        [none, none, 4, 3],
      ],
    ],
    [
      'too-few-sheets',
      'fair-mean',
      [
        [5, 4],
        [3, 2],
        [1, none],
      ],
    ],
    [
      'not-distinguished',
      'nothing',
      [
        [1, 5, 3],
        [5, 3, 1],
        [3, 1, 5],
      ],
    ],
  ] as const)('%s', (kind, decidedBy, table) => {
    const scored = scoredTable(table);
    const result = rankRound(
      roundOfScores(
        scored,
        { cut: { size: 1 } },
        { submissions: ['s000000', 's000001', 's000002', 's000003'] },
      ),
    );
    expect([result.outcome.kind, result.decidedBy]).toEqual([kind, decidedBy]);
    expect(result.calibration).toBeUndefined();
    for (const line of result.lines) {
      const count = scored.filter(({ submissionId }) => submissionId === line.submissionId).length;
      expect(line.sheets).toBe(count);
      expect(line.fairMean === undefined).toBe(count === 0);
      expect(line.rank === undefined).toBe(count === 0 || decidedBy === 'nothing');
    }
  });

  test('and names the groups that no judge connects', () => {
    const { outcome } = rankRound(
      roundOfScores(
        scoredTable([
          [5, 4, none],
          [2, 3, none],
          [none, none, 1],
        ]),
      ),
    );
    expect(outcome).toEqual({
      kind: 'disconnected',
      groups: expect.arrayContaining([
        {
          submissions: expect.arrayContaining(['s000000', 's000001']) as unknown,
          judges: expect.arrayContaining(['j000000', 'j000001']) as unknown,
        },
        { submissions: ['s000002'], judges: ['j000002'] },
      ]) as unknown,
    });
  });

  test('unless the organiser chose the fair mean: then it ranks, and still says so', () => {
    const equal = scoredTable([
      [1, 5, 3],
      [5, 3, 1],
      [3, 1, 5],
    ]);
    const result = rankRound(roundOfScores(equal, { decideBy: 'fair-mean' }));
    expect([result.outcome.kind, result.decidedBy]).toEqual(['not-distinguished', 'fair-mean']);
    expect(result.lines.map(({ rank }) => rank)).toEqual([1, 1, 1]);
  });
});

describe('which score decides', () => {
  const shape = { submissions: 30, judges: 8, perSubmission: 3, submissionSd: 1, residual: 0.5 };
  const differing = simulatedRound(chanceFrom(1), { ...shape, judgeSd: 2 }).scored;
  const alike = simulatedRound(chanceFrom(1), { ...shape, judgeSd: 0 }).scored;

  test.each([
    ['supported', differing, 'calibrated'],
    ['supported', alike, 'fair-mean'],
    ['calibrated', alike, 'calibrated'],
    ['fair-mean', differing, 'fair-mean'],
  ] as const)('%s gives, by what the scores show, %#', (decideBy, scored, expected) => {
    const result = rankRound(roundOfScores(scored, { decideBy, draws: 400 }));
    expect(result.decidedBy).toBe(expected);
    expect(
      result.lines.every(({ fairMean, calibrated }) => fairMean !== undefined && calibrated !== undefined),
    ).toBe(true);
  });

  test('rests on a test that finds judges who are alike different about as often as it says', () => {
    const chance = chanceFrom(4);
    const rounds = 400;
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { scored } = simulatedRound(chance, { ...shape, judgeSd: 0, residual: 1 });
      const { calibration } = rankRound(roundOfScores(scored, { draws: 1, trust: 'estimated' }));
      if ((calibration?.support.p ?? 1) < 0.05) found += 1;
    }
    // Three standard errors around 5 %, and the test is known to be somewhat careful with few judges.
    expect(found / rounds).toBeGreaterThan(0.01);
    expect(found / rounds).toBeLessThan(0.083);
  });
});

test('few judges get the additive method, more the mixed model', () => {
  const methodFor = (judges: number) =>
    rankRound(
      roundOfScores(
        simulatedRound(chanceFrom(2), {
          submissions: 8,
          judges,
          perSubmission: judges,
          submissionSd: 1,
          judgeSd: 1,
          residual: 0.3,
        }).scored,
      ),
    ).calibration?.method;
  expect([2, 3, 4, 9].map(methodFor)).toEqual(['additive', 'additive', 'mixed', 'mixed']);
});

describe('what is no round is refused', () => {
  const good = roundOfScores(
    scoredTable([
      [1, 2],
      [3, 4],
    ]),
  );
  const sheet = good.sheets[0] ?? { submissionId: '', judge: '', scores: {} };
  test.each<[string, Partial<RankingInput>]>([
    ['duplicate-sheet', { sheets: [...good.sheets, sheet] }],
    ['duplicate-submission', { submissions: [...good.submissions, 's000000'] }],
    ['unknown-submission', { sheets: [{ ...sheet, submissionId: 'other' }] }],
    ['weight-not-positive', { criteria: [{ id: 'only', weight: 0 }] }],
    ['weight-not-positive', { criteria: [{ id: 'only', weight: Number.NaN }] }],
    ['score-not-finite', { sheets: [{ ...sheet, scores: { only: Number.NaN } }] }],
    ['seed-not-whole', { seed: 0.5 }],
    ['cut-not-usable', { settings: { ...good.settings, cut: { size: 0 } } }],
    ['cut-not-usable', { settings: { ...good.settings, cut: { threshold: Number.NaN } } }],
  ])('%s', (code, changes) => {
    const rank = () => rankRound({ ...good, ...changes });
    expect(rank).toThrow(RankingInputError);
    expect(rank).toThrow(expect.objectContaining({ code }));
  });
});
