import type { ChannelBinding, JuryChannel } from '../../domain/edition/edition-role.ts';
import type { Destination, Thread } from '../../domain/outgoing-message.ts';
import type { ChatAddress, PersonKey } from '../../domain/person.ts';
import { isPseudonym } from '../../domain/person.ts';
import {
  allCategories,
  channelPrefix,
  editionPartition,
  juryChannels,
  organisersChannelId,
} from '../../store/documents/edition-documents.ts';
import {
  deliveries,
  deliveryPrefix,
  juryPostName,
  messagePrefix,
  outgoingMessages,
} from '../../store/documents/message-documents.ts';
import { people, personDocumentId, personPartition } from '../../store/documents/person-documents.ts';
import {
  questionDocumentId,
  questionPartition,
  questionPostName,
  questions,
} from '../../store/documents/question-documents.ts';
import { submissionPartition } from '../../store/documents/submission-documents.ts';
import type { DocumentStore } from '../../store/port.ts';

/** Where in Teams a destination is, as far as is known. */
export type Address =
  | { kind: 'chat'; person: PersonKey; chat: ChatAddress }
  | { kind: 'channel'; channel: JuryChannel }
  | { kind: 'thread'; thread: Thread };

/** `undefined`: it can't be reached now. */
export async function findAddress(
  store: DocumentStore,
  destination: Destination,
): Promise<Address | undefined> {
  switch (destination.kind) {
    case 'person': {
      if (isPseudonym(destination.person)) return undefined;
      const person = await people.read(store, personPartition(destination.person), personDocumentId);
      const chat = person?.value.chat;
      return person !== undefined && chat !== undefined
        ? { kind: 'chat', person: person.value, chat }
        : undefined;
    }
    case 'jury-channel': {
      const channel = await juryChannelOf(store, destination.editionId, destination.categoryId);
      return channel && { kind: 'channel', channel };
    }
    case 'organisers-channel': {
      const channel = await organisersChannel(store, destination.editionId);
      return channel && { kind: 'channel', channel };
    }
    case 'question-thread':
      return findQuestionThread(store, destination.questionId);
    case 'submission-thread':
      return findSubmissionThread(store, destination);
    case 'thread':
      return { kind: 'thread', thread: destination };
    default:
      return destination satisfies never;
  }
}

/**
 * Where the jury of a category judges: its own channel, or else that of all. While its own is lost there is none: what
 * was for a few is not shown to all.
 */
export async function juryChannelOf(
  store: DocumentStore,
  editionId: string,
  categoryId: string,
): Promise<JuryChannel | undefined> {
  const partition = editionPartition(editionId);
  const own = await juryChannels.read(store, partition, channelPrefix + categoryId);
  if (own !== undefined && own.value.state !== 'unbound') return boundChannel(own.value);
  return boundChannel((await juryChannels.read(store, partition, channelPrefix + allCategories))?.value);
}

/** The channel, as long as it is bound. */
export function boundChannel(binding: ChannelBinding | undefined): JuryChannel | undefined {
  if (binding === undefined) return undefined;
  const { state, turn: _turn, since: _since, ...channel } = binding;
  return state === undefined ? channel : undefined;
}

/** Below the question's post, once that stands. */
async function findQuestionThread(store: DocumentStore, questionId: string): Promise<Address | undefined> {
  const partition = questionPartition(questionId);
  const post = (await deliveries.read(store, partition, deliveryPrefix + questionPostName))?.value;
  const question = await questions.read(store, partition, questionDocumentId);
  if (post?.state !== 'posted' || question === undefined) return undefined;
  const { serviceUrl, tenantId, conversationId } = post.at;
  const channel = await organisersChannel(store, question.value.editionId);
  // The channel may be another by now; without its team a post in doubt can not be looked up.
  const isThere = channel !== undefined && conversationId.startsWith(`${channel.conversationId};`);
  const teamId = isThere ? channel.teamId : undefined;
  return {
    kind: 'thread',
    thread: { serviceUrl, tenantId, conversationId, ...(teamId !== undefined && { teamId }) },
  };
}

/** Below the submission's post of that round, where it stands now. */
async function findSubmissionThread(
  store: DocumentStore,
  { submissionId, roundId }: Extract<Destination, { kind: 'submission-thread' }>,
): Promise<Address | undefined> {
  const partition = submissionPartition(submissionId);
  const name = juryPostName(roundId);
  const posts = await outgoingMessages.list(store, partition, { prefix: messagePrefix + name });
  const post = posts.find(({ value }) => value.content.kind === 'jury-post');
  if (post === undefined) return undefined;
  const id = deliveryPrefix + post.id.slice(messagePrefix.length);
  const stands = await deliveries.read(store, partition, id);
  if (stands?.value.state !== 'posted') return undefined;
  const { serviceUrl, tenantId, conversationId } = stands.value.at;
  const channel = await findAddress(store, post.value.destination);
  // The channel may be another by now; without its team a post in doubt can not be looked up.
  const isThere =
    channel?.kind === 'channel' && conversationId.startsWith(`${channel.channel.conversationId};`);
  const teamId = isThere ? channel.channel.teamId : undefined;
  return {
    kind: 'thread',
    thread: { serviceUrl, tenantId, conversationId, ...(teamId !== undefined && { teamId }) },
  };
}

async function organisersChannel(store: DocumentStore, editionId: string): Promise<JuryChannel | undefined> {
  return boundChannel(
    (await juryChannels.read(store, editionPartition(editionId), organisersChannelId))?.value,
  );
}
