import { localText } from '../../domain/edition/edition.ts';
import type { Round } from '../../domain/edition/edition.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { Language } from '../../domain/person.ts';
import type { JuryRoomView } from '../../use-cases/standings/view-jury-room.ts';
import type { SheetsView } from '../../use-cases/standings/view-sheets.ts';
import type { JuryRoom, Sheets } from '../contract/jury-room.ts';
import { shapeLine } from './shape.ts';

export function shapeJuryRoom(view: JuryRoomView, language: Language): JuryRoom {
  const { edition, round, categoryId, asOf, sheets } = view;
  const nameOf = criterionNames(round, language);
  return {
    ...{ categoryId, roundId: round.id, asOf, sheets },
    criteria: view.criteria.map(({ criterionId, counts, notAssessable, mean }) => ({
      ...{ id: criterionId, name: nameOf(criterionId), counts, notAssessable, mean },
    })),
    disagreements: view.disagreements.map(({ submission, criterionId, lowest, highest, scores }) => ({
      submission: shapeLine(edition, submission),
      criterion: nameOf(criterionId),
      ...{ lowest, highest, scores },
    })),
  };
}

export function shapeSheets(view: SheetsView, language: Language): Sheets {
  const { edition, round, submission, judges, abstained } = view;
  const whole = round.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return {
    submission: shapeLine(edition, submission),
    roundId: round.id,
    criteria: round.criteria.map(({ id, name, weight }) => ({
      ...{ id, name: localText(name, language), share: weight / whole },
    })),
    sheets: view.sheets.map(({ name, sheet, mean }) => ({
      judge: name,
      mean,
      scores: scoresOf(round, sheet),
      overallRemark: sheet.overallRemark === '' ? undefined : sheet.overallRemark,
    })),
    ...{ judges, abstained },
  };
}

function scoresOf({ criteria }: Round, { scores, remarks }: ScoreSheet): Sheets['sheets'][number]['scores'] {
  return criteria.flatMap(({ id }) => {
    const score = scores[id];
    return score === undefined ? [] : [{ criterionId: id, score, remark: remarks[id] || undefined }];
  });
}

function criterionNames({ criteria }: Round, language: Language): (id: string) => string {
  const names = new Map(criteria.map(({ id, name }) => [id, localText(name, language)]));
  return (id) => names.get(id) ?? id;
}
