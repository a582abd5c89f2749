import { maySeeContact, maySeeSubmission } from '../../domain/access.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Contact, Submission } from '../../domain/submission/submission.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import { readEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

export interface SubmissionView {
  edition: Edition;
  submission: Omit<Submission, 'contact'>;
  contact?: Contact;
}

/**
 * One submission with its text.
 * @throws RefusedError `not-found`, also when it is there but not for this person
 */
export async function viewSubmission(
  world: World,
  person: PersonKey,
  submissionId: string,
): Promise<SubmissionView> {
  const stored = await submissions.read(world.store, submissionPartition(submissionId), submissionDocumentId);
  const edition = stored && (await readEdition(world.store, stored.value.editionId));
  if (stored === undefined || edition === undefined) throw new RefusedError('not-found');
  const role = await roleIn(world, edition.id, person);
  const who = personId(person);
  if (!maySeeSubmission(who, role, stored.value)) throw new RefusedError('not-found');
  const { contact, ...submission } = stored.value;
  return { edition, submission, ...(maySeeContact(who, role, stored.value) && { contact }) };
}
