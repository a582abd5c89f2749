import type { Edition } from '../../domain/edition/edition.ts';
import type { Person } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { NominationAnswer } from '../../domain/submission/nomination.ts';
import { nominatedMail } from '../../domain/submission/nomination.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import { nominationAnswerId, nominationAnswers } from '../../store/documents/nomination-documents.ts';
import { people, personDocumentId, personPartition } from '../../store/documents/person-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { readEdition } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';

export interface NominationView {
  edition: Edition;
  submission: Submission;
  /** Who nominated it, as Teams calls them. */
  nominator: string;
  answer?: NominationAnswer;
}

/** A nomination for its own messages: whom they go to was decided when they were written. */
export async function viewNomination(
  store: DocumentStore,
  submissionId: string,
): Promise<NominationView | undefined> {
  const partition = submissionPartition(submissionId);
  const submission = (await submissions.read(store, partition, submissionDocumentId))?.value;
  const edition = submission && (await readEdition(store, submission.editionId));
  if (submission?.whose !== 'nominated' || edition === undefined) return undefined;
  const { submitter } = submission;
  const nominator = await people.read(store, personPartition(submitter), personDocumentId);
  const answer = (await nominationAnswers.read(store, partition, nominationAnswerId))?.value;
  const name = nominator?.value.name ?? submission.contact.name;
  return { edition, submission, nominator: name, ...(answer && { answer }) };
}

/**
 * The same for the contact over there, who is known by the mail address that Teams says is theirs.
 * @throws RefusedError `not-found` for everybody else
 */
export async function viewNominationAs(
  store: DocumentStore,
  person: Person,
  submissionId: string,
): Promise<NominationView> {
  const view = await viewNomination(store, submissionId);
  const known = await people.read(store, personPartition(personId(person)), personDocumentId);
  const mail = known?.value.mail?.toLowerCase();
  if (view === undefined || mail === undefined || mail !== nominatedMail(view.submission)) {
    throw new RefusedError('not-found');
  }
  return view;
}
