import type { JuryChannel } from '../domain/edition/edition-role.ts';
import type { Destination, Thread } from '../domain/outgoing-message.ts';
import type { ChatAddress, PersonKey } from '../domain/person.ts';
import {
  allCategories,
  channelPrefix,
  editionPartition,
  juryChannels,
  organisersChannelId,
} from '../store/documents/edition-documents.ts';
import { deliveries, deliveryPrefix } from '../store/documents/message-documents.ts';
import { people, personDocumentId, personPartition } from '../store/documents/person-documents.ts';
import { questionPartition, questionPostName } from '../store/documents/question-documents.ts';
import type { DocumentStore } from '../store/port.ts';

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
      const person = await people.read(store, personPartition(destination.person), personDocumentId);
      const chat = person?.value.chat;
      return person !== undefined && chat !== undefined
        ? { kind: 'chat', person: person.value, chat }
        : undefined;
    }
    case 'jury-channel': {
      const partition = editionPartition(destination.editionId);
      const own = await juryChannels.read(store, partition, channelPrefix + destination.categoryId);
      const channel = own ?? (await juryChannels.read(store, partition, channelPrefix + allCategories));
      return channel && { kind: 'channel', channel: channel.value };
    }
    case 'organisers-channel': {
      const channel = await juryChannels.read(
        store,
        editionPartition(destination.editionId),
        organisersChannelId,
      );
      return channel && { kind: 'channel', channel: channel.value };
    }
    case 'question-thread':
      return findQuestionThread(store, destination.questionId);
    case 'thread':
      return { kind: 'thread', thread: destination };
    default:
      return destination satisfies never;
  }
}

/** Below the question's post, once that stands. */
async function findQuestionThread(store: DocumentStore, questionId: string): Promise<Address | undefined> {
  const partition = questionPartition(questionId);
  const post = (await deliveries.read(store, partition, deliveryPrefix + questionPostName))?.value;
  if (post?.state !== 'posted') return undefined;
  const { serviceUrl, tenantId, conversationId } = post.at;
  return { kind: 'thread', thread: { serviceUrl, tenantId, conversationId } };
}
