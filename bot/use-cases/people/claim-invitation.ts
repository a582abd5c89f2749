import { placeWith, withRolesOf } from '../../domain/edition/change-roles.ts';
import type { Invitation } from '../../domain/edition/invitation.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Stored } from '../../store/collection.ts';
import { editionPartition, editionRoles, rolePrefix } from '../../store/documents/edition-documents.ts';
import { roleInvitationId, roleInvitations } from '../../store/documents/invitation-documents.ts';
import type { AuditEnd } from '../log/audit-trail.ts';
import { auditSeveral, readAuditEnd } from '../log/audit-trail.ts';
import { isSamePlace, placeOf } from './change-place.ts';
import { invitationAsLogged, placeAsLogged } from './people-log.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** Somebody with the address that Teams says is theirs. */
export interface Claimant extends PersonKey {
  name: string;
  mail: string;
  teamsUserId?: string;
}

type ClaimWorld = Pick<World, 'store' | 'now'>;

/**
 * Gives somebody what their address was invited for: the first who has it, once. What an organiser gave them otherwise
 * stays as it is. That another has the same address is written in the log.
 */
export async function claimInvitation(
  world: ClaimWorld,
  editionId: string,
  claimant: Claimant,
): Promise<'claimed' | 'taken' | 'none'> {
  const partition = editionPartition(editionId);
  const id = roleInvitationId(claimant.mail);
  if ((await roleInvitations.read(world.store, partition, id)) === undefined) return 'none';
  return retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(world.store, partition);
    const stored = await roleInvitations.read(world.store, partition, id);
    if (stored === undefined || stored.value.status === 'withdrawn') return 'none';
    const { claimedBy } = stored.value;
    if (claimedBy === personId(claimant)) return 'none';
    if (claimedBy !== undefined) {
      await noteAnother(world, partition, stored, claimant, end);
      return 'taken';
    }
    await take(world, partition, stored, claimant, end);
    return 'claimed';
  });
}

async function take(
  world: ClaimWorld,
  partition: string,
  stored: Stored<Invitation>,
  claimant: Claimant,
  end: AuditEnd,
): Promise<void> {
  const { teamsUserId, name } = claimant;
  const { id, value: invitation } = stored;
  const roleId = rolePrefix + personId(claimant);
  const kept = await editionRoles.read(world.store, partition, roleId);
  const before = placeOf(kept?.value, { who: claimant, name });
  const { organisation = invitation.organisation } = before;
  const given = {
    ...placeWith(before, withRolesOf(before, invitation)),
    ...(organisation !== undefined && { organisation }),
    revision: (before.revision ?? 0) + 1,
    ...(teamsUserId !== undefined && { teamsUserId }),
  };
  const common = { at: world.now(), by: personId(claimant), act: 'claim-invitation' as const };
  const used = { ...invitation, status: 'claimed' as const, claimedBy: common.by, claimedAt: common.at };
  const place = {
    ...{ ...common, subject: roleId, after: placeAsLogged(given) },
    ...(kept && { before: placeAsLogged(kept.value) }),
  };
  const isNew = kept === undefined || !isSamePlace(kept.value, given);
  await world.store.commit(partition, [
    roleInvitations.replace(id, used, stored.etag),
    ...(isNew ? [editionRoles.write(roleId, given, kept)] : []),
    ...auditSeveral([invitationDeed(common, stored, used), ...(isNew ? [place] : [])], end),
  ]);
}

/** Enough to see that something is odd. */
const mostNoted = 20;

async function noteAnother(
  world: ClaimWorld,
  partition: string,
  stored: Stored<Invitation>,
  claimant: Claimant,
  end: AuditEnd,
): Promise<void> {
  const { alsoClaimedBy = [] } = stored.value;
  const by = personId(claimant);
  if (alsoClaimedBy.includes(by) || alsoClaimedBy.length >= mostNoted) return;
  const after = { ...stored.value, alsoClaimedBy: [...alsoClaimedBy, by] };
  const common = { at: world.now(), by, act: 'claim-invitation' as const };
  await world.store.commit(partition, [
    roleInvitations.replace(stored.id, after, stored.etag),
    ...auditSeveral([invitationDeed(common, stored, after)], end),
  ]);
}

function invitationDeed<Common extends object>(
  common: Common,
  before: Stored<Invitation>,
  after: Invitation,
) {
  return {
    ...common,
    subject: before.id,
    before: invitationAsLogged(before.value),
    after: invitationAsLogged(after),
  };
}
