import type { JuryChannel } from '../../domain/edition/edition-role.ts';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { Delivery, MovedTo, OutgoingMessage, PostAddress } from '../../domain/outgoing-message.ts';
import type { Stored } from '../../store/collection.ts';
import {
  deliveries,
  deliveryPrefix,
  juryPostName,
  messagePrefix,
  outgoingMessages,
} from '../../store/documents/message-documents.ts';
import type { DocumentStore } from '../../store/port.ts';
import { channelOf } from '../questions/answer-mention.ts';

/** A submission's message in a channel, with how it stands in Teams. */
export interface KeptPost {
  stored: Stored<OutgoingMessage>;
  delivery?: Delivery;
}

/** The messages of one round: the post itself, and what is left where it stood before. */
export interface RoundPosts {
  roundId: RoundId;
  live: KeptPost;
  left: KeptPost[];
  all: KeptPost[];
}

/** Everything that was ever posted of a submission for the jury, by round. */
export async function readRoundPosts(
  store: DocumentStore,
  partition: string,
  onlyRound = '',
): Promise<RoundPosts[]> {
  const name = juryPostName(onlyRound);
  const messages = await outgoingMessages.list(store, partition, { prefix: messagePrefix + name });
  const standing = await deliveries.list(store, partition, { prefix: deliveryPrefix + name });
  const byId = new Map(standing.map(({ id, value }) => [id.slice(deliveryPrefix.length), value]));
  const posts = messages.map((stored): KeptPost => {
    const delivery = byId.get(stored.id.slice(messagePrefix.length));
    return { stored, ...(delivery && { delivery }) };
  });
  return posts.flatMap((live) => {
    const { content } = live.stored.value;
    if (content.kind !== 'jury-post') return [];
    const all = posts.filter(({ stored }) => isOfRound(stored, content.roundId));
    return [{ roundId: content.roundId, live, left: all.filter((each) => each !== live), all }];
  });
}

function isOfRound({ id }: Stored<OutgoingMessage>, roundId: RoundId): boolean {
  const name = messagePrefix + juryPostName(roundId);
  return id === name || id.startsWith(`${name}:`);
}

/** The channel in which it stands, or may stand as far as anybody knows. */
export function standsIn({ delivery }: KeptPost): string | undefined {
  switch (delivery?.state) {
    case 'posted':
      return channelOf(delivery.at.conversationId);
    case 'ambiguous':
      return delivery.to?.conversationId;
    case 'refused':
    case 'removing':
    case 'undeliverable':
    case undefined:
      return undefined;
    default:
      return delivery satisfies never;
  }
}

export type Whereto =
  | 'stays'
  /** It goes to the channel that is its own now. */
  | 'goes'
  /** It is gone from Teams and comes again. */
  | 'comes-again';

/**
 * @param right the channel of its category now
 * @param replaces whether what is gone comes again
 */
export function whereto(post: KeptPost, right: JuryChannel | undefined, replaces: boolean): Whereto {
  if (right === undefined) return 'stays';
  const { anewIfGone = false } = post.stored.value;
  if (post.delivery?.state === 'undeliverable') return replaces || anewIfGone ? 'comes-again' : 'stays';
  const place = standsIn(post);
  return place === undefined || place === right.conversationId ? 'stays' : 'goes';
}

/** How Teams links to what stands there. */
export function movedTo(at: PostAddress, channel: JuryChannel | undefined): MovedTo {
  const channelId = channelOf(at.conversationId);
  const teamId = channel?.conversationId === channelId ? channel.teamId : undefined;
  return {
    tenantId: at.tenantId,
    channelId,
    messageId: at.activityId,
    ...(teamId !== undefined && { teamId }),
  };
}
