import { maySeeSheets } from '../../domain/access.ts';
import type { Edition, Round } from '../../domain/edition/edition.ts';
import type { ScoreSheet } from '../../domain/judging/score-sheet.ts';
import type { PersonKey } from '../../domain/person.ts';
import { sheetMean } from '../../domain/ranking/fair-mean.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { readClosing } from '../cut/cut-place.ts';
import { RefusedError } from '../refusal.ts';
import { roundNow } from '../rounds/round-now.ts';
import type { World } from '../world.ts';

/** The sheets that a submission's score is made of. */
export interface SheetsView {
  edition: Edition;
  round: Round;
  submission: Submission;
  sheets: SheetView[];
  /** How many judges count, and how many abstain. */
  judges: number;
  abstained: number;
}

interface SheetView {
  /** Absent for who may not know. */
  name?: string;
  sheet: ScoreSheet;
  mean?: number;
}

/**
 * Handed-in sheets of who counts in the round that runs now: by name; without names in the order of what they gave.
 * @throws RefusedError `not-found`
 */
export async function viewSheets(world: World, person: PersonKey, submissionId: string): Promise<SheetsView> {
  const { edition, round, role } = await roundNow(world, person);
  const submission = world.readModel.submission(submissionId);
  if (submission?.editionId !== edition.id) throw new RefusedError('not-found');
  const isFrozen = (await readClosing(world.store, edition, round)) !== undefined;
  const withNames = maySeeSheets(role, submission, { isFrozen, withNames: true });
  if (!withNames && !maySeeSheets(role, submission, { isFrozen, withNames: false }))
    throw new RefusedError('not-found');
  const { sheets, abstained, judges } = world.readModel.counted(submission, round);
  const seen = sheets.map((sheet): SheetView => ({
    ...(withNames && { name: world.readModel.roleOf(edition.id, sheet.judge)?.name ?? '' }),
    sheet,
    mean: sheetMean(sheet.scores, round.criteria),
  }));
  const inOrder = withNames
    ? seen.sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'nl'))
    : seen.sort((one, other) => (other.mean ?? 0) - (one.mean ?? 0));
  return { edition, round, submission, sheets: inOrder, judges, abstained: abstained.length };
}
