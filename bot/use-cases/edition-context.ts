import type { EditionRole } from '../domain/edition/edition-role.ts';
import type { Edition } from '../domain/edition/edition.ts';
import type { PersonKey } from '../domain/person.ts';
import { withTurns } from '../domain/judging/round-turn.ts';
import { personId } from '../domain/person.ts';
import {
  currentEditionId,
  currentEditions,
  editionDocumentId,
  editionPartition,
  editionRoles,
  editions,
  programmePartition,
  rolePrefix,
} from '../store/documents/edition-documents.ts';
import { listAll } from '../store/list-all.ts';
import { roundTurnDocuments, roundTurnsId } from '../store/documents/judging-documents.ts';
import type { DocumentStore } from '../store/port.ts';
import { RefusedError } from './refusal.ts';
import type { World } from './world.ts';

/** The edition the programme runs now, if it has one. */
export async function findCurrentEdition(store: DocumentStore): Promise<Edition | undefined> {
  const current = await currentEditions.read(store, programmePartition, currentEditionId);
  return current === undefined ? undefined : readEdition(store, current.value.editionId);
}

/** @throws RefusedError `no-edition` */
export async function currentEdition(store: DocumentStore): Promise<Edition> {
  const edition = await findCurrentEdition(store);
  if (edition === undefined) throw new RefusedError('no-edition');
  return edition;
}

/** An edition as it stands: its rounds as they were opened and closed by hand, where that was done. */
export async function readEdition(store: DocumentStore, editionId: string): Promise<Edition | undefined> {
  const partition = editionPartition(editionId);
  const [edition, turns] = await Promise.all([
    editions.read(store, partition, editionDocumentId),
    roundTurnDocuments.read(store, partition, roundTurnsId),
  ]);
  return edition && (turns === undefined ? edition.value : withTurns(edition.value, turns.value));
}

/** Somebody's place in an edition; `undefined` is a civil servant. */
export async function roleIn(
  world: Pick<World, 'store' | 'firstOrganisers'>,
  editionId: string,
  person: PersonKey,
): Promise<EditionRole | undefined> {
  const id = personId(person);
  const kept = await editionRoles.read(world.store, editionPartition(editionId), rolePrefix + id);
  if (!world.firstOrganisers.has(id)) return kept?.value;
  const role = kept?.value ?? { tenantId: person.tenantId, objectId: person.objectId, name: '', roles: [] };
  return role.roles.includes('organiser') ? role : { ...role, roles: [...role.roles, 'organiser'] };
}

/** Everybody with a place in an edition. */
export async function rolesOf(store: DocumentStore, editionId: string): Promise<EditionRole[]> {
  const kept = await listAll(store, editionRoles, editionPartition(editionId), rolePrefix);
  return kept.map((role) => role.value);
}
