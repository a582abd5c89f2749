import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import { changedFields, fieldsOf } from '../../domain/submission/submission-fields.ts';
import type { Submission, SubmissionFields } from '../../domain/submission/submission.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
  takenChangePrefix,
  takenChanges,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { juryPostsChanged } from '../judging/jury-post-messages.ts';
import type { OwnOutcome, OwnRefusal, OwnSubmission } from './own-submission.ts';
import { loadOwn, mayChange } from './own-submission.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

export interface ChangeCommand {
  /** The change draft's id: what makes the command the same command. */
  changeId: string;
  submissionId: string;
  submitter: PersonId;
  /** What it said when they began to change it. */
  basedOn: SubmissionFields;
  fields: SubmissionFields;
  /** When handing in the change was first received. */
  receivedAt: Instant;
}

/**
 * Has a submission say something else: the new text, both versions in the log, the jury's posts drawn anew, in one
 * commit. Number, first receipt and score sheets stay. The same command again has no second effect.
 * @throws RefusedError `not-found`
 */
export async function changeSubmission(store: DocumentStore, command: ChangeCommand): Promise<OwnOutcome> {
  const partition = submissionPartition(command.submissionId);
  return retryWhenChanged(partition, async () => {
    const taken = await takenChanges.read(store, partition, takenChangePrefix + command.changeId);
    const own = await loadOwn(store, command.submitter, command.submissionId);
    const before = own.stored.value;
    const isSame = changedFields(before, command.fields).length === 0;
    if (taken !== undefined || (isSame && before.status === 'submitted'))
      return { kind: 'done', submission: before };
    const why = refusalOf(own, command);
    if (why !== undefined) return { kind: 'refused', why, submission: before };

    const after = changed(before, command);
    await store.commit(partition, [
      submissions.replace(submissionDocumentId, after, own.stored.etag),
      takenChanges.create(takenChangePrefix + command.changeId, { revision: after.revision }),
      ...(await juryPostsChanged(store, partition, after)),
      ...(await auditOperations(store, partition, {
        at: command.receivedAt,
        by: command.submitter,
        act: 'change-submission',
        subject: submissionDocumentId,
        before,
        after,
      })),
    ]);
    return { kind: 'done', submission: after };
  });
}

function refusalOf(own: OwnSubmission, command: ChangeCommand): OwnRefusal | undefined {
  const { value } = own.stored;
  if (!mayChange(own, command.receivedAt)) return 'edition-closed';
  if (value.status === 'withdrawn') return 'withdrawn';
  return changedFields(value, command.basedOn).length > 0 ? 'changed-elsewhere' : undefined;
}

/** All fields are the new ones: what is not in them any more is gone. */
function changed(before: Submission, { fields, receivedAt }: ChangeCommand): Submission {
  const { id, editionId, number, submitter, submittedAt, status, revision, example } = before;
  return {
    ...fieldsOf(fields),
    ...{ id, editionId, number, submitter, submittedAt, status, example },
    revision: revision + 1,
    changedAt: receivedAt,
  };
}
