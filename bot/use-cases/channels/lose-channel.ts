import { byItself } from '../../domain/audit-entry.ts';
import { mayOrganise } from '../../domain/access.ts';
import type { ChannelBinding } from '../../domain/edition/edition-role.ts';
import { categoryOf, localText } from '../../domain/edition/edition.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { PersonId } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import {
  allCategories,
  channelPrefix,
  editionPartition,
  juryChannels,
  organisersChannelId,
} from '../../store/documents/edition-documents.ts';
import { messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import { people, personDocumentId, personPartition } from '../../store/documents/person-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { PreconditionFailedError } from '../../store/port.ts';
import { auditOperations } from '../log/audit-trail.ts';
import { nextTurn } from './bind-channel.ts';
import { findCurrentEdition, readEdition, rolesOf } from '../edition-context.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import { bindingsOf } from './unbind-channel.ts';
import type { World } from '../world.ts';

/** A channel, or a whole team, as Teams names it. */
interface TeamsPlace {
  tenantId: string;
  channelId?: string;
  teamsTeamId?: string;
  /** The Entra group behind the team. */
  teamId?: string;
}

export interface PlaceNews {
  place: TeamsPlace;
  /** Whether it is gone, or the app is no longer in it; or it is back. */
  change: 'gone' | 'back';
  /** When Teams says that it happened. */
  happenedAt: Instant;
  /** When it was first received. */
  at: Instant;
}

/**
 * Writes that channels of the running edition are lost, or are there again; what should stand in a lost one waits for
 * another. The same news again, or news from before the channel was bound, has no effect.
 */
export async function noticePlace(world: Pick<World, 'store'>, news: PlaceNews): Promise<void> {
  const { store } = world;
  const edition = await findCurrentEdition(store);
  if (edition === undefined) return;
  const concerned = (await bindingsOf(store, edition.id)).filter(({ value }) => isIn(value, news.place));
  for (const { id } of concerned) await turnBinding(store, editionPartition(edition.id), id, news);
}

function isIn(binding: ChannelBinding, { tenantId, channelId, teamsTeamId, teamId }: TeamsPlace): boolean {
  if (binding.tenantId.toLowerCase() !== tenantId.toLowerCase()) return false;
  if (channelId !== undefined) return binding.conversationId === channelId;
  // A team's general channel has the name of the team.
  const isNamed =
    teamsTeamId !== undefined && [binding.teamsTeamId, binding.conversationId].includes(teamsTeamId);
  return isNamed || (teamId !== undefined && binding.teamId === teamId);
}

async function turnBinding(
  store: DocumentStore,
  partition: string,
  id: string,
  { change, happenedAt, at }: PlaceNews,
): Promise<void> {
  await retryWhenChanged(partition, async () => {
    const before = await juryChannels.read(store, partition, id);
    if (before === undefined || (before.value.since ?? '') > happenedAt) return;
    if (before.value.state !== (change === 'gone' ? undefined : 'lost')) return;
    const { state: _state, ...channel } = before.value;
    const after: ChannelBinding = {
      ...channel,
      ...nextTurn(before.value),
      since: at,
      ...(change === 'gone' && { state: 'lost' }),
    };
    const act = change === 'gone' ? 'lose-channel' : 'regain-channel';
    await store.commit(partition, [
      juryChannels.replace(id, after, before.etag),
      ...(await auditOperations(store, partition, {
        ...{ at, by: byItself, act, subject: id },
        ...{ before: before.value, after },
      })),
    ]);
  });
}

/** Tells every organiser who has a chat with the app that a channel is lost; once for each time. */
export async function tellChannelLost(
  { store, firstOrganisers }: Pick<World, 'store' | 'firstOrganisers'>,
  editionId: string,
  id: string,
  { turn = 1 }: ChannelBinding,
): Promise<void> {
  const edition = await readEdition(store, editionId);
  if (edition === undefined) return;
  const organisers = (await rolesOf(store, editionId)).filter(mayOrganise).map(personId);
  const categoryId = id.slice(channelPrefix.length);
  const category = id === organisersChannelId ? undefined : categoryOf(edition, categoryId);
  const use = id === organisersChannelId ? 'organisers' : categoryId === allCategories ? 'all' : 'category';
  for (const person of new Set([...organisers, ...firstOrganisers])) {
    const told = await people.read(store, personPartition(person), personDocumentId);
    if (told?.value.chat === undefined) continue;
    const name = category === undefined ? '' : localText(category.name, told.value.language);
    await tellOnce(store, person, `channel-lost-${editionId}-${id}-${String(turn)}`, {
      destination: { kind: 'person', person },
      content: { kind: 'notice', text: `channel.lost.${use}`, values: { category: name } },
      wanted: 1,
    });
  }
}

async function tellOnce(
  store: DocumentStore,
  person: PersonId,
  name: string,
  message: OutgoingMessage,
): Promise<void> {
  try {
    await store.commit(personPartition(person), [outgoingMessages.create(messagePrefix + name, message)]);
  } catch (error) {
    // They were told before.
    if (!(error instanceof PreconditionFailedError)) throw error;
  }
}
