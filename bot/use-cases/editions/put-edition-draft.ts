import { mayStartEdition, mayWriteEdition } from '../../domain/access.ts';
import type { ChangeRefusal } from '../../domain/edition/refuse-changes.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Stored } from '../../store/collection.ts';
import {
  editionDraftId,
  editionDrafts,
  formerEditionId,
  formerEditions,
} from '../../store/documents/edition-draft-documents.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import { draftOf, loadWritten } from './edition-draft.ts';
import { findCurrentEdition, roleIn } from '../edition-context.ts';
import { readWritten } from './edition-plan.ts';
import { putEdition } from './put-edition.ts';
import { RefusedError } from '../refusal.ts';
import { runEdition } from './run-edition.ts';
import type { World } from '../world.ts';

/** What somebody saw when they decided: at anything else nothing is done. */
export interface SeenEdition {
  editionId: string;
  /** How often the draft was saved. */
  revision: number;
  /** The hash of the edition as it was kept; absent when it was not. */
  hash?: string;
}

export type PutDraftOutcome = { kind: 'done' } | { kind: 'refused'; refusals: ChangeRefusal[] };

/**
 * Makes a draft the edition. The same again changes nothing.
 * @throws RefusedError `not-organiser`, `not-found`, `changed-meanwhile`, `malformed` while it has faults
 */
export async function putEditionDraft(
  world: World,
  person: PersonKey,
  { editionId, revision, hash }: SeenEdition,
): Promise<PutDraftOutcome> {
  const written = await loadWritten(world, person, editionId);
  const { edition } = readWritten(written);
  if (edition === undefined) throw new RefusedError('malformed');
  const outcome = await putEdition(world.store, {
    ...{ edition, by: personId(person), at: world.now(), confirmed: true },
    alongside: async (before) => {
      refuseUnseen(before, hash);
      const now = await loadWritten(world, person, editionId);
      if (now.draft?.value.status !== 'open' || now.draft.value.revision !== revision)
        throw new RefusedError('changed-meanwhile');
      const put = { ...draftOf(now, world, person), status: 'put' } as const;
      return [editionDrafts.write(editionDraftId, put, now.draft)];
    },
  });
  return outcome.kind === 'refused' ? outcome : { kind: 'done' };
}

/**
 * Puts back the edition as it was before it was last put live; undone once more it is as it is now. The same again
 * changes nothing. A draft stays as it is.
 * @throws RefusedError `not-organiser`, `not-found`, `changed-meanwhile`
 */
export async function undoPutEdition(
  world: World,
  person: PersonKey,
  { editionId, hash, to }: { editionId: string; hash: string; to: string },
): Promise<PutDraftOutcome> {
  const { kept } = await loadWritten(world, person, editionId);
  if (kept !== undefined && hashOf(kept.value) === to) return { kind: 'done' };
  const former = await formerEditions.read(world.store, editionPartition(editionId), formerEditionId);
  if (kept === undefined || former === undefined) throw new RefusedError('not-found');
  if (hashOf(former.value) !== to) throw new RefusedError('changed-meanwhile');
  const outcome = await putEdition(world.store, {
    ...{ edition: former.value, by: personId(person), at: world.now(), confirmed: true },
    alongside: async (before) => {
      refuseUnseen(before, hash);
      return [];
    },
  });
  return outcome.kind === 'refused' ? outcome : { kind: 'done' };
}

function refuseUnseen(before: Stored<Edition> | undefined, hash: string | undefined): void {
  if ((before && hashOf(before.value)) !== hash) throw new RefusedError('changed-meanwhile');
}

/**
 * Makes an edition that was put live the one that runs. The same again changes nothing.
 * @param command `seen` is the id of the edition that ran as they saw it, `none` for no edition
 * @throws RefusedError `not-organiser` (of both), `not-found`, `changed-meanwhile`
 */
export async function runWrittenEdition(
  world: World,
  person: PersonKey,
  { editionId, seen }: { editionId: string; seen: string },
): Promise<void> {
  const current = await findCurrentEdition(world.store);
  const [there, here] = await Promise.all([
    roleIn(world, editionId, person),
    roleIn(world, current?.id ?? editionId, person),
  ]);
  if (!mayWriteEdition(there) || !mayStartEdition(here)) throw new RefusedError('not-organiser');
  const outcome = await runEdition(world.store, {
    ...{ editionId, by: personId(person), at: world.now(), seen },
  });
  if (outcome.kind === 'unknown') throw new RefusedError('not-found');
}
