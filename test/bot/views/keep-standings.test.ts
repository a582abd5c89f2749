import { expect, test } from '@jest/globals';
import { rankRound } from '../../../bot/domain/ranking/rank-round.ts';
import type { RankingSettings } from '../../../bot/domain/ranking/ranking-input.ts';
import type { Tally } from '../../../bot/views/keep-standings.ts';
import { keepStandings } from '../../../bot/views/keep-standings.ts';
import { nameOf, roundOfScores, scoredTable } from '../domain/ranking/tables.ts';

/** Two mild judges and two strict ones, each pair seeing other submissions and all seeing the third. */
const table = [
  [9, 9, undefined, undefined],
  [8, 9, undefined, undefined],
  [9, 8, 5, 4],
  [undefined, undefined, 7, 6],
  [undefined, undefined, 3, 2],
  [6, 6, 2, 3],
];

function tallyOf(index: number, fairMean?: number): Tally {
  return { submissionId: nameOf('s', index), judges: 4, sheets: fairMean === undefined ? 0 : 2, fairMean };
}

const tallies = table.map((row, index) => {
  const scores = row.filter((score) => score !== undefined);
  return tallyOf(index, scores.reduce((sum, score) => sum + score, 0) / scores.length);
});

const rankedBy = (decideBy: RankingSettings['decideBy']) =>
  rankRound(roundOfScores(scoredTable(table), { decideBy, draws: 100 }));

const shown = (standings: readonly { submissionId: string; rank?: number }[]) =>
  standings.map(({ submissionId, rank }) => [Number(submissionId.slice(1)), rank]);

const byMean = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 3],
  [5, 5],
  [4, 6],
];

test('without a ranking the fair mean says who stands where', () => {
  expect(shown(keepStandings(tallies))).toEqual(byMean);
});

test('a ranking of these sheets says who stands where', () => {
  const result = rankedBy('calibrated');
  const order = shown(result.lines);
  expect(order).not.toEqual(byMean);
  expect(shown(keepStandings(tallies, { result, isCurrent: true }))).toEqual(order);
});

test('while newer sheets are ranked, an order that the calibrated score decided stays; the means are new', () => {
  const result = rankedBy('calibrated');
  const order = shown(result.lines).map(([index]) => index);
  const newer = tallies
    .filter(({ submissionId }) => submissionId !== result.lines[1]?.submissionId)
    .map((tally) => ({ ...tally, fairMean: 10 }));
  const standings = keepStandings([...newer, tallyOf(9, 10)], { result, isCurrent: false });
  expect(shown(standings)).toEqual([
    ...order.filter((_, place) => place !== 1).map((index, place) => [index, place + 1]),
    [9, undefined],
  ]);
  expect(standings.every(({ fairMean }) => fairMean === 10)).toBe(true);
});

test('an order that the fair mean decided follows it at once', () => {
  const result = rankedBy('fair-mean');
  const newer = tallies.map((tally, index) => ({ ...tally, fairMean: index }));
  expect(shown(keepStandings(newer, { result, isCurrent: false }))).toEqual([
    [5, 1],
    [4, 2],
    [3, 3],
    [2, 4],
    [1, 5],
    [0, 6],
  ]);
});
