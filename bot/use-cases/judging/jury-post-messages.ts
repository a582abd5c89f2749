import type { JuryChannel } from '../../domain/edition/edition-role.ts';
import type { RoundId } from '../../domain/edition/edition.ts';
import type { Destination, MessageContent, MovedTo, OutgoingMessage } from '../../domain/outgoing-message.ts';
import type { Submission } from '../../domain/submission/submission.ts';
import type { Stored } from '../../store/collection.ts';
import { juryPostName, messagePrefix, outgoingMessages } from '../../store/documents/message-documents.ts';
import type { DocumentStore, Operation } from '../../store/port.ts';
import { findAddress, juryChannelOf } from '../people/find-address.ts';
import type { KeptPost, RoundPosts } from './jury-post-place.ts';
import { movedTo, readRoundPosts, standsIn, whereto } from './jury-post-place.ts';

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
  const posts = messages.filter(({ value }) => value.content.kind === 'jury-post');
  return posts.map((post) => again(post, post.value));
}

/**
 * The submission itself has changed: the posts of all rounds want an edit. Where its category now has another channel,
 * the post goes there.
 */
export async function juryPostsChanged(
  store: DocumentStore,
  partition: string,
  submission: Submission,
): Promise<Operation[]> {
  const destination = destinationOf(submission);
  const right = await juryChannelOf(store, submission.editionId, submission.categoryId);
  const rounds = await readRoundPosts(store, partition);
  const changes = rounds.map(async (round) => {
    const { stored } = round.live;
    const goes = whereto(round.live, right, false) !== 'stays';
    if (goes || (await hasLeftItsChannel(store, round.live, right, destination)))
      return moved(round, submission, right);
    return [again(stored, { ...stored.value, destination })];
  });
  return (await Promise.all(changes)).flat();
}

/** What settling may do besides bringing posts to the channel of their category. */
export type Settling =
  | 'places'
  /** What is known to be gone comes again. */
  | 'replaces'
  /** What should stand there is looked after too: should it be gone, it comes again. */
  | 'checks';

/** What it takes to have each post of a submission stand, once, in the channel of its category; nothing when it does. */
export async function juryPostsSettled(
  store: DocumentStore,
  partition: string,
  submission: Submission,
  how: Settling,
): Promise<Operation[]> {
  const right = await juryChannelOf(store, submission.editionId, submission.categoryId);
  const rounds = await readRoundPosts(store, partition);
  return rounds.flatMap((round) => {
    const tried = how === 'places' ? [] : triedAgain(round.left);
    if (whereto(round.live, right, how !== 'places') !== 'stays')
      return [...moved(round, submission, right), ...tried];
    const checked = how === 'checks' && right !== undefined && standsIn(round.live) === right.conversationId;
    const check = checked ? [again(round.live.stored, { ...round.live.stored.value, anewIfGone: true })] : [];
    return [...check, ...linked(round.left, round.live, right), ...tried];
  });
}

/** Its old category had a channel, where it stands, and the new one has none yet. */
async function hasLeftItsChannel(
  store: DocumentStore,
  post: KeptPost,
  right: JuryChannel | undefined,
  destination: Destination,
): Promise<boolean> {
  const before = post.stored.value.destination;
  if (right !== undefined || standsIn(post) === undefined) return false;
  const isSame = JSON.stringify(before) === JSON.stringify(destination);
  return !isSame && (await findAddress(store, before)) !== undefined;
}

/** The post goes: where it stood a line is left, and it comes, or comes back, where it belongs. */
function moved(round: RoundPosts, submission: Submission, right: JuryChannel | undefined): Operation[] {
  const { live, left, roundId } = round;
  const content: MessageContent = { kind: 'jury-post', submissionId: submission.id, roundId };
  const destination = destinationOf(submission);
  const back = left.find((each) => right !== undefined && standsIn(each) === right.conversationId);
  const others = left.filter((each) => each !== back);
  const to = back && addressOf(back, right);
  const line = again(live.stored, leftLine(live.stored.value, submission.id, roundId, to));
  if (back === undefined) {
    const id = freeId(round);
    return [line, outgoingMessages.create(id, newPost(destination, submission.id, roundId))];
  }
  const returned = { ...back.stored.value, destination, content, anewIfGone: true as const };
  return [line, again(back.stored, returned), ...linked(others, back, right)];
}

function leftLine(
  { destination, wanted }: OutgoingMessage,
  submissionId: string,
  roundId: RoundId,
  to: MovedTo | undefined,
): OutgoingMessage {
  return { destination, wanted, content: { kind: 'moved-post', submissionId, roundId, ...(to && { to }) } };
}

/** The lines that are left elsewhere lead to where the post stands. */
function linked(left: readonly KeptPost[], live: KeptPost, right: JuryChannel | undefined): Operation[] {
  const to = addressOf(live, right);
  if (to === undefined) return [];
  return left.flatMap(({ stored, delivery }) => {
    const { content } = stored.value;
    const isSeen = delivery?.state === 'posted' || delivery?.state === 'ambiguous';
    if (content.kind !== 'moved-post' || !isSeen || content.to?.messageId === to.messageId) return [];
    return [again(stored, { ...stored.value, content: { ...content, to } })];
  });
}

/** Where the app had no way in, a post may still look as it did. */
function triedAgain(left: readonly KeptPost[]): Operation[] {
  return left.flatMap(({ stored, delivery }) => {
    const mayStand = delivery?.state === 'undeliverable' && delivery.at !== undefined;
    return mayStand && stored.value.content.kind === 'moved-post' ? [again(stored, stored.value)] : [];
  });
}

function addressOf({ delivery }: KeptPost, channel: JuryChannel | undefined): MovedTo | undefined {
  return delivery?.state === 'posted' ? movedTo(delivery.at, channel) : undefined;
}

/** A name that no message of the round has had. */
function freeId({ all, roundId }: RoundPosts): string {
  const taken = new Set(all.map(({ stored }) => stored.id));
  for (let count = all.length + 1; ; count += 1) {
    const id = `${messagePrefix}${juryPostName(roundId)}:${String(count)}`;
    if (!taken.has(id)) return id;
  }
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
