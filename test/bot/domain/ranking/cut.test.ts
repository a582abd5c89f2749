import { describe, expect, test } from '@jest/globals';
import { chanceFrom } from '../../../../bot/domain/ranking/chance.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import type { CutRule, RankingSettings } from '../../../../bot/domain/ranking/ranking-input.ts';
import { simulatedRound } from './simulated-round.ts';
import { nameOf, roundOfScores, scoredTable } from './tables.ts';

/** One judge, so that scores are what they are: 9, 7, 7, 7, 4. */
const plain = scoredTable([[9], [7], [7], [7], [4]]);

function cutPlain(cut: CutRule) {
  const result = rankRound(roundOfScores(plain, { cut })).cut;
  const numbers = (ids: readonly string[] = []) => ids.map((id) => Number(id.slice(1)));
  return [numbers(result?.within), numbers(result?.tied), result?.placesLeft];
}

describe('the line is drawn', () => {
  test.each<[string, CutRule, unknown[]]>([
    ['by number', { size: 1 }, [[0], [], 0]],
    ['by number, never through equals', { size: 2 }, [[0], [1, 2, 3], 1]],
    ['by number, never through equals', { size: 3 }, [[0], [1, 2, 3], 2]],
    ['by number, after equals', { size: 4 }, [[0, 1, 2, 3], [], 0]],
    ['by number, beyond the last', { size: 9 }, [[0, 1, 2, 3, 4], [], 0]],
    ['by threshold', { threshold: 7 }, [[0, 1, 2, 3], [], 0]],
    ['by threshold', { threshold: 7.5 }, [[0], [], 0]],
    ['by threshold that nobody reaches', { threshold: 10 }, [[], [], 0]],
    ['by both: number is less', { size: 1, threshold: 5 }, [[0], [], 0]],
    ['by both: threshold is less', { size: 3, threshold: 8 }, [[0], [], 0]],
    ['by both: tied and high enough', { size: 3, threshold: 7 }, [[0], [1, 2, 3], 2]],
  ])('%s %j', (_what, rule, expected) => {
    expect(cutPlain(rule)).toEqual(expected);
  });

  test('and marks the tied as on it', () => {
    const cut = rankRound(roundOfScores(plain, { cut: { size: 2 } })).cut;
    expect(cut?.onTheLine.map(({ submissionId }) => submissionId)).toEqual(
      [1, 2, 3].map((n) => nameOf('s', n)),
    );
  });
});

describe('what one judge less would change', () => {
  const settings: Partial<RankingSettings> = { cut: { size: 1 }, decideBy: 'fair-mean' };
  /** The first is first only for what judge 2 thinks of it. */
  const table = [
    [6, 6, 9],
    [7, 7, 5],
    [3, 4, 3],
    [2, 2, 2],
  ];

  test('names the judge, who comes in and who falls out', () => {
    const cut = rankRound(roundOfScores(scoredTable(table), settings)).cut;
    expect(cut?.within).toEqual([nameOf('s', 0)]);
    expect(cut?.withoutJudge).toEqual([
      { judge: nameOf('j', 2), comeIn: [nameOf('s', 1)], fallOut: [nameOf('s', 0)] },
    ]);
    expect(cut?.onTheLine.slice(0, 2).map(({ dependsOn }) => dependsOn)).toEqual([
      [nameOf('j', 2)],
      [nameOf('j', 2)],
    ]);
  });

  test('is the same as ranking the round without that judge', () => {
    const { scored } = simulatedRound(chanceFrom(12), {
      submissions: 14,
      judges: 6,
      perSubmission: 4,
      submissionSd: 0.6,
      judgeSd: 1,
      residual: 1,
    });
    const calibrated: Partial<RankingSettings> = { decideBy: 'calibrated', cut: { size: 5 }, draws: 400 };
    const all = rankRound(roundOfScores(scored, calibrated)).cut;
    const changed = new Map(all?.withoutJudge.map((each) => [each.judge, each]));
    for (const judge of new Set(scored.map((each) => each.judge))) {
      const rest = rankRound(
        roundOfScores(
          scored.filter((each) => each.judge !== judge),
          calibrated,
        ),
      ).cut;
      expect(changed.get(judge)?.outcome === undefined).toBe(rest !== undefined);
      if (rest === undefined) continue;
      const comeIn = changed.get(judge)?.comeIn ?? [];
      const fallOut = changed.get(judge)?.fallOut ?? [];
      const found = new Set((all?.within ?? []).filter((id) => !fallOut.includes(id)).concat(comeIn));
      expect(found).toEqual(new Set(rest.within));
    }
    expect(changed.size).toBeGreaterThan(0);
  });

  test('says so where nothing can be calibrated without them', () => {
    const two = scoredTable(table.map((row) => row.slice(0, 2)));
    const cut = rankRound(roundOfScores(two, { cut: { size: 1 }, decideBy: 'calibrated' })).cut;
    expect(cut?.withoutJudge.map(({ outcome }) => outcome)).toEqual(['one-judge', 'one-judge']);
  });
});

test('what one more judge would change is more, the nearer to the line', () => {
  const { scored } = simulatedRound(chanceFrom(3), {
    submissions: 20,
    judges: 6,
    perSubmission: 6,
    submissionSd: 1,
    judgeSd: 1,
    residual: 1,
  });
  const { cut, lines } = rankRound(roundOfScores(scored, { decideBy: 'calibrated', cut: { size: 8 } }));
  const chances = new Map(cut?.onTheLine.map((each) => [each.submissionId, each.oneMoreJudge ?? 0]));
  const atRank = (rank: number) =>
    chances.get(lines.find((line) => line.rank === rank)?.submissionId ?? '') ?? 0;
  expect(Math.max(atRank(8), atRank(9))).toBeGreaterThan(0);
  expect(Math.max(atRank(8), atRank(9))).toBeGreaterThan(atRank(1));
  expect(Math.max(...chances.values())).toBeLessThanOrEqual(1);
  const withinSum = lines.reduce((sum, line) => sum + (line.chances?.within ?? 0), 0);
  expect(withinSum).toBeCloseTo(8, 6);
  const firstSum = lines.reduce((sum, line) => sum + (line.chances?.first ?? 0), 0);
  expect(firstSum).toBeCloseTo(1, 6);
});
