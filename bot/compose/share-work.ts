import type { Logger } from 'pino';
import { startFinishingHandIns } from '../conversation/finish-handing-in.ts';
import type { FeedReader } from '../store/feed-reader.ts';
import type { FeedLeaseOptions } from '../store/leased-keeper.ts';
import { startFollowingChannels } from '../use-cases/channels/follow-channels.ts';
import type { World } from '../use-cases/world.ts';
import type { Running } from './stop-all.ts';
import { stopAll } from './stop-all.ts';

/**
 * What the servers share among them: each range of the feed is followed by one of them, which keeps how far it is with
 * its lease, and by another when that one is gone. One that is alone needs no lease.
 */
export function startSharedWork(world: World, log: Logger, lease?: FeedLeaseOptions): Running {
  const { store } = world;
  const followers: FeedReader[] = [
    startFinishingHandIns({ store, log, lease }),
    startFollowingChannels(world, { log, lease }),
  ];
  return { stop: () => stopAll(followers) };
}
