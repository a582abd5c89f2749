import { mayManagePeople } from '../../domain/access.ts';
import type { EditionRole } from '../../domain/edition/edition-role.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Invitation } from '../../domain/edition/invitation.ts';
import type { PersonId, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Stored } from '../../store/collection.ts';
import { editionPartition, editionRoles, rolePrefix } from '../../store/documents/edition-documents.ts';
import { roleInvitationPrefix, roleInvitations } from '../../store/documents/invitation-documents.ts';
import { listAll } from '../../store/list-all.ts';
import { people, personDocumentId, personPartition } from '../../store/documents/person-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { currentEdition, readEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import type { World } from '../world.ts';

type PeopleWorld = Pick<World, 'store' | 'firstOrganisers'>;

/** Everybody with a place in an edition, and who is invited for one. */
export interface PeopleView {
  edition: Edition;
  /** Also who has no role any more. */
  places: EditionRole[];
  invitations: Stored<Invitation>[];
}

/** Somebody in an edition, as its organiser sees them. */
export interface PersonView {
  edition: Edition;
  place: EditionRole;
  /** As Teams says, or as they were invited. */
  mail?: string;
  /** It is who looks. */
  isSelf: boolean;
}

/**
 * An edition for who manages its people; the one that runs now unless told.
 * @throws RefusedError `no-edition`, `not-found`, `not-organiser`
 */
export async function editionToManage(
  world: PeopleWorld,
  by: PersonKey,
  editionId: string | undefined,
): Promise<Edition> {
  const edition =
    editionId === undefined ? await currentEdition(world.store) : await readEdition(world.store, editionId);
  if (edition === undefined) throw new RefusedError('not-found');
  if (!mayManagePeople(await roleIn(world, edition.id, by))) throw new RefusedError('not-organiser');
  return edition;
}

/** @throws RefusedError `no-edition`, `not-found`, `not-organiser` */
export async function viewPeople(world: PeopleWorld, by: PersonKey, editionId?: string): Promise<PeopleView> {
  const edition = await editionToManage(world, by, editionId);
  const partition = editionPartition(edition.id);
  const [places, invitations] = await Promise.all([
    listAll(world.store, editionRoles, partition, rolePrefix),
    listAll(world.store, roleInvitations, partition, roleInvitationPrefix),
  ]);
  return { edition, places: places.map(({ value }) => value), invitations };
}

/** @throws RefusedError `not-found` when they have, and had, no place; `not-organiser` */
export async function viewPerson(
  world: World,
  by: PersonKey,
  { editionId, person }: { editionId: string; person: PersonId },
): Promise<PersonView> {
  const { edition, places, invitations } = await viewPeople(world, by, editionId);
  const place = places.find((each) => personId(each) === person);
  if (place === undefined) throw new RefusedError('not-found');
  const known = await people.read(world.store, personPartition(person), personDocumentId);
  const invited = invitations.find(({ value }) => value.claimedBy === person);
  const mail = known?.value.mail ?? invited?.value.mail;
  return { edition, place, isSelf: personId(by) === person, ...(mail !== undefined && { mail }) };
}

/** Whether somebody is still expected to come in by invitation. */
export async function invitesAnybody(store: DocumentStore, editionId: string): Promise<boolean> {
  const all = await listAll(store, roleInvitations, editionPartition(editionId), roleInvitationPrefix);
  return all.some(({ value }) => value.status === 'open');
}
