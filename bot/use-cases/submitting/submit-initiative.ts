import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { Submission, SubmissionFields } from '../../domain/submission/submission.ts';
import {
  editionPartition,
  givenNumberPrefix,
  givenNumbers,
  numberingId,
  numberings,
} from '../../store/documents/edition-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { PreconditionFailedError } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { juryPostAsked } from '../judging/jury-post-messages.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

export interface SubmitCommand {
  /** The draft's id: what makes the command the same command. */
  submissionId: string;
  editionId: string;
  submitter: PersonId;
  fields: SubmissionFields;
  /** When handing in was first received. */
  receivedAt: Instant;
  example?: boolean;
}

/** The round whose post a new submission gets. */
const firstRound: RoundId = 'preselection';

/**
 * Makes a submission of it: gives it the edition's next number, stores it, asks for its post in the jury channel.
 * Two partitions, two commits; done again after a crash in between it goes on where it was, with the same number.
 * Whether it may be handed in has been decided before, at first receipt.
 */
export async function submitInitiative(store: DocumentStore, command: SubmitCommand): Promise<Submission> {
  const partition = submissionPartition(command.submissionId);
  const already = await submissions.read(store, partition, submissionDocumentId);
  if (already !== undefined) return already.value;

  const number = await giveNumber(store, command.editionId, command.submissionId);
  const submission: Submission = {
    id: command.submissionId,
    editionId: command.editionId,
    number,
    submitter: command.submitter,
    submittedAt: command.receivedAt,
    status: 'submitted',
    revision: 1,
    example: command.example ?? false,
    ...command.fields,
  };
  try {
    await store.commit(partition, [
      submissions.create(submissionDocumentId, submission),
      juryPostAsked(submission, firstRound),
      ...(await auditOperations(store, partition, {
        at: command.receivedAt,
        by: command.submitter,
        act: 'submit',
        subject: submissionDocumentId,
        after: submission,
      })),
    ]);
    return submission;
  } catch (error) {
    const first = await submissions.read(store, partition, submissionDocumentId);
    if (!(error instanceof PreconditionFailedError) || first === undefined) throw error;
    return first.value;
  }
}

/** The number this submission has, or else the next one: no number is skipped and none is given twice. */
async function giveNumber(store: DocumentStore, editionId: string, submissionId: string): Promise<number> {
  const partition = editionPartition(editionId);
  const id = givenNumberPrefix + submissionId;
  return retryWhenChanged(partition, async () => {
    const given = await givenNumbers.read(store, partition, id);
    if (given !== undefined) return given.value.number;
    const numbering = await numberings.read(store, partition, numberingId);
    const number = numbering?.value.next ?? 1;
    await store.commit(partition, [
      givenNumbers.create(id, { number }),
      numberings.write(numberingId, { next: number + 1 }, numbering),
    ]);
    return number;
  });
}
