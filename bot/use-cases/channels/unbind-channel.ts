import type { ChannelBinding } from '../../domain/edition/edition-role.ts';
import type { PersonKey } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { Stored } from '../../store/collection.ts';
import {
  channelPrefix,
  editionPartition,
  juryChannels,
  organisersChannelId,
} from '../../store/documents/edition-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import type { ChannelUse } from './bind-channel.ts';
import { bindingId, editionToOrganise, nextTurn, turnOf } from './bind-channel.ts';
import { RefusedError } from '../refusal.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

/** Every channel that is or was bound to an edition, by the document's id. */
export async function bindingsOf(store: DocumentStore, editionId: string): Promise<Stored<ChannelBinding>[]> {
  const partition = editionPartition(editionId);
  const office = await juryChannels.read(store, partition, organisersChannelId);
  const jury = await juryChannels.list(store, partition, { prefix: channelPrefix });
  return [...jury, ...(office === undefined ? [] : [office])];
}

/**
 * Has a channel be nothing any more to the running edition, and writes that in its log. What stands there stays until
 * there is another channel for it.
 * @param id see {@link bindingId}
 * @param basedOn the turn of the binding that they saw, when they saw one
 * @returns whether it was bound until now
 * @throws RefusedError `not-organiser`, `no-edition`, `changed-meanwhile`
 */
export async function unbindChannel(
  world: World,
  person: PersonKey,
  id: string,
  basedOn?: number,
): Promise<boolean> {
  const edition = await editionToOrganise(world, person);
  const partition = editionPartition(edition.id);
  return retryWhenChanged(partition, async () => {
    const before = await juryChannels.read(world.store, partition, id);
    if (before === undefined || before.value.state === 'unbound') return false;
    if (basedOn !== undefined && turnOf(before.value) !== basedOn)
      throw new RefusedError('changed-meanwhile');
    const at = world.now();
    const after: ChannelBinding = { ...before.value, ...nextTurn(before.value), state: 'unbound', since: at };
    await world.store.commit(partition, [
      juryChannels.replace(id, after, before.etag),
      ...(await auditOperations(world.store, partition, {
        ...{ at, by: personId(person), act: 'unbind-channel', subject: id },
        ...{ before: before.value, after },
      })),
    ]);
    return true;
  });
}

/**
 * The same by the channel itself: for all that it is to the edition, or for one use.
 * @returns what it was until now
 * @throws RefusedError `not-organiser`, `no-edition`
 */
export async function unbindHere(
  world: World,
  person: PersonKey,
  conversationId: string,
  use?: ChannelUse,
): Promise<string[]> {
  const edition = await editionToOrganise(world, person);
  const bound = (await bindingsOf(world.store, edition.id)).filter(
    ({ id, value }) =>
      value.conversationId === conversationId && (use === undefined || id === bindingId(use)),
  );
  const ended: string[] = [];
  for (const { id } of bound) {
    if (await unbindChannel(world, person, id)) ended.push(id);
  }
  return ended;
}
