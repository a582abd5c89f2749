import { shown } from './item-operations.ts';
import type { KeyRange } from './key-ranges.ts';
import type { Item, StoredContainer } from './stored-container.ts';
import { subStatus, WireRefusal, type WireAnswer } from './wire-answer.ts';
import type { WireRequest } from './wire-request.ts';

/**
 * A page of the change feed of one physical partition, or of a part of it: the last state of what was written after
 * the ETag, in order, what one transaction wrote in one piece; 304 when there is nothing.
 * Source: learn.microsoft.com/rest/api/cosmos-db/list-documents (A-IM, If-None-Match), and for transactions
 * learn.microsoft.com/azure/cosmos-db/nosql/change-feed-pull-model
 */
export function readChangeFeed(container: StoredContainer, request: WireRequest): WireAnswer {
  if (request.header('a-im')?.toLowerCase() !== 'incremental feed')
    throw new WireRefusal(400, 'Unknown A-IM.');
  const range = rangeOf(container, request);
  const from = placeOf(container, range, request.header('if-none-match'));
  const most = Number(request.header('x-ms-max-item-count') ?? 100);
  const page = takePage(container.after(from, range), most);
  const last = page.at(-1)?.lsn;
  const etag = `"${last ?? Math.max(from, container.lastIn(range))}"`;
  if (last === undefined) return { status: 304, headers: { etag }, charge: 1 };
  return {
    status: 200,
    body: {
      _rid: '',
      Documents: page.map((item) => ({ ...shown(item), _lsn: item.lsn })),
      _count: page.length,
    },
    headers: { etag },
    charge: 1 + 0.5 * page.length,
  };
}

function rangeOf(container: StoredContainer, request: WireRequest): Pick<KeyRange, 'min' | 'max'> {
  const id = request.header('x-ms-documentdb-partitionkeyrangeid') ?? '';
  const range = container.ranges.byId(id);
  if (!range) throw new WireRefusal(410, `The range ${id} is gone.`, subStatus.partitionKeyRangeGone);
  const [start, end] = [request.header('x-ms-start-epk'), request.header('x-ms-end-epk')];
  if (start === undefined || end === undefined) return range;
  return { min: start > range.min ? start : range.min, max: end < range.max ? end : range.max };
}

function placeOf(
  container: StoredContainer,
  range: Pick<KeyRange, 'min' | 'max'>,
  etag: string | undefined,
): number {
  if (etag === undefined) return 0;
  if (etag === '*') return container.lastIn(range);
  const digits = /^"(\d+)"$/.exec(etag)?.[1];
  if (digits === undefined) throw new WireRefusal(400, `No place in the feed: ${etag}.`);
  return Number(digits);
}

function takePage(items: Iterable<Item>, most: number): Item[] {
  const page: Item[] = [];
  for (const item of items) {
    if (page.length >= most && item.lsn !== page.at(-1)?.lsn) break;
    page.push(item);
  }
  return page;
}
