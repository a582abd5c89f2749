import { editionRoles } from '../../store/documents/edition-documents.ts';
import type { FeedReader } from '../../store/feed-reader.ts';
import { startFeedReader } from '../../store/feed-reader.ts';
import { redrawOnRoundPassing } from '../rounds/open-round-redraw.ts';
import type { World } from '../world.ts';

/**
 * Has posts drawn anew soon after their judges changed, and not only when the clock comes by. What changes while it is
 * at that, goes together in the next time.
 */
export function startFollowingJudges(
  world: Pick<World, 'store' | 'now'>,
  log?: { error(details: object, message: string): void },
): FeedReader {
  return startFeedReader({
    store: world.store,
    name: 'judges',
    resume: 'beginning',
    pageSize: 1_000,
    ...(log && { log }),
    handle: async (changes) => {
      if (changes.some((change) => editionRoles.is(change))) await redrawOnRoundPassing(world);
    },
  });
}
