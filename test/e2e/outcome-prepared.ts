import {
  editionDocumentId,
  editionPartition,
  editions,
} from '../../bot/store/documents/edition-documents.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import { personId } from '../../bot/domain/person.ts';
import { freezeClosedRounds } from '../../bot/use-cases/rounds/close-round-freeze.ts';
import { currentEdition } from '../../bot/use-cases/edition-context.ts';
import { submitInitiative } from '../../bot/use-cases/submitting/submit-initiative.ts';
import { fields } from '../bot/domain/examples.ts';
import { people, tenantId } from '../teams/people.ts';

/** Of Sanne: nobody scored it, so that it only goes on when people decide so. */
export const unscored = 'Reizende luisterpaal van Sanne';

const day = 86_400_000;

/** The example edition with its first round behind it and its sheets frozen; nobody has said yet who goes on. */
export async function endFirstRound(store: DocumentStore): Promise<void> {
  const { id: editionId } = await currentEdition(store);
  await submitInitiative(store, {
    ...{ submissionId: 'van-sanne', editionId, receivedAt: new Date().toISOString() },
    submitter: personId({ tenantId, objectId: people.sanne.id }),
    fields: { ...fields, title: unscored },
  });
  await moveRounds(store);
  await freezeClosedRounds({ store, now: () => new Date().toISOString() });
}

/** Closed since yesterday, and the next one open for a week. */
async function moveRounds(store: DocumentStore): Promise<void> {
  const partition = editionPartition((await currentEdition(store)).id);
  const stored = await editions.read(store, partition, editionDocumentId);
  const first = stored?.value.rounds[0];
  if (stored === undefined || first === undefined) throw new Error('there is no round');
  const from = (days: number) => new Date(Date.now() + days * day).toISOString();
  const second = { ...first, id: 'assessment' as const, name: { nl: 'Assessment' } };
  const rounds = [
    { ...first, closesAt: from(-1) },
    { ...second, opensAt: from(-0.5), closesAt: from(7) },
  ];
  await store.commit(partition, [editions.replace(stored.id, { ...stored.value, rounds }, stored.etag)]);
}
