import type { Edition, Round } from '../../domain/edition/edition.ts';
import { categoryOf, localText } from '../../domain/edition/edition.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { Language } from '../../domain/person.ts';
import { sheetMean } from '../../domain/ranking/fair-mean.ts';
import { participantName } from '../../domain/submission/participant.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { JudgeListView, JudgingView } from '../../use-cases/judging/view-judging.ts';
import type { JudgeList, Judging } from '../contract/judging.ts';
import { shapeLine } from './shape.ts';

/** A judge's own work as the contract has it, field by field. */

export function shapeJudgeList(view: JudgeListView, language: Language): JudgeList {
  const { edition, round, roundPhase, tasks, conflicts, nextRound } = view;
  return {
    roundId: round.id,
    phase: roundPhase,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    tasks: tasks.map(({ submission, state }) => ({ submission: shapeLine(edition, submission), state })),
    conflicts: conflicts.map((each) => shapeLine(edition, each)),
    nextRound: nextRound && { name: localText(nextRound.name, language), opensAt: nextRound.opensAt },
  };
}

export function shapeJudging(view: JudgingView, language: Language): Judging {
  const { edition, round, submission, roundPhase, sheet, abstention, jury } = view;
  return {
    judge: view.judge,
    submission: shapeJudged(edition, submission, language),
    round: {
      id: round.id,
      name: localText(round.name, language),
      phase: roundPhase,
      closesAt: round.closesAt,
      criteria: shapeCriteria(round, language),
      scale: shapeScale(round, language),
    },
    sheet: sheet && shapeSheet(sheet, round),
    abstention: abstention && {
      status: abstention.status,
      reason: abstention.reason,
      revision: abstention.revision,
      updatedAt: abstention.updatedAt,
    },
    missing: view.faults.map(({ criterionId }) => criterionId),
    event: view.event,
    jury: jury && { handedIn: jury.handedIn, judges: jury.judges },
  };
}

function shapeSheet(sheet: ScoreSheet, { criteria }: Round): Judging['sheet'] {
  const { scores, remarks, overallRemark, status, revision, updatedAt, handedInAt } = sheet;
  const mean = status === 'handed-in' ? sheetMean(scores, criteria) : undefined;
  return { scores, remarks, overallRemark, status, revision, updatedAt, handedInAt, mean };
}

function shapeCriteria({ criteria }: Round, language: Language): Judging['round']['criteria'] {
  const all = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return criteria.map(({ id, name, explanation, weight }) => ({
    id,
    name: localText(name, language),
    explanation: localText(explanation, language),
    share: weight / all,
  }));
}

function shapeScale({ scale }: Round, language: Language): Judging['round']['scale'] {
  const { lowest, highest, anchors = [] } = scale;
  return {
    lowest,
    highest,
    anchors: anchors.map(({ value, text }) => ({ value, text: localText(text, language) })),
  };
}

function shapeJudged(edition: Edition, submission: Submission, language: Language): Judging['submission'] {
  const { whose, finished, partners, description, proof } = submission;
  const category = categoryOf(edition, submission.categoryId);
  return {
    line: shapeLine(edition, submission),
    categoryName: category === undefined ? submission.categoryId : localText(category.name, language),
    whose,
    finished: { from: finished.from, to: finished.to },
    partners: partners.map(participantName),
    description,
    proof,
    judgements: judgementsOf(edition, submission, language),
    answers: answersOf(edition, submission, language),
  };
}

function judgementsOf(edition: Edition, { conditions }: Submission, language: Language) {
  return edition.conditions.flatMap(({ id, kind, question }) => {
    const answer = conditions[id];
    return kind === 'judgement' && answer !== undefined
      ? [{ question: localText(question, language), answer }]
      : [];
  });
}

function answersOf({ steps }: Edition, { own }: Submission, language: Language) {
  return steps.flatMap((step) => {
    const given = 'id' in step ? own[step.id] : undefined;
    if (!('id' in step) || given === undefined || given === '') return [];
    const option = step.ask === 'choice' ? step.options.find(({ id }) => id === given) : undefined;
    return [
      {
        label: localText(step.label, language),
        answer: option === undefined ? given : localText(option.name, language),
      },
    ];
  });
}
