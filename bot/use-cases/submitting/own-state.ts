import type { EditionRole } from '../../domain/edition/edition-role.ts';
import { judgesAt } from '../../domain/edition/edition-role.ts';
import type { Round } from '../../domain/edition/edition.ts';
import { hasConflict } from '../../domain/judging/conflict.ts';
import type { Seating } from '../../domain/judging/panel.ts';
import { seatOf } from '../../domain/judging/panel.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { ReadModel } from '../read-model.ts';

/** How far a judge is with one submission, or why they don't judge it. */
export type OwnState = ScoreSheet['status'] | 'none' | 'conflict' | 'not-assigned' | 'abstained';

/** For showing: from what the change feed brought, without reading the store. */
export function ownState(
  readModel: ReadModel,
  round: Round,
  role: EditionRole,
  submission: Submission,
  seating: Seating = readModel.seating(submission.id, round),
): { own: OwnState; sheet?: ScoreSheet } {
  if (hasConflict(role, submission)) return { own: 'conflict' };
  const { assigned, abstained } = seatOf(seating, role);
  const judgesIt = judgesAt(role, { categoryId: submission.categoryId, roundId: round.id });
  if (!judgesIt || !assigned) return { own: 'not-assigned' };
  if (abstained) return { own: 'abstained' };
  const sheet = readModel.sheet(submission.id, round.id, personId(role));
  return sheet === undefined ? { own: 'none' } : { own: sheet.status, sheet };
}
