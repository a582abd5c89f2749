import { mayOrganise } from '../../domain/access.ts';
import type { ChannelBinding, JuryChannel } from '../../domain/edition/edition-role.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { categoryOf } from '../../domain/edition/edition.ts';
import type { Person, PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import {
  allCategories,
  channelPrefix,
  editionPartition,
  juryChannels,
  organisersChannelId,
} from '../../store/documents/edition-documents.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { currentEdition, roleIn } from '../edition-context.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** What a channel can be to an edition: where a jury judges, all of it or a category's; or where organisers work. */
export type ChannelUse = { use: 'jury'; categoryId?: string } | { use: 'organisers' };

/** The document that says which channel is used so. */
export function bindingId(use: ChannelUse): string {
  return use.use === 'jury' ? channelPrefix + (use.categoryId ?? allCategories) : organisersChannelId;
}

/**
 * Makes a channel the one of the running edition, and writes that in its log. What waited for it is posted there, and
 * what stands in another channel goes there.
 * @returns whether it is another one than before
 * @throws RefusedError `not-organiser`, `no-edition`, `not-found`
 */
export async function bindChannel(
  world: World,
  person: Person,
  use: ChannelUse,
  channel: JuryChannel,
): Promise<boolean> {
  const edition = await editionToOrganise(world, person);
  if (use.use === 'jury' && use.categoryId !== undefined && !categoryOf(edition, use.categoryId))
    throw new RefusedError('not-found');
  const partition = editionPartition(edition.id);
  const id = bindingId(use);
  return retryWhenChanged(partition, async () => {
    const before = await juryChannels.read(world.store, partition, id);
    const isBound = before !== undefined && before.value.state === undefined;
    if (isBound && before.value.conversationId === channel.conversationId) return false;
    const at = world.now();
    const after: ChannelBinding = { ...channel, ...nextTurn(before?.value), since: at };
    await world.store.commit(partition, [
      juryChannels.write(id, after, before),
      ...(await auditOperations(world.store, partition, {
        ...{ at, by: personId(person), act: 'bind-channel', subject: id },
        ...{ before: before?.value, after },
      })),
    ]);
    return true;
  });
}

/** The running edition, for one of its organisers. @throws RefusedError `not-organiser`, `no-edition` */
export async function editionToOrganise(world: World, person: PersonKey): Promise<Edition> {
  const edition = await currentEdition(world.store);
  if (!mayOrganise(await roleIn(world, edition.id, person))) throw new RefusedError('not-organiser');
  return edition;
}

/** Counts on, when there was one. */
export function nextTurn(before: ChannelBinding | undefined): Pick<ChannelBinding, 'turn'> {
  return before === undefined ? {} : { turn: turnOf(before) + 1 };
}

/** How often something became of it. */
export function turnOf({ turn = 1 }: ChannelBinding): number {
  return turn;
}
