import { mayManagePeople } from '../../domain/access.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import { editionPartition } from '../../store/documents/edition-documents.ts';
import { roleInvitations } from '../../store/documents/invitation-documents.ts';
import { auditSeveral, readAuditEnd } from '../log/audit-trail.ts';
import { roleIn } from '../edition-context.ts';
import { invitationAsLogged } from './people-log.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/**
 * Takes back an invitation that nobody has used yet; one that is used or withdrawn stays as it is.
 * @throws RefusedError `not-organiser`, `not-found`
 */
export async function withdrawInvitation(
  world: World,
  by: PersonKey,
  { editionId, invitationId: id }: { editionId: string; invitationId: string },
): Promise<'withdrawn' | 'claimed'> {
  const partition = editionPartition(editionId);
  return retryWhenChanged(partition, async () => {
    const end = await readAuditEnd(world.store, partition);
    if (!mayManagePeople(await roleIn(world, editionId, by))) throw new RefusedError('not-organiser');
    const stored = await roleInvitations.read(world.store, partition, id);
    if (stored === undefined) throw new RefusedError('not-found');
    const { value: before } = stored;
    if (before.status !== 'open') return before.status;
    const after = { ...before, status: 'withdrawn' as const };
    const logged = { before: invitationAsLogged(before), after: invitationAsLogged(after) };
    const deed = { at: world.now(), by: personId(by), act: 'withdraw-invitation' as const, subject: id };
    await world.store.commit(partition, [
      roleInvitations.replace(id, after, stored.etag),
      ...auditSeveral([{ ...deed, ...logged }], end),
    ]);
    return 'withdrawn';
  });
}
