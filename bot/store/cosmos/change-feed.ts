import { ChangeFeedStartFrom, type ChangeFeedPullModelIterator } from '@azure/cosmos';
import { z } from 'zod';
import { InvalidFeedPositionError } from '../invalid-feed-position-error.ts';
import type { FeedPage } from '../port.ts';
import { charged, type CosmosAccess } from './cosmos-access.ts';
import { isOwnDocument, parseRange, type HashRange } from './feed-ranges.ts';
import { toDocument } from './stored-item.ts';

export interface ChangeFeed {
  /** @throws InvalidFeedPositionError */
  readPage(range: string, token: string | null, limit: number): Promise<FeedPage>;
}

type Iterator = ChangeFeedPullModelIterator<unknown>;

/** So many readers may rest at the same time before the one that has rested longest pays for a look at the container. */
const mostResting = 200;

/**
 * The change feed as pages. Each new iterator of the client reads the container's metadata first, of which an account
 * may do little: so an iterator rests until somebody goes on from where it stands.
 */
export function changeFeed(access: CosmosAccess): ChangeFeed {
  const resting = new Map<string, Iterator>();

  function take(token: string, limit: number): Iterator {
    const key = `${limit} ${token}`;
    const rested = resting.get(key);
    resting.delete(key);
    // @NOTE the client's own factory, whose classes do not say that they are of the type it wants
    const changeFeedStartFrom: object = ChangeFeedStartFrom.Continuation(token);
    return (
      rested ??
      access.container.items.getChangeFeedIterator<unknown>({ changeFeedStartFrom, maxItemCount: limit })
    );
  }

  function rest(token: string, limit: number, iterator: Iterator): void {
    resting.set(`${limit} ${token}`, iterator);
    const [longest] = resting.keys();
    if (resting.size > mostResting && longest !== undefined) resting.delete(longest);
  }

  return {
    async readPage(range, token, limit) {
      const from = tokenToUse(access.rid, range, token);
      const page = await charged(access, 'feed', access.limits.feed, async () => {
        const iterator = take(from, limit);
        const { result, continuationToken, headers } = await iterator.readNext();
        rest(continuationToken, limit, iterator);
        const requestCharge = Number(headers['x-ms-request-charge'] ?? 0);
        return { result, continuationToken, requestCharge };
      });
      const changes = page.result.map(toDocument).filter((document) => !isOwnDocument(document));
      return { changes, token: page.continuationToken };
    },
  };
}

/** The client's continuation: of the container, and for each part of the range where to go on. */
const continuation = z.object({
  rid: z.string(),
  Continuation: z
    .array(
      z.object({
        minInclusive: z.string(),
        maxExclusive: z.string(),
        continuationToken: z.string().optional(),
      }),
    )
    .min(1),
});

/**
 * @NOTE the client refuses a token of another container, which a restored one is: its feed has no such place, so
 * it is read from the beginning, and everything comes again
 */
function tokenToUse(rid: string, name: string, token: string | null): string {
  const range = parseRange(name);
  if (!range) throw new InvalidFeedPositionError(name, token);
  if (token === null) return beginning(rid, range);
  const known = parseToken(token);
  if (!known?.Continuation.every((part) => isWithin(range, part))) {
    throw new InvalidFeedPositionError(name, token);
  }
  return known.rid === rid ? token : beginning(rid, range);
}

function parseToken(token: string): z.infer<typeof continuation> | undefined {
  try {
    return continuation.safeParse(JSON.parse(token)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isWithin({ min, max }: HashRange, part: { minInclusive: string; maxExclusive: string }): boolean {
  return part.minInclusive >= min && part.maxExclusive <= max;
}

/** @NOTE the client has no other way to begin at a range that is no physical partition (any more) */
function beginning(rid: string, { min, max }: HashRange): string {
  return JSON.stringify({ rid, Continuation: [{ minInclusive: min, maxExclusive: max }] });
}
