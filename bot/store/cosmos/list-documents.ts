import type { ListOptions, StoredDocument } from '../port.ts';
import { idBounds } from '../id-bounds.ts';
import { charged, type CosmosAccess } from './cosmos-access.ts';
import { toDocument } from './stored-item.ts';

const query = 'SELECT * FROM c WHERE c.id >= @from AND c.id < @to ORDER BY c.id';
const pageSize = 1_000;

/** A query within one partition, page by page until there are enough. */
export async function listDocuments(
  access: CosmosAccess,
  partition: string,
  { prefix = '', after = '', limit = pageSize }: ListOptions,
): Promise<StoredDocument[]> {
  const { from, to } = idBounds(prefix, after);
  if (partition === '' || limit === 0 || from >= to) return [];
  const parameters = [
    { name: '@from', value: from },
    { name: '@to', value: to },
  ];
  const found: StoredDocument[] = [];
  let continuationToken: string | undefined;
  do {
    const page = await charged(access, 'list', access.limits.turn, ({ signal }) => {
      const options = {
        partitionKey: partition,
        maxItemCount: Math.min(limit - found.length, pageSize),
        continuationToken,
        abortSignal: signal,
      };
      return access.container.items.query<unknown>({ query, parameters }, options).fetchNext();
    });
    found.push(...page.resources.map(toDocument));
    continuationToken = page.continuationToken;
  } while (continuationToken && found.length < limit);
  return found.slice(0, limit);
}
