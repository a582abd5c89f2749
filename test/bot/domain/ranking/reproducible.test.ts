import { describe, expect, test } from '@jest/globals';
import { canonicalInput, inputHash } from '../../../../bot/domain/ranking/canonical-input.ts';
import { chanceFrom } from '../../../../bot/domain/ranking/chance.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import type { RankingInput } from '../../../../bot/domain/ranking/ranking-input.ts';
import { simulatedRound } from './simulated-round.ts';
import { roundOfScores } from './tables.ts';

const { scored } = simulatedRound(chanceFrom(6), {
  submissions: 9,
  judges: 5,
  perSubmission: 4,
  submissionSd: 1,
  judgeSd: 1,
  residual: 0.5,
});
const input = roundOfScores(
  scored,
  { cut: { size: 3 } },
  { abstentions: [{ submissionId: 's', judge: 'j' }] },
);

/** As it comes back from an export. */
function reread(from: RankingInput): RankingInput {
  // @NOTE a copy of what is one
  return JSON.parse(JSON.stringify(from)) as RankingInput;
}

describe('a result', () => {
  test('is the same to the last digit when computed again from an export', () => {
    expect(JSON.stringify(rankRound(reread(input)))).toBe(JSON.stringify(rankRound(input)));
  });

  test('has other draws from another seed, and the same scores', () => {
    const other = rankRound({ ...input, seed: input.seed + 1 });
    const one = rankRound(input);
    expect(other.lines.map((line) => line.calibrated)).toEqual(one.lines.map((line) => line.calibrated));
    expect(other.lines.map((line) => line.chances)).not.toEqual(one.lines.map((line) => line.chances));
  });
});

describe('the hash of the input', () => {
  test('is SHA-256 of the canonical text', async () => {
    expect(await inputHash(input)).toMatch(/^[0-9a-f]{64}$/);
    expect(await inputHash(reread(input))).toBe(await inputHash(input));
  });

  test('does not depend on the order of sheets, submissions, scores or settings', () => {
    const turned: RankingInput = {
      ...input,
      sheets: [...input.sheets].reverse(),
      submissions: [...input.submissions].reverse(),
      settings: {
        cut: input.settings.cut,
        tieChain: input.settings.tieChain,
        interval: input.settings.interval,
        trust: input.settings.trust,
        supportLevel: input.settings.supportLevel,
        method: input.settings.method,
        decideBy: input.settings.decideBy,
      },
    };
    expect(canonicalInput(turned)).toBe(canonicalInput(input));
  });

  const [first, ...rest] = input.sheets;
  if (first === undefined) throw new Error('the round has no sheets');
  test.each<[string, Partial<RankingInput>]>([
    [
      'a score',
      { sheets: [{ ...first, scores: { only: (first.scores['only'] as number) + 1e-12 } }, ...rest] },
    ],
    ['a judge', { sheets: [{ ...first, judge: 'other' }, ...rest] }],
    ['a sheet less', { sheets: rest }],
    ['the seed', { seed: input.seed + 1 }],
    ['a weight', { criteria: [{ id: 'only', weight: 2 }] }],
    ['a submission more', { submissions: [...input.submissions, 'more'] }],
    ['an abstention less', { abstentions: [] }],
    ['the cut', { settings: { ...input.settings, cut: { size: 4 } } }],
    ['the tie chain', { settings: { ...input.settings, tieChain: ['fair-mean'] } }],
    ['the number of draws', { settings: { ...input.settings, draws: 500 } }],
  ])('changes with %s', async (_what, changes) => {
    expect(await inputHash({ ...input, ...changes })).not.toBe(await inputHash(input));
  });
});
