import type { Write } from '../check-commit.ts';
import { readItem } from './read-item.ts';
import type { CosmosAccess } from './cosmos-access.ts';
import { markOf } from './stored-item.ts';
import type { TimeLimits } from './try-within.ts';

/** Short: it comes on top of the time that the commit took already. */
const settleLimits: TimeLimits = { attemptMs: 400, totalMs: 500 };

/** For a document that somebody has written again since: never equal to what it has. */
const surpassed = 'surpassed';

/**
 * Finds out whether a commit was done, by its mark in what it wrote.
 *
 * @NOTE A delete leaves no mark. When a commit only deletes, it counts as done when all are gone: what it wanted is
 * so, and the one thing we can't tell is whether another deleted that very same version in that same second.
 *
 * @returns the etags, or `undefined` when it was not done as far as can be seen
 * @throws StoreUnavailableError
 */
export async function etagsOfCommit(
  access: CosmosAccess,
  partition: string,
  writes: Write[],
  commit: string,
): Promise<Map<string, string> | undefined> {
  const items = await Promise.all(
    writes.map(({ id }) => readItem(access, 'settle', settleLimits, { partition, id })),
  );
  if (writes.every(({ kind }) => kind === 'delete')) {
    return items.every((item) => item === undefined) ? new Map() : undefined;
  }
  const marks = items.map((item) => (item === undefined ? undefined : markOf(item)));
  if (!marks.some((mark) => mark?.commit === commit)) return undefined;
  const etags = new Map<string, string>();
  for (const [n, { id, kind }] of writes.entries()) {
    const mark = marks[n];
    if (kind !== 'delete') etags.set(id, mark?.commit === commit ? mark.etag : surpassed);
  }
  return etags;
}
