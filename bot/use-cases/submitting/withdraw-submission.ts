import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Submission, SubmissionStatus } from '../../domain/submission/submission.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { juryPostsChanged } from '../judging/jury-post-messages.ts';
import type { OwnOutcome } from './own-submission.ts';
import { loadOwn, mayChange } from './own-submission.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

export interface StatusCommand {
  submissionId: string;
  submitter: PersonId;
  /** The revision they saw when they decided. */
  basedOn: number;
  /** When it was first received. */
  receivedAt: Instant;
}

/**
 * Takes a submission out of the competition; nothing of it is lost: not the text, not the score sheets, and the log
 * says when. The same command again, also after it was put back, has no second effect.
 * @throws RefusedError `not-found`
 */
export function withdrawSubmission(store: DocumentStore, command: StatusCommand): Promise<OwnOutcome> {
  return become(store, command, 'withdrawn');
}

/**
 * Puts back what was withdrawn: everything counts again, the score sheets that were there included.
 * @throws RefusedError `not-found`
 */
export function restoreSubmission(store: DocumentStore, command: StatusCommand): Promise<OwnOutcome> {
  return become(store, command, 'submitted');
}

async function become(
  store: DocumentStore,
  command: StatusCommand,
  status: SubmissionStatus,
): Promise<OwnOutcome> {
  const partition = submissionPartition(command.submissionId);
  return retryWhenChanged(partition, async () => {
    const own = await loadOwn(store, command.submitter, command.submissionId);
    const before = own.stored.value;
    if (before.status === status) return { kind: 'done', submission: before };
    if (before.revision !== command.basedOn)
      return { kind: 'refused', why: 'changed-elsewhere', submission: before };
    if (!mayChange(own, command.receivedAt))
      return { kind: 'refused', why: 'edition-closed', submission: before };

    const after = withStatus(before, status, command.receivedAt);
    await store.commit(partition, [
      submissions.replace(submissionDocumentId, after, own.stored.etag),
      ...(await juryPostsChanged(store, partition, after)),
      ...(await auditOperations(store, partition, {
        at: command.receivedAt,
        by: command.submitter,
        act: status === 'withdrawn' ? 'withdraw' : 'restore',
        subject: submissionDocumentId,
        before,
        after,
      })),
    ]);
    return { kind: 'done', submission: after };
  });
}

function withStatus(before: Submission, status: SubmissionStatus, at: Instant): Submission {
  const { withdrawnAt: _withdrawnAt, ...rest } = before;
  const revision = before.revision + 1;
  switch (status) {
    case 'withdrawn':
      return { ...rest, status, revision, withdrawnAt: at };
    case 'submitted':
      return { ...rest, status, revision };
    default:
      return status satisfies never;
  }
}
