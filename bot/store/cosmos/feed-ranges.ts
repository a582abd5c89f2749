import { z } from 'zod';
import { PreconditionFailedError, type StoredDocument } from '../port.ts';
import { commitWrites } from './commit-writes.ts';
import { charged, type CosmosAccess } from './cosmos-access.ts';
import { readDocument } from './read-item.ts';

/** What this adapter keeps for itself; no reader of the feed sees it. */
const ownPartition = 'store:feed';
const id = 'ranges';
const body = z.object({ ranges: z.array(z.string()) });

/** A part of the space of hashed partition keys, as the store's callers name it. */
export interface HashRange {
  min: string;
  max: string;
}

const rangeRule = /^(?<min>[0-9A-F]*)-(?<max>[0-9A-F]+)$/;

export function parseRange(range: string): HashRange | undefined {
  const groups = rangeRule.exec(range)?.groups;
  const [min, max] = [groups?.['min'], groups?.['max']];
  return min !== undefined && max !== undefined && min < max ? { min, max } : undefined;
}

export function isOwnDocument({ partition }: StoredDocument): boolean {
  return partition === ownPartition;
}

/**
 * The physical partitions as they were when somebody asked for the first time; kept in the container, so that they
 * stay the same when a partition splits later: the client reads on in its children, and no stored token is lost.
 */
export async function feedRanges(access: CosmosAccess): Promise<string[]> {
  const kept = await readDocument(access, ownPartition, id);
  if (kept) return body.parse(kept.body).ranges;
  const { ranges } = await charged(access, 'feed', access.limits.feed, async () => {
    const found = await access.container.getFeedRanges();
    // @NOTE the client does not say what it costs: metadata is free of charge
    return {
      ranges: found.map(({ minInclusive, maxExclusive }) => `${minInclusive}-${maxExclusive}`),
      requestCharge: 0,
    };
  });
  return keep(access, ranges);
}

async function keep(access: CosmosAccess, ranges: string[]): Promise<string[]> {
  try {
    const text = JSON.stringify({ ranges });
    await commitWrites(access, ownPartition, [{ kind: 'create', id, type: 'feed-ranges', body: text }]);
    return ranges;
  } catch (error) {
    if (!(error instanceof PreconditionFailedError)) throw error;
    // Another instance was first: what it saw holds.
    const theirs = await readDocument(access, ownPartition, id);
    return body.parse(theirs?.body).ranges;
  }
}
