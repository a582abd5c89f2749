import type { RoleWish } from '../../domain/edition/change-roles.ts';
import { placeWith, withRole } from '../../domain/edition/change-roles.ts';
import type { Invitation } from '../../domain/edition/invitation.ts';
import { mailKey } from '../../domain/edition/invitation.ts';
import { municipalityOf } from '../../domain/municipality/municipality.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import {
  addressListId,
  addressLists,
  roleInvitationId,
  roleInvitations,
} from '../../store/documents/invitation-documents.ts';
import { hashOf } from '../rounds/close-round-hash.ts';
import { PeopleChunk, peopleAtOnce } from './people-chunks.ts';
import { invitationAsLogged } from './people-log.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** Somebody on a list of addresses. */
interface Addressee {
  mail: string;
  name?: string;
}

export interface InviteCommand {
  editionId: string;
  /** Of the form that it was filled in on: the same list on the same form is the same deed. */
  listId: string;
  /** Each address once. */
  addressees: readonly Addressee[];
  wish: RoleWish;
  /** The municipality that all of them work for, by its code. */
  organisation?: string;
}

export interface InviteOutcome {
  /** Get the role as soon as the app hears from them. */
  invited: number;
  /** Had come in by invitation before, and have the role now. */
  given: number;
  /** Had it, or were invited for it, already. */
  already: number;
}

/**
 * Invites whoever has these addresses for a role. A long list is taken in parts; broken off, the same list goes on
 * where it was.
 * @throws RefusedError `not-organiser`, `malformed`
 */
export async function invitePeople(
  world: World,
  by: PersonKey,
  command: InviteCommand,
): Promise<InviteOutcome> {
  const { organisation } = command;
  if (organisation !== undefined && municipalityOf(organisation) === undefined)
    throw new RefusedError('malformed');
  const partition = editionPartition(command.editionId);
  const { listId, addressees, wish } = command;
  const id = addressListId(hashOf({ listId, addressees, wish, organisation }));
  for (;;) {
    const state = await retryWhenChanged(partition, () => takeSome(world, by, command, id));
    const { taken, ...outcome } = state;
    if (taken >= addressees.length) return outcome;
  }
}

async function takeSome(world: World, by: PersonKey, command: InviteCommand, id: string) {
  const { editionId, addressees } = command;
  const chunk = await PeopleChunk.begin(world, by, editionId);
  const before = await addressLists.read(world.store, editionPartition(editionId), id);
  const state = { ...(before?.value ?? { taken: 0, invited: 0, given: 0, already: 0 }) };
  if (before !== undefined && state.taken >= addressees.length) return state;
  for (const addressee of addressees.slice(state.taken, state.taken + peopleAtOnce)) {
    state[await inviteOne(world, by, command, addressee, chunk)] += 1;
    state.taken += 1;
  }
  chunk.write(addressLists.write(id, state, before));
  await chunk.commit();
  return state;
}

async function inviteOne(
  world: World,
  by: PersonKey,
  { editionId, wish, organisation }: InviteCommand,
  { mail, name }: Addressee,
  chunk: PeopleChunk,
): Promise<keyof InviteOutcome> {
  const id = roleInvitationId(mail);
  const stored = await roleInvitations.read(world.store, editionPartition(editionId), id);
  const before = stored?.value;
  const place = before?.claimedBy === undefined ? undefined : await chunk.place(before.claimedBy);
  if (before?.status === 'claimed' && place !== undefined) {
    const after = { ...placeWith(place, withRole(place, wish)), ...(organisation && { organisation }) };
    return (await chunk.give(after)) ? 'given' : 'already';
  }
  const isOpen = before?.status === 'open';
  const held = withRole(isOpen ? { roles: before.roles, limits: before.limits } : { roles: [] }, wish);
  const worksFor = organisation ?? (isOpen ? before.organisation : undefined);
  const after: Invitation = {
    ...{ mail: mailKey(mail), ...held, status: 'open' },
    ...((name ?? before?.name) !== undefined && { name: name ?? before?.name }),
    ...(worksFor !== undefined && { organisation: worksFor }),
    ...(isOpen
      ? { invitedBy: before.invitedBy, invitedAt: before.invitedAt }
      : { invitedBy: personId(by), invitedAt: world.now() }),
  };
  const logged = { before: before && invitationAsLogged(before), after: invitationAsLogged(after) };
  if (canonicalJson(logged.before) === canonicalJson(logged.after)) return 'already';
  chunk.write(roleInvitations.write(id, after, stored), { act: 'invite-person', subject: id, ...logged });
  return 'invited';
}
