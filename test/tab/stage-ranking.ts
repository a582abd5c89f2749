import type { Judges, Ranking, StandingLine } from '../../bot/http/contract/ranking.ts';
import { rankRound } from '../../bot/domain/ranking/rank-round.ts';
import { usualSettings } from '../../bot/domain/ranking/ranking-input.ts';
import type { RankedLine, RankingResult } from '../../bot/domain/ranking/ranking-result.ts';
import type { Stage } from './stage.ts';
import { judgesOf, lineOf } from './stage.ts';

/** The ranking of a category as the rules have it. */
export function rankingOf(stage: Stage, categoryId: string): RankingResult {
  const entries = stage.entries.filter((each) => each.categoryId === categoryId);
  return rankRound({
    submissions: entries.map(({ id }) => id),
    sheets: entries.flatMap(({ id, means }) =>
      means.map((mean, judge) => ({
        submissionId: id,
        judge: `Jurylid ${String(judge + 1)}`,
        scores: { only: mean },
      })),
    ),
    criteria: [{ id: 'only', weight: 1 }],
    settings: { ...usualSettings, decideBy: stage.decides, cut: { size: stage.shortlistSize }, draws: 2_000 },
    seed: 7,
  });
}

/** Without a ranking the fair mean decides, which is what the rules do when told so. */
export function standingsOf(stage: Stage, categoryId: string): StandingLine[] {
  const isRanked = stage.ranked !== 'none';
  const { lines } = rankingOf(isRanked ? stage : { ...stage, decides: 'fair-mean' }, categoryId);
  return lines.flatMap((line) => {
    const entry = stage.entries.find(({ id }) => id === line.submissionId);
    const shared = line.rank !== undefined && lines.filter(({ rank }) => rank === line.rank).length > 1;
    if (entry === undefined) return [];
    return {
      submission: lineOf(stage, entry),
      rank: line.rank,
      shared,
      fairMean: line.fairMean,
      handedIn: line.sheets,
      judges: judgesOf(entry),
      abstained: 0,
      ...(isRanked && rankedOf(line)),
      ...(stage.ranked === 'current' && { aboveNext: aboveNextOf(line) }),
    };
  });
}

function rankedOf({ calibrated, chances }: RankedLine): Partial<StandingLine> {
  return {
    calibrated,
    rankInterval: chances?.interval,
    first: chances?.first,
    within: chances?.within,
  };
}

function aboveNextOf({ aboveNext }: RankedLine): StandingLine['aboveNext'] {
  return aboveNext?.by === 'criterion'
    ? { by: 'criterion', name: 'Succesvol', difference: aboveNext.difference }
    : aboveNext;
}

export function rankingFactsOf(stage: Stage, categoryId: string): Ranking | undefined {
  if (stage.ranked === 'none') return undefined;
  const { outcome, cut, judges, sheets, decidedBy, calibration, agreement } = rankingOf(stage, categoryId);
  const isCurrent = stage.ranked === 'current';
  return {
    isCurrent,
    asOf: sheets > 0 ? stage.asOf : undefined,
    sheets: isCurrent ? sheets : sheets - 1,
    judges: judges.length,
    outcome:
      outcome.kind === 'disconnected' ? { kind: outcome.kind, groups: outcome.groups.length } : outcome,
    decidedBy,
    wanted: stage.decides,
    method: calibration?.method,
    judgesAlike: calibration?.support.p,
    agreement: agreement && {
      w: agreement.w,
      p: agreement.p,
      judges: agreement.judges,
      submissions: agreement.submissions,
    },
    cut: cut && {
      size: stage.shortlistSize,
      within: cut.within,
      tied: cut.tied,
      placesLeft: cut.placesLeft,
      onTheLine: cut.onTheLine.map(({ submissionId, dependsOn, oneMoreJudge }) => ({
        submissionId,
        judgesLess: dependsOn.length,
        oneMoreJudge,
      })),
      leftOut: true,
    },
  };
}

export function judgesAnswerOf(stage: Stage, categoryId: string): Judges {
  const { judges, remarkable, cut } = rankingOf(stage, categoryId);
  const lines = (ids: readonly string[] = []) =>
    stage.entries.filter(({ id }) => ids.includes(id)).map((entry) => lineOf(stage, entry));
  return {
    categoryId,
    roundId: 'preselection',
    isCurrent: true,
    judges: judges.map(({ judge, sheets, offset, standardError, agreesWithOthers }) => {
      const without = cut?.withoutJudge.find((each) => each.judge === judge);
      return {
        ...{ name: judge, sheets, offset, standardError, agreesWithOthers },
        ...{ comeIn: lines(without?.comeIn), fallOut: lines(without?.fallOut) },
      };
    }),
    remarkable: remarkable.flatMap(({ submissionId, judge, deviation }) =>
      lines([submissionId]).map((submission) => ({ submission, judge, deviation })),
    ),
  };
}
