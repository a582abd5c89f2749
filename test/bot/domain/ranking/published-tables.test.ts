import { describe, expect, test } from '@jest/globals';
import { fitAdditive } from '../../../../bot/domain/ranking/additive-model.ts';
import { agreementWithOthers, concordance } from '../../../../bot/domain/ranking/agreement.ts';
import { calibrate } from '../../../../bot/domain/ranking/calibrate.ts';
import { fitAt, fitRatios } from '../../../../bot/domain/ranking/fit-ratios.ts';
import { squaresOf, testFactor } from '../../../../bot/domain/ranking/judge-support.ts';
import { mixedModel } from '../../../../bot/domain/ranking/mixed-model.ts';
import { rankRound } from '../../../../bot/domain/ranking/rank-round.ts';
import published from './ranking-examples.json' with { type: 'json' };
import { designByName, roundOfScores, scoredTable } from './tables.ts';

function expectAll(actual: Iterable<number>, expected: readonly number[], tolerance = 1e-6): void {
  const found = [...actual];
  expect(found).toHaveLength(expected.length);
  found.forEach((value, index) => {
    expect(Math.abs(value - (expected[index] ?? Number.NaN))).toBeLessThanOrEqual(tolerance);
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

describe('Paris 1976, white', () => {
  const { scores, expected } = published.paris1976White;
  const scored = scoredTable(scores);
  const design = designByName(scored);
  const fit = fitRatios(design);
  const { lme4 } = expected;

  test('has the sums, means and votes against as published', () => {
    const voting = scores.map((row) => row.filter((_, judge) => judge !== 3 && judge !== 7));
    expectAll(voting.map(total), expected.sumNineFrench);
    const lines = rankRound(roundOfScores(scored)).lines;
    const means = new Map(lines.map((line) => [line.submissionId, line.fairMean ?? Number.NaN]));
    expectAll(
      design.submissions.map((id) => means.get(id) ?? Number.NaN),
      expected.mean11,
    );
    expect(concordance(design)?.rankSums).toEqual(expected.votesAgainst11);
    expect(concordance(designByName(scoredTable(voting)))?.rankSums).toEqual(expected.votesAgainst9);
  });

  test('has the first two tied in the sums of the nine who voted', () => {
    const voting = scores.map((row) => row.filter((_, judge) => judge !== 3 && judge !== 7));
    const { lines } = rankRound(
      roundOfScores(scoredTable(voting), { decideBy: 'fair-mean', tieChain: ['fair-mean'] }),
    );
    expect(lines.slice(0, 3).map(({ rank, aboveNext }) => [rank, aboveNext?.by])).toEqual([
      [1, 'equal'],
      [1, 'fair-mean'],
      [3, 'fair-mean'],
    ]);
  });

  test('has the REML criterion, mean and variances of lme4', () => {
    const variance = fit.fitted.square / (design.scores.length - 1);
    expectAll([fit.criterion, design.centre + fit.fitted.mean], [lme4.remlCriterion, lme4.mean]);
    expectAll(
      [fit.ratios.submissions * variance, fit.ratios.judges * variance, variance],
      [lme4.varWine, lme4.varTaster, lme4.varResid],
      1e-4,
    );
  });

  test('has variances that are the analysis of variance to the last digits, as a complete table must', () => {
    const squares = squaresOf(design, fitAdditive(design));
    const rest = squares.rest / squares.degrees.rest;
    const variance = fit.fitted.square / (design.scores.length - 1);
    expectAll(
      [fit.ratios.submissions * variance, fit.ratios.judges * variance, variance],
      [(squares.submissionsAdjusted / 9 - rest) / 11, (squares.judgesAdjusted / 10 - rest) / 10, rest],
      1e-8,
    );
  });

  test('has the effects of lme4 at the variances where lme4 stopped', () => {
    const there = fitAt(design, {
      submissions: lme4.varWine / lme4.varResid,
      judges: lme4.varTaster / lme4.varResid,
    });
    expect(fit.criterion).toBeLessThanOrEqual(there.criterion);
    expectAll(there.fitted.submissions, lme4.wine);
    expectAll(there.fitted.judges, lme4.taster);
    // The optimum itself, which the analysis of variance confirms, lies a hair further than where lme4 stops.
    expectAll(fit.fitted.submissions, lme4.wine, 1.5e-5);
    expectAll(fit.fitted.judges, lme4.taster, 1.5e-5);
  });

  test('has the standard errors, chances and rank intervals of a second program', () => {
    const { posterior } = expected;
    expectAll(mixedModel(design, fit, { trust: 'estimated', net: 1 }).errors, posterior.itemSd);
    const { lines } = rankRound(
      roundOfScores(scored, { trust: 'estimated', interval: 'equal-tailed', draws: 200_000 }),
    );
    const chances = new Map(lines.map((line) => [line.submissionId, line.chances]));
    const inOrder = design.submissions.map((id) => chances.get(id));
    // Both sides drew 200,000 times: four standard errors of the difference.
    expectAll(
      inOrder.map((each) => each?.first ?? Number.NaN),
      posterior.pFirst,
      0.0065,
    );
    expect(inOrder.map((each) => [each?.interval.from, each?.interval.to])).toEqual(posterior.rank95);
  });
});

describe('Princeton 2012, white', () => {
  const { scores, expected } = published.princeton2012White;
  const design = designByName(scoredTable(scores));

  test('has a variance between wines of exactly 0', () => {
    const fit = fitRatios(design);
    const variance = fit.fitted.square / (design.scores.length - 1);
    expect(fit.ratios.submissions).toBe(expected.varWine);
    expectAll([fit.criterion, design.centre + fit.fitted.mean], [expected.remlCriterion, expected.mean]);
    expectAll([fit.ratios.judges * variance, variance], [expected.varJudge, expected.varResid], 1e-4);
    expectAll(
      fit.fitted.submissions,
      scores.map(() => 0),
    );
  });

  test('ends in "not distinguished", without ranks, with the fair mean beside it', () => {
    const result = rankRound(roundOfScores(scoredTable(scores), { cut: { size: 3 } }));
    expect([result.outcome.kind, result.decidedBy, result.cut]).toEqual([
      'not-distinguished',
      'nothing',
      undefined,
    ]);
    expect(result.lines.every(({ rank, fairMean }) => rank === undefined && fairMean !== undefined)).toBe(
      true,
    );
  });
});

describe('an incomplete block design (Montgomery 4.22)', () => {
  const { cells, expected } = published.incompleteBlocks;
  const scored = cells.map(([item, judge, score]) => ({
    submissionId: `s${String(item)}`,
    judge: `j${String(judge)}`,
    score: score ?? Number.NaN,
  }));
  const design = designByName(scored);
  const fit = fitAdditive(design);

  test('has the additive effects', () => {
    const calibration = calibrate(design, { method: 'additive', trust: 'estimated' }, 1)?.calibration;
    expect(calibration?.mean).toBeCloseTo(expected.mean, 9);
    expectAll(calibration?.submissions ?? [], expected.item);
    expectAll(calibration?.judges ?? [], expected.judge);
  });

  test('has the table of squares', () => {
    const squares = squaresOf(design, fit);
    expectAll(
      [squares.judges, squares.submissionsAdjusted, squares.rest, squares.degrees.rest],
      [expected.ssJudgeFirst, expected.ssItemAdjusted, expected.ssError, expected.dfError],
    );
    const { statistic, p } = testFactor(squares, 'submissions');
    expectAll([statistic, p], [expected.F, expected.p]);
  });
});

describe('a published table of ranks (Quandt)', () => {
  const { ranks, published: quandt, computedJudgeCorr } = published.rankTable;
  const byItem = (ranks[0] ?? []).map((_, item) => ranks.map((own) => -(own[item] ?? Number.NaN)));
  const design = designByName(scoredTable(byItem));

  test('has W, its p and the votes against', () => {
    const found = concordance(design);
    expect(found?.w).toBeCloseTo(quandt.W, 4);
    expect(found?.p).toBeCloseTo(quandt.p, 4);
    expect(found?.rankSums).toEqual(quandt.votesAgainst);
  });

  test('has the correlation of each judge with the others', () => {
    const found = agreementWithOthers(design).map((each) => each ?? Number.NaN);
    const descending = (values: readonly number[]) => [...values].sort((a, b) => b - a);
    expectAll(descending(found), descending(Object.values(computedJudgeCorr)), 5e-5);
    expect(computedJudgeCorr).toMatchObject(quandt.judgeCorr);
  });
});
