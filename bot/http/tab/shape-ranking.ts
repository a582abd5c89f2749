import type { Edition, Round } from '../../domain/edition/edition.ts';
import { localText } from '../../domain/edition/edition.ts';
import type { Language } from '../../domain/person.ts';
import type { RankingOutcome } from '../../domain/ranking/outcome.ts';
import type { CutResult, RankedLine } from '../../domain/ranking/ranking-result.ts';
import { settingsOf } from '../../domain/ranking/round-input.ts';
import type { KeptRanking } from '../../use-cases/read-model.ts';
import type { JudgesView } from '../../use-cases/chasing/view-judges.ts';
import type { LeaderboardView, StandingView } from '../../use-cases/standings/view-leaderboard.ts';
import type { Judges, Leaderboard, Ranking, StandingLine } from '../contract/ranking.ts';
import { shapeLine } from './shape.ts';

/** Rankings as the contract has them, field by field. */

export function shapeLeaderboard(view: LeaderboardView, language: Language): Leaderboard {
  const { edition, round, ranking } = view;
  return {
    categoryId: view.categoryId,
    roundId: round.id,
    asOf: view.asOf,
    sheets: view.sheets,
    standings: view.lines.map((line) => ({
      ...shapeStanding(edition, line),
      ...(ranking?.isCurrent === true && {
        aboveNext: shapeReason(line.standing.ranked?.aboveNext, round, language),
      }),
    })),
    ranking: ranking && shapeRanking(ranking, round),
  };
}

export function shapeJudges({ edition, round, categoryId, ranking, judges, remarkable }: JudgesView): Judges {
  return {
    categoryId,
    roundId: round.id,
    isCurrent: ranking?.isCurrent ?? false,
    judges: judges.map(({ line, name, comeIn, fallOut }) => ({
      name,
      sheets: line.sheets,
      offset: line.offset,
      standardError: line.standardError,
      agreesWithOthers: line.agreesWithOthers,
      comeIn: comeIn.map((each) => shapeLine(edition, each)),
      fallOut: fallOut.map((each) => shapeLine(edition, each)),
    })),
    remarkable: remarkable.map(({ submission, name, deviation }) => ({
      submission: shapeLine(edition, submission),
      judge: name,
      deviation,
    })),
  };
}

function shapeStanding(edition: Edition, { standing, shared, submission }: StandingView): StandingLine {
  const { calibrated, chances, abstained = 0 } = standing.ranked ?? {};
  return {
    submission: shapeLine(edition, submission),
    rank: standing.rank,
    shared,
    fairMean: standing.fairMean,
    calibrated: calibrated && { score: calibrated.score, standardError: calibrated.standardError },
    rankInterval: chances && { from: chances.interval.from, to: chances.interval.to },
    first: chances?.first,
    within: chances?.within,
    handedIn: standing.sheets,
    judges: standing.judges,
    abstained,
  };
}

function shapeReason(
  above: RankedLine['aboveNext'],
  { criteria }: Round,
  language: Language,
): StandingLine['aboveNext'] {
  switch (above?.by) {
    case undefined:
      return undefined;
    case 'criterion': {
      const name = criteria.find(({ id }) => id === above.criterionId)?.name;
      const { difference } = above;
      return { by: 'criterion', name: name ? localText(name, language) : above.criterionId, difference };
    }
    case 'calibrated':
    case 'fair-mean':
    case 'median':
      return { by: above.by, difference: above.difference };
    case 'equal':
    case 'not-scored':
      return { by: above.by };
    default:
      return above satisfies never;
  }
}

function shapeRanking({ result, isCurrent, asOf, sheets }: KeptRanking, round: Round): Ranking {
  const { agreement, calibration, cut } = result;
  return {
    isCurrent,
    asOf,
    sheets,
    judges: result.judges.length,
    outcome: shapeOutcome(result.outcome),
    decidedBy: result.decidedBy,
    wanted: settingsOf(round).decideBy,
    method: calibration?.method,
    judgesAlike: calibration?.support.p,
    agreement: agreement && {
      w: agreement.w,
      p: agreement.p,
      judges: agreement.judges,
      submissions: agreement.submissions,
    },
    cut: cut && shapeCut(cut, round),
  };
}

function shapeOutcome(outcome: RankingOutcome): Ranking['outcome'] {
  switch (outcome.kind) {
    case 'disconnected':
      return { kind: outcome.kind, groups: outcome.groups.length };
    case 'too-few-sheets':
      return { kind: outcome.kind, sheets: outcome.sheets, needed: outcome.needed };
    default:
      return { kind: outcome.kind };
  }
}

function shapeCut(
  { within, tied, placesLeft, onTheLine, leaveOut }: CutResult,
  round: Round,
): Ranking['cut'] {
  return {
    size: round.shortlistSize,
    within,
    tied,
    placesLeft,
    onTheLine: onTheLine.map(({ submissionId, dependsOn, oneMoreJudge }) => ({
      submissionId,
      judgesLess: dependsOn.length,
      oneMoreJudge,
    })),
    leftOut: leaveOut !== 'skipped',
  };
}
