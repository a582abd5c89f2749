import type { Instant } from '../../domain/instant.ts';
import type { RetentionPlan } from '../../domain/retention/plan.ts';
import type { RetentionDays } from '../../domain/retention/terms.ts';
import { editionDocumentId, editionPartition } from '../../store/documents/edition-documents.ts';
import { people, personDocumentId, personPartition } from '../../store/documents/person-documents.ts';
import { questionDocumentId, questionPartition } from '../../store/documents/question-documents.ts';
import { remindersId } from '../../store/documents/reminder-documents.ts';
import { submissionDocumentId, submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import type { ClearedWords } from './clear-submission.ts';
import { clearSubmission } from './clear-submission.ts';
import { removeDraft } from '../submitting/remove-draft.ts';
import { removePartition } from './remove-partition.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

interface RetentionWorld {
  store: DocumentStore;
  now: () => Instant;
}

/**
 * Has go what has reached its term. What tells that something goes, goes last: broken off anywhere, the same again finds
 * the rest.
 */
export async function carryOutRetention(
  { store, now }: RetentionWorld,
  plan: RetentionPlan,
  days: RetentionDays,
  words: ClearedWords,
): Promise<void> {
  for (const { id } of plan.submissions)
    await removePartition(store, submissionPartition(id), submissionDocumentId);
  for (const id of plan.questions) await removePartition(store, questionPartition(id), questionDocumentId);
  for (const { id } of plan.withdrawn) await clearSubmission({ store, now }, id, words);
  for (const { person, id } of plan.drafts) await removeDraft(store, person, id);
  for (const { person, editionId } of plan.reminders)
    await removeOne(store, personPartition(person), remindersId(editionId));
  for (const id of plan.editions) await removePartition(store, editionPartition(id), editionDocumentId);
  for (const person of plan.people) await removePerson(store, personPartition(person), days);
  for (const person of plan.unseen) await beginTerm(store, personPartition(person), now());
}

async function removeOne(store: DocumentStore, partition: string, id: string): Promise<void> {
  await retryWhenChanged(partition, async () => {
    const found = await store.read(partition, id);
    if (found !== undefined) await store.commit(partition, [{ kind: 'delete', id, etag: found.etag }]);
  });
}

/** Unless they came back meanwhile. */
async function removePerson(
  store: DocumentStore,
  partition: string,
  { signIn }: RetentionDays,
): Promise<void> {
  await removePartition(store, partition, personDocumentId, (document) => {
    const { seenOn } = people.parse(document).value;
    return seenOn !== undefined && seenOn < signIn;
  });
}

async function beginTerm(store: DocumentStore, partition: string, at: Instant): Promise<void> {
  await retryWhenChanged(partition, async () => {
    const person = await people.read(store, partition, personDocumentId);
    if (person === undefined || person.value.seenOn !== undefined) return;
    const seen = { ...person.value, seenOn: at.slice(0, 10) };
    await store.commit(partition, [people.replace(personDocumentId, seen, person.etag)]);
  });
}
