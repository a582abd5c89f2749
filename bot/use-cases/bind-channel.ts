import type { JuryChannel } from '../domain/edition/edition-role.ts';
import type { Person } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import {
  allCategories,
  channelPrefix,
  editionPartition,
  juryChannels,
  organisersChannelId,
} from '../store/documents/edition-documents.ts';
import { auditOperations } from './audit-trail.ts';
import { currentEdition, roleIn } from './edition-context.ts';
import { RefusedError } from './refusal.ts';
import { retryWhenChanged } from './retry-when-changed.ts';
import type { World } from './world.ts';

/** What a channel can be to an edition: where a jury judges, or where the organisation works. */
export type ChannelUse = 'jury' | 'organisers';

/**
 * Makes a channel the one of the running edition, and writes that in its log; what waited for it is posted there.
 * @returns whether it is another one than before
 * @throws RefusedError `not-organiser`, `no-edition`
 */
export async function bindChannel(
  world: World,
  person: Person,
  use: ChannelUse,
  channel: JuryChannel,
): Promise<boolean> {
  const edition = await currentEdition(world.store);
  const role = await roleIn(world, edition.id, person);
  if (role?.roles.includes('organiser') !== true) throw new RefusedError('not-organiser');
  const partition = editionPartition(edition.id);
  const id = use === 'jury' ? channelPrefix + allCategories : organisersChannelId;
  return retryWhenChanged(partition, async () => {
    const before = await juryChannels.read(world.store, partition, id);
    if (before?.value.conversationId === channel.conversationId) return false;
    await world.store.commit(partition, [
      juryChannels.write(id, channel, before),
      ...(await auditOperations(world.store, partition, {
        at: world.now(),
        by: personId(person),
        act: 'bind-channel',
        subject: id,
        before: before?.value,
        after: channel,
      })),
    ]);
    return true;
  });
}
