import type { Edition } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonId } from '../../domain/person.ts';
import {
  currentEditionId,
  currentEditions,
  programmePartition,
} from '../../store/documents/edition-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { readEdition } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';

export interface RunEditionCommand {
  editionId: string;
  by: PersonId;
  at: Instant;
  /** Which edition they saw running, `none` for no edition: when another does, nothing is done. */
  seen?: string;
}

/** `before`: the id of the edition that ran until now. */
export type RunEditionOutcome =
  | { kind: 'unknown' }
  | { kind: 'unchanged'; edition: Edition }
  | { kind: 'running'; edition: Edition; before?: string };

/**
 * Makes it the edition that the programme runs, and writes that in the programme's log.
 * @throws RefusedError `changed-meanwhile`
 */
export async function runEdition(
  store: DocumentStore,
  { editionId, by, at, seen }: RunEditionCommand,
): Promise<RunEditionOutcome> {
  const edition = await readEdition(store, editionId);
  if (edition === undefined) return { kind: 'unknown' };
  return retryWhenChanged(programmePartition, async () => {
    const current = await currentEditions.read(store, programmePartition, currentEditionId);
    const before = current?.value.editionId;
    if (before === editionId) return { kind: 'unchanged', edition };
    if (seen !== undefined && seen !== (before ?? 'none')) throw new RefusedError('changed-meanwhile');
    await store.commit(programmePartition, [
      currentEditions.write(currentEditionId, { editionId }, current),
      ...(await auditOperations(store, programmePartition, {
        at,
        by,
        act: 'run-edition',
        subject: currentEditionId,
        before,
        after: editionId,
      })),
    ]);
    return { kind: 'running', edition, before };
  });
}
