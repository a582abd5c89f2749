import type { Delivery } from '../../domain/outgoing-message.ts';
import {
  editionPartitionPrefix,
  juryChannels,
  organisersChannelId,
  postsAskedAnew,
} from '../../store/documents/edition-documents.ts';
import { deliveries, deliveryPrefix, juryPostName } from '../../store/documents/message-documents.ts';
import {
  submissionDocumentId,
  submissionPartition,
  submissions,
} from '../../store/documents/submission-documents.ts';
import type { FeedReader } from '../../store/feed-reader.ts';
import { startFeedReader } from '../../store/feed-reader.ts';
import type { FeedLeaseOptions } from '../../store/leased-keeper.ts';
import type { DocumentStore, StoredDocument } from '../../store/port.ts';
import { submissionIdsByNumber } from '../editions/edition-use.ts';
import type { Settling } from '../judging/jury-post-messages.ts';
import { juryPostsSettled } from '../judging/jury-post-messages.ts';
import { tellChannelLost } from './lose-channel.ts';
import { retryWhenChanged } from '../retry-when-changed.ts';
import type { World } from '../world.ts';

type Place = Pick<World, 'store' | 'firstOrganisers'>;

export interface FollowChannelsOptions {
  /** Fits pino. */
  log?: { error(details: object, message: string): void };
  /** Where several servers share the work. */
  lease?: FeedLeaseOptions;
}

/**
 * Sees to it that every post of a submission stands, once, in the channel of its category: when a channel is bound,
 * unbound or lost, when an organiser asks for posts that are gone, and when a post turns out to stand elsewhere.
 * Broken off, it begins again; what stands where it should is left.
 */
export function startFollowingChannels(world: Place, { log, lease }: FollowChannelsOptions = {}): FeedReader {
  const follow = createChannelFollower(world);
  return startFeedReader({
    store: world.store,
    name: 'channels',
    resume: 'stored',
    lease,
    ...(log && { log }),
    handle: follow,
  });
}

/** What it does with a page of the feed; may be given the same page again. */
export function createChannelFollower(world: Place): (changes: StoredDocument[]) => Promise<void> {
  /** Where a post was last seen to stand as it should, so that not every edit of it is looked into. */
  const seen = new Map<string, string>();
  return async (changes) => {
    const walks = new Map<string, Settling>();
    const posts = new Map<string, StoredDocument>();
    for (const change of changes) {
      const walk = await walkFor(world, change);
      if (walk !== undefined) addWalk(walks, change.partition, walk);
      if (isPostDelivery(change)) posts.set(`${change.partition} ${change.id}`, change);
    }
    if (walks.size > 0) seen.clear();
    for (const [partition, how] of walks) {
      await settleAll(world.store, partition.slice(editionPartitionPrefix.length), how);
    }
    for (const [name, change] of posts) await settleSeen(world.store, seen, name, change);
  };
}

const settlings: readonly Settling[] = ['places', 'replaces', 'checks'];

function addWalk(walks: Map<string, Settling>, partition: string, how: Settling): void {
  const before = walks.get(partition) ?? 'places';
  walks.set(partition, settlings.indexOf(how) > settlings.indexOf(before) ? how : before);
}

/** What the posts of an edition need after this; `undefined` for what is no change of channels. */
async function walkFor(world: Place, change: StoredDocument): Promise<Settling | undefined> {
  if (postsAskedAnew.is(change)) return 'checks';
  if (!juryChannels.is(change)) return undefined;
  const { value } = juryChannels.parse(change);
  const editionId = change.partition.slice(editionPartitionPrefix.length);
  if (value.state === 'lost') await tellChannelLost(world, editionId, change.id, value);
  if (value.state === 'lost' || change.id === organisersChannelId) return undefined;
  if (value.state === 'unbound') return 'places';
  // In a channel that is bound for the first time nothing of it can be gone.
  return (value.turn ?? 1) > 1 ? 'checks' : 'replaces';
}

function isPostDelivery(change: StoredDocument): boolean {
  return deliveries.is(change) && change.id.startsWith(deliveryPrefix + juryPostName(''));
}

async function settleSeen(
  store: DocumentStore,
  seen: Map<string, string>,
  name: string,
  change: StoredDocument,
): Promise<void> {
  const stands = placeOf(deliveries.parse(change).value);
  if (stands === undefined || seen.get(name) === stands) return;
  await settleOne(store, change.partition, 'places');
  if (seen.size >= mostSeen) seen.clear();
  seen.set(name, stands);
}

/** More than an edition has posts. */
const mostSeen = 50_000;

/** What tells one place from another; `undefined` for what is in no place, nor gone from one. */
function placeOf(delivery: Delivery): string | undefined {
  switch (delivery.state) {
    case 'posted':
      return `${delivery.at.conversationId} ${delivery.at.activityId}`;
    case 'undeliverable':
      return `gone since ${delivery.since}`;
    case 'ambiguous':
    case 'refused':
    case 'removing':
      return undefined;
    default:
      return delivery satisfies never;
  }
}

async function settleAll(store: DocumentStore, editionId: string, how: Settling): Promise<void> {
  // In the order of their numbers, so that they come to stand in that order.
  for (const submissionId of await submissionIdsByNumber(store, editionId)) {
    await settleOne(store, submissionPartition(submissionId), how);
  }
}

async function settleOne(store: DocumentStore, partition: string, how: Settling): Promise<void> {
  await retryWhenChanged(partition, async () => {
    const submission = await submissions.read(store, partition, submissionDocumentId);
    if (submission === undefined) return;
    const operations = await juryPostsSettled(store, partition, submission.value, how);
    if (operations.length > 0) await store.commit(partition, operations);
  });
}
