import { localText } from '../../domain/edition/edition.ts';
import type { CutDecision } from '../../domain/judging/round-cut.ts';
import type { Language } from '../../domain/person.ts';
import type { RankingResult } from '../../domain/ranking/ranking-result.ts';
import type { CutHistoryLine } from '../../use-cases/cut/cut-history.ts';
import type { CutView, RankedCut } from '../../use-cases/cut/cut-view.ts';
import type { CutsView } from '../../use-cases/cut/view-cuts.ts';
import type { Cut, CutHistory, CutLine, CutPreview, Cuts } from '../contract/cut.ts';
import { shapeLine } from './shape.ts';

/** Cuts as the contract has them, field by field. */

export function shapeCuts({ rounds }: CutsView, language: Language): Cuts {
  return {
    rounds: rounds.map(({ round, isFrozen, categories, may }) => ({
      id: round.id,
      name: localText(round.name, language),
      closesAt: round.closesAt,
      isFrozen,
      categories: categories.map(({ categoryId, status }) => ({ categoryId, status })),
      may: { feedback: may.feedback, export: may.export, exportNames: may.exportNames },
    })),
  };
}

export function shapeCut(view: CutView, language: Language): Cut {
  const { edition, round, cut, ranking, closing, sinceProposed } = view;
  const { proposed, fixed } = cut;
  const next = edition.rounds[edition.rounds.findIndex(({ id }) => id === round.id) + 1];
  return {
    roundId: round.id,
    categoryId: cut.categoryId,
    status: view.status,
    revision: cut.revision,
    seen: view.seen,
    rule: { size: cut.rule.size, threshold: cut.rule.threshold },
    scale: { lowest: round.scale.lowest, highest: round.scale.highest },
    lines: shapeLines(view),
    tie: shapeTie(ranking),
    isUndecided: view.outcome.isUndecided,
    decisions: cut.decisions.map((each) => shapeDecision(each, view.names.get(each.by))),
    proposed: proposed && { by: view.names.get(proposed.by), at: proposed.at },
    fixed: fixed && { by: view.names.get(fixed.by), at: fixed.at },
    sinceProposed: sinceProposed && { scores: sinceProposed.scores, outcome: sinceProposed.outcome },
    frozenAt: closing?.frozenAt,
    closesAt: round.closesAt,
    nextRound: next && localText(next.name, language),
    how: shapeHow(view),
    may: {
      prepare: view.may.prepare,
      propose: view.may.propose,
      fix: view.may.fix,
      overrule: view.may.prepare && view.ofOwn.length === 0,
    },
  };
}

export function shapePreview({ outcome, ranking }: RankedCut): CutPreview {
  return {
    within: outcome.lines.filter(({ side }) => side === 'within').map(({ submissionId }) => submissionId),
    tie: shapeTie(ranking),
  };
}

export function shapeHistory(lines: readonly CutHistoryLine[]): CutHistory {
  return {
    lines: lines.map(({ act, at, byName, decision, rule }) => ({
      ...{ act, at, by: byName },
      decision: decision && shapeDecision(decision, undefined),
      rule: rule && { size: rule.size, threshold: rule.threshold },
    })),
  };
}

function shapeLines({ edition, outcome, ranking, submissions, ofOwn }: CutView): CutLine[] {
  const found = new Map(submissions.map((each) => [each.id, each]));
  const ranked = new Map(ranking.lines.map((line) => [line.submissionId, line]));
  const [tied, own] = [new Set(ranking.cut?.tied), new Set(ofOwn)];
  return outcome.lines.flatMap(({ submissionId, rank, side, because, byScores, onTheLine }): CutLine[] => {
    const submission = found.get(submissionId);
    if (submission === undefined) return [];
    const line = ranked.get(submissionId);
    return [
      {
        ...{ submission: shapeLine(edition, submission), rank, side, because, byScores },
        fairMean: line?.fairMean,
        calibrated: line?.calibrated?.score,
        isTied: tied.has(submissionId),
        onTheLine: onTheLine && {
          interval: onTheLine.interval && { from: onTheLine.interval.from, to: onTheLine.interval.to },
          judgesLess: onTheLine.dependsOn.length,
          oneMoreJudge: onTheLine.oneMoreJudge,
        },
        isOwn: own.has(submissionId),
      },
    ];
  });
}

function shapeTie({ cut }: Pick<RankingResult, 'cut'>): Cut['tie'] {
  if (cut === undefined || cut.tied.length === 0) return undefined;
  return { tied: cut.tied.length, places: cut.placesLeft };
}

function shapeDecision(decision: CutDecision, by: string | undefined): Cut['decisions'][number] {
  const { reason, at } = decision;
  switch (decision.kind) {
    case 'wildcard':
      return { kind: 'wildcard', submissionId: decision.submissionId, reason, by, at };
    case 'move':
      return { kind: 'move', submissionId: decision.submissionId, to: decision.to, reason, by, at };
    case 'overrule':
      return { kind: 'overrule', within: decision.within, reason, by, at };
    default:
      return decision satisfies never;
  }
}

/** Of a cut that is fixed: as it was then. */
function shapeHow({ ranking, input, inputHash, cut, closing, status }: CutView): Cut['how'] {
  const fixed = status === 'fixed' ? cut.fixed : undefined;
  return {
    decidedBy: fixed?.decidedBy ?? ranking.decidedBy,
    wanted: input.settings.decideBy,
    method: ranking.calibration?.method,
    sheets: ranking.sheets,
    judges: ranking.judges.length,
    draws: ranking.calibration?.draws,
    seed: input.seed,
    inputHash: fixed?.inputHash ?? inputHash,
    resultHash: fixed?.resultHash,
    closingHash: fixed?.closingHash ?? closing?.hash,
  };
}
