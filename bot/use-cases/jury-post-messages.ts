import type { RoundId } from '../domain/edition/edition.ts';
import type { Destination, OutgoingMessage } from '../domain/outgoing-message.ts';
import type { Submission } from '../domain/submission/submission.ts';
import type { Stored } from '../store/collection.ts';
import { juryPostName, messagePrefix, outgoingMessages } from '../store/documents/message-documents.ts';
import type { DocumentStore, Operation } from '../store/port.ts';
import { findAddress } from './find-address.ts';

type StoredMessage = Stored<OutgoingMessage>;

/** The message that becomes the one post of a submission in a round. */
export function juryPostAsked(submission: Submission, roundId: RoundId): Operation {
  return outgoingMessages.create(
    messagePrefix + juryPostName(roundId),
    newPost(destinationOf(submission), submission.id, roundId),
  );
}

/** What it shows has changed: it wants an edit. Nothing when there is no post to change. */
export async function juryPostChanged(
  store: DocumentStore,
  partition: string,
  roundId: RoundId,
): Promise<Operation[]> {
  const messages = await outgoingMessages.list(store, partition, {
    prefix: messagePrefix + juryPostName(roundId),
  });
  return messages.filter(isPost).map((post) => again(post, post.value));
}

/**
 * The submission itself has changed: the posts of all rounds want an edit. Where its category now has a channel of its
 * own, the post goes there, and the old one is taken away.
 */
export async function juryPostsChanged(
  store: DocumentStore,
  partition: string,
  submission: Submission,
): Promise<Operation[]> {
  const messages = await outgoingMessages.list(store, partition, {
    prefix: messagePrefix + juryPostName(''),
  });
  const changes = messages.filter(isPost).map((post) => changeOf(store, messages, post, submission));
  return (await Promise.all(changes)).flat();
}

async function changeOf(
  store: DocumentStore,
  messages: StoredMessage[],
  post: StoredMessage,
  submission: Submission,
): Promise<Operation[]> {
  const { content } = post.value;
  const destination = destinationOf(submission);
  if (content.kind !== 'jury-post') return [];
  if (await isSamePlace(store, post.value.destination, destination)) {
    return [again(post, { ...post.value, destination })];
  }
  const name = messagePrefix + juryPostName(content.roundId);
  const id = `${name}:${submission.categoryId}`;
  const before = messages.filter((each) => each.id.startsWith(name) && each.id !== post.id);
  const there = before.find((each) => each.id === id || goesTo(each, submission));
  return [
    again(post, { ...post.value, content: { kind: 'nothing' } }),
    there === undefined
      ? outgoingMessages.create(id, newPost(destination, submission.id, content.roundId))
      : again(there, { ...there.value, destination, content }),
  ];
}

/** It was the post there before, and was taken away. */
function goesTo({ value }: StoredMessage, { categoryId }: Submission): boolean {
  const { destination } = value;
  return destination.kind === 'jury-channel' && destination.categoryId === categoryId;
}

async function isSamePlace(store: DocumentStore, one: Destination, other: Destination): Promise<boolean> {
  if (one.kind === 'jury-channel' && other.kind === 'jury-channel' && one.categoryId === other.categoryId)
    return true;
  const [from, to] = await Promise.all([findAddress(store, one), findAddress(store, other)]);
  // What is in no channel yet stands nowhere: it is posted where it belongs then.
  if (from?.kind !== 'channel') return true;
  return to?.kind === 'channel' && from.channel.conversationId === to.channel.conversationId;
}

function isPost({ value }: StoredMessage): boolean {
  return value.content.kind === 'jury-post';
}

function again({ id, etag }: StoredMessage, message: OutgoingMessage): Operation {
  return outgoingMessages.replace(id, { ...message, wanted: message.wanted + 1 }, etag);
}

function newPost(destination: Destination, submissionId: string, roundId: RoundId): OutgoingMessage {
  return { destination, content: { kind: 'jury-post', submissionId, roundId }, wanted: 1 };
}

function destinationOf({ editionId, categoryId }: Submission): Destination {
  return { kind: 'jury-channel', editionId, categoryId };
}
