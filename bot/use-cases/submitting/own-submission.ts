import { refuseOwnChange } from '../../domain/access.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { Stored } from '../../store/collection.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { readEdition } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';

/** What its submitter asked of a submission, done or not. */
export type OwnOutcome =
  /** It is as they wanted; also when it was so already. */
  { kind: 'done'; submission: Submission } | { kind: 'refused'; why: OwnRefusal; submission: Submission };

export type OwnRefusal =
  | 'edition-closed'
  /** It was withdrawn, and has to be put back first. */
  | 'withdrawn'
  /** It is not any more what they saw when they decided. */
  | 'changed-elsewhere';

export interface OwnSubmission {
  stored: Stored<Submission>;
  edition: Edition;
}

/** @throws RefusedError `not-found`, also when it is somebody else's */
export async function loadOwn(
  store: DocumentStore,
  submitter: PersonId,
  submissionId: string,
): Promise<OwnSubmission> {
  const stored = await submissions.read(store, submissionPartition(submissionId), submissionDocumentId);
  const edition = stored && (await readEdition(store, stored.value.editionId));
  if (stored === undefined || edition === undefined || stored.value.submitter !== submitter)
    throw new RefusedError('not-found');
  return { stored, edition };
}

/** Whether they may change it, asked at that moment. */
export function mayChange({ stored, edition }: OwnSubmission, at: Instant): boolean {
  return refuseOwnChange(stored.value.submitter, stored.value, edition, at) === undefined;
}

/** For who takes a submission that is not theirs for one that is not there. */
export function asGone(error: unknown): undefined {
  if (!(error instanceof RefusedError)) throw error;
  return undefined;
}
