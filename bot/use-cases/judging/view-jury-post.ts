import { isJudge } from '../../domain/edition/edition-role.ts';
import type { Category, Edition, Phase, Round, RoundId } from '../../domain/edition/edition.ts';
import { categoryOf, phaseOf, roundOf } from '../../domain/edition/edition.ts';
import { panelFor, seatsFor } from '../../domain/judging/panel.ts';
import { personId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import {
  scoreSheets,
  sheetPrefix,
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { readEdition, rolesOf } from '../edition-context.ts';
import { readSeating } from './own-seat.ts';

/** What the one post in the jury channel shows: the same to everyone, so no score, no judge and no remark. */
export interface JuryPostView {
  edition: Edition;
  category: Category;
  round: Round;
  submission: Submission;
  roundPhase: Phase;
  /** Sheets handed in by judges who count. */
  handedIn: number;
  /** Judges who count: assigned, without a conflict, not abstaining. */
  judges: number;
  /** Teams ids of all who judge in this edition, for whom Teams may ask for their own view; at most 60. */
  refreshFor: string[];
}

/** Teams takes no more ids than this on a card; who is not among them finds the post again whenever it is edited. */
export const mostRefreshIds = 60;

export async function viewJuryPost(
  world: { store: DocumentStore; now(): string },
  submissionId: string,
  roundId: RoundId,
): Promise<JuryPostView | undefined> {
  const { store } = world;
  const partition = submissionPartition(submissionId);
  const submission = (await submissions.read(store, partition, submissionDocumentId))?.value;
  if (submission === undefined) return undefined;
  const edition = await readEdition(store, submission.editionId);
  if (edition === undefined) return undefined;
  const category = categoryOf(edition, submission.categoryId);
  const round = roundOf(edition, roundId);
  if (category === undefined || round === undefined) return undefined;

  const judges = (await rolesOf(store, edition.id)).filter(isJudge);
  const seating = await readSeating(store, partition, round);
  const counting = new Set(panelFor(judges, submission, seating));
  const seats = new Set(seatsFor(judges, submission, seating));
  const sheets = await scoreSheets.list(store, partition, { prefix: sheetPrefix(roundId) });
  const handedIn = sheets.filter(({ value }) => value.status === 'handed-in' && counting.has(value.judge));
  return {
    edition,
    category,
    round,
    submission,
    roundPhase: phaseOf(round, world.now()),
    handedIn: handedIn.length,
    judges: counting.size,
    refreshFor: refreshIds(judges.filter((judge) => seats.has(personId(judge)))),
  };
}

function refreshIds(judges: { teamsUserId?: string }[]): string[] {
  return judges
    .map((judge) => judge.teamsUserId)
    .filter((id) => id !== undefined)
    .sort()
    .slice(0, mostRefreshIds);
}
