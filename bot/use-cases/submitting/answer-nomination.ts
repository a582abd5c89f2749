import type { Instant } from '../../domain/instant.ts';
import type { Person } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { NominationAnswer } from '../../domain/submission/nomination.ts';
import {
  nominationAnswerId,
  nominationAnswers,
  nominationPostName,
} from '../../store/documents/nomination-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { messageChanged } from '../message-changed.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { NominationView } from './view-nomination.ts';
import { viewNominationAs } from './view-nomination.ts';
import type { World } from '../world.ts';

export interface NominationCommand {
  person: Person;
  submissionId: string;
  answer: NominationAnswer['answer'];
  /** When it was first received. */
  at: Instant;
}

/**
 * Keeps what the contact over there says of a nomination; they may change their mind. The same answer again has no
 * second effect.
 * @throws RefusedError `not-found`
 */
export async function answerNomination(
  { store }: Pick<World, 'store'>,
  { person, submissionId, answer, at }: NominationCommand,
): Promise<NominationView> {
  const partition = submissionPartition(submissionId);
  return retryWhenChanged(partition, async () => {
    const view = await viewNominationAs(store, person, submissionId);
    if (view.answer?.answer === answer) return view;
    const before = await nominationAnswers.read(store, partition, nominationAnswerId);
    const after: NominationAnswer = { answer, by: personId(person), name: person.name, at };
    await store.commit(partition, [
      nominationAnswers.write(nominationAnswerId, after, before),
      ...(await messageChanged(store, partition, nominationPostName)),
      ...(await auditOperations(store, partition, {
        at,
        by: after.by,
        act: 'answer-nomination',
        subject: nominationAnswerId,
        before: before?.value,
        after,
      })),
    ]);
    return { ...view, answer: after };
  });
}
