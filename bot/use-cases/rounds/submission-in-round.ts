import type { Edition, Round, RoundId } from '../../domain/edition/edition.ts';
import { roundOf } from '../../domain/edition/edition.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { AuditEnd } from '../log/audit-trail.ts';
import { readAuditEnd } from '../log/audit-trail.ts';
import { readEdition } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';

export interface SubmissionInRound {
  edition: Edition;
  round: Round;
  submission: Submission;
  /** Read before all the rest, so that a commit on it fails when anything was done since. */
  end: AuditEnd;
}

/** @throws RefusedError `not-found` */
export async function readSubmissionInRound(
  store: DocumentStore,
  submissionId: string,
  roundId: RoundId,
): Promise<SubmissionInRound> {
  const partition = submissionPartition(submissionId);
  const end = await readAuditEnd(store, partition);
  const submission = (await submissions.read(store, partition, submissionDocumentId))?.value;
  const edition = submission && (await readEdition(store, submission.editionId));
  const round = edition && roundOf(edition, roundId);
  if (submission === undefined || edition === undefined || round === undefined)
    throw new RefusedError('not-found');
  return { edition, round, submission, end };
}
