import type { EditionChange } from '../../domain/edition/edition-changes.ts';
import { changesOf } from '../../domain/edition/edition-changes.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { ChangeRefusal } from '../../domain/edition/refuse-changes.ts';
import { refuseChanges } from '../../domain/edition/refuse-changes.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import { editionDocumentId, editionPartition, editions } from '../../store/documents/edition-documents.ts';
import { formerEditionId, formerEditions } from '../../store/documents/edition-draft-documents.ts';
import type { Stored } from '../../store/collection.ts';
import type { DocumentStore, Operation } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { editionUse } from './edition-use.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

export interface PutEditionCommand {
  edition: Edition;
  by: PersonId;
  at: Instant;
  /** The changes have been seen: needed as soon as people can hand in. */
  confirmed: boolean;
  /** Asked before anything is written: what goes along in the same commit; it throws when that may not be. */
  alongside?: (before: Stored<Edition> | undefined) => Promise<Operation[]>;
}

export type PutEditionOutcome =
  | { kind: 'created' }
  | { kind: 'unchanged' }
  | { kind: 'replaced'; changes: EditionChange[] }
  /** Nothing was written. */
  | { kind: 'to-confirm'; changes: EditionChange[] }
  /** Nothing was written. */
  | { kind: 'refused'; refusals: ChangeRefusal[] };

/**
 * Makes an edition, or puts it in the place of the one with its id, and writes that in the edition's log. What it takes
 * the place of is kept, to be put back.
 */
export async function putEdition(
  store: DocumentStore,
  { edition, by, at, confirmed, alongside }: PutEditionCommand,
): Promise<PutEditionOutcome> {
  const partition = editionPartition(edition.id);
  return retryWhenChanged(partition, async () => {
    const before = await editions.read(store, partition, editionDocumentId);
    const decided = await decide(store, before?.value, edition, { at, confirmed });
    if (decided.kind !== 'created' && decided.kind !== 'replaced') return decided;
    const former = await formerEditions.read(store, partition, formerEditionId);
    await store.commit(partition, [
      editions.write(editionDocumentId, edition, before),
      ...(before === undefined ? [] : [formerEditions.write(formerEditionId, before.value, former)]),
      ...((await alongside?.(before)) ?? []),
      ...(await auditOperations(store, partition, {
        at,
        by,
        act: 'put-edition',
        subject: editionDocumentId,
        ...(before && { before: before.value }),
        after: edition,
      })),
    ]);
    return decided;
  });
}

async function decide(
  store: DocumentStore,
  before: Edition | undefined,
  after: Edition,
  { at, confirmed }: Pick<PutEditionCommand, 'at' | 'confirmed'>,
): Promise<PutEditionOutcome> {
  if (before === undefined) return { kind: 'created' };
  const changes = changesOf(before, after);
  if (changes.length === 0) return { kind: 'unchanged' };
  const use = await editionUse(store, before);
  const refusals = refuseChanges(before, after, use, at);
  if (refusals.length > 0) return { kind: 'refused', refusals };
  const isSeen = at >= before.opensAt || use.submissions > 0;
  return { kind: isSeen && !confirmed ? 'to-confirm' : 'replaced', changes };
}
