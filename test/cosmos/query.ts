import { z } from 'zod';
import { shown } from './item-operations.ts';
import type { StoredContainer } from './stored-container.ts';
import { WireRefusal, type WireAnswer } from './wire-answer.ts';
import type { WireRequest } from './wire-request.ts';

const queryBody = z.object({
  query: z.string(),
  parameters: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

/** The one statement this server knows: the documents of a partition between two ids, in order. */
const statement = /^SELECT \* FROM c WHERE c\.id >= (?<from>@\w+) AND c\.id < (?<to>@\w+) ORDER BY c\.id$/;

const continuationRule = /^after:(?<id>.+)$/s;
const maxPageBytes = 4 * 1024 * 1024;

/**
 * A query within one partition, page by page.
 * Source: learn.microsoft.com/rest/api/cosmos-db/query-documents
 */
export function runQuery(container: StoredContainer, partition: string, request: WireRequest): WireAnswer {
  const { query, parameters } = queryBody.parse(JSON.parse(request.body));
  const parts = statement.exec(query)?.groups;
  if (!parts) throw new WireRefusal(400, `This server does not know the query ${query}.`);
  const value = (name: string | undefined) => {
    const parameter = parameters.find((each) => each.name === name);
    if (!parameter) throw new WireRefusal(400, `There is no parameter ${name ?? ''}.`);
    return parameter.value;
  };
  const [from, to] = [value(parts['from']), value(parts['to'])];
  const after = continuationRule.exec(request.header('x-ms-continuation') ?? '')?.groups?.['id'];
  const items = container
    .all(partition)
    .filter(({ id }) => id >= from && id < to && (after === undefined || id > after))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const most = Number(request.header('x-ms-max-item-count') ?? 100);
  const page = pageOf(items.map(shown), most < 0 ? 100 : most);
  const last = items[page.length - 1];
  const more = page.length < items.length && last !== undefined;
  return {
    status: 200,
    body: { _rid: '', Documents: page, _count: page.length },
    headers: more ? { 'x-ms-continuation': `after:${last.id}` } : {},
    charge: 2.3 + 0.15 * page.length,
  };
}

/** At most so many, and not much more than 4 MB. */
function pageOf(rows: object[], most: number): object[] {
  const page: object[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, most)) {
    bytes += Buffer.byteLength(JSON.stringify(row));
    if (bytes > maxPageBytes && page.length > 0) break;
    page.push(row);
  }
  return page;
}
