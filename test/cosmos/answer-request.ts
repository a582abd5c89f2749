import { z } from 'zod';
import { runBatch } from './batch.ts';
import { readChangeFeed } from './change-feed.ts';
import { runItemOperation, type ItemOperation } from './item-operations.ts';
import {
  accountMetadata,
  containerMetadata,
  databaseMetadata,
  rangesMetadata,
  type ContainerLayout,
} from './metadata.ts';
import { runQuery } from './query.ts';
import type { StoredContainer } from './stored-container.ts';
import { subStatus, WireRefusal, type WireAnswer } from './wire-answer.ts';
import type { WireRequest } from './wire-request.ts';

export interface ServedDatabase {
  endpoint: string;
  databaseId: string;
  containerId: string;
  layout: ContainerLayout;
  container: StoredContainer;
}

/** Does what is asked, and says how it went. */
export function answerRequest(served: ServedDatabase, request: WireRequest): WireAnswer {
  const { container } = served;
  if (request.kind === 'account') return accountMetadata(served.endpoint);
  if (request.kind === 'other') throw new WireRefusal(403, 'No right to this, or nothing of the kind.');
  checkOwner(served, request);
  switch (request.kind) {
    case 'database':
      return databaseMetadata(request.databaseId);
    case 'container':
      return containerMetadata(request.containerId, served.layout);
    case 'ranges':
      return rangesMetadata(container);
    case 'feed':
      return readChangeFeed(container, request);
    case 'query-plan':
      return { status: 400, body: { code: 'BadRequest', message: 'This server makes no query plans.' } };
    case 'batch':
      return runBatch(container, partitionOf(request), request.body);
    case 'query':
      checkSession(container, request);
      return runQuery(container, partitionOf(request), request);
    case 'read':
      checkSession(container, request);
      return runOne(container, request, { kind: 'read', id: request.id });
    case 'create':
      return runOne(container, request, { kind: 'create', body: JSON.parse(request.body) });
    case 'replace': {
      const { id, body } = request;
      return runOne(container, request, {
        kind: 'replace',
        id,
        body: JSON.parse(body),
        ifMatch: match(request),
      });
    }
    case 'delete':
      return runOne(container, request, { kind: 'delete', id: request.id, ifMatch: match(request) });
    default:
      return request.kind satisfies never;
  }
}

function runOne(container: StoredContainer, request: WireRequest, operation: ItemOperation): WireAnswer {
  const partition = partitionOf(request);
  return container.transact(partition, (draft) => {
    const answer = runItemOperation(draft, partition, operation);
    return { keep: answer.status < 300, result: answer };
  });
}

const match = (request: WireRequest) => request.header('if-match');
const partitionKey = z.tuple([z.string()]);

function partitionOf(request: WireRequest): string {
  const header = request.header('x-ms-documentdb-partitionkey');
  if (header === undefined) {
    throw new WireRefusal(400, 'Not in one partition.', subStatus.crossPartitionQuery);
  }
  const [key] = partitionKey.parse(JSON.parse(header));
  if (Buffer.byteLength(key) > 2_048) throw new WireRefusal(400, 'The partition key is too long.');
  return key;
}

function checkOwner({ databaseId, containerId }: ServedDatabase, request: WireRequest): void {
  const known =
    request.databaseId === databaseId && (request.kind === 'database' || request.containerId === containerId);
  if (!known) throw new WireRefusal(404, 'Owner resource does not exist', subStatus.ownerNotFound);
}

/** Session consistency: a replica that has not come so far says so. */
function checkSession(container: StoredContainer, request: WireRequest): void {
  const token = request.header('x-ms-session-token');
  if (token === undefined || request.header('x-ms-consistency-level') !== 'Session') return;
  const wanted = token.split(',').map((part) => Number(/#(\d+)$/.exec(part)?.[1] ?? 0));
  if (Math.max(0, ...wanted) > container.lsn) {
    throw new WireRefusal(404, 'The read session is not available.', subStatus.readSessionNotAvailable);
  }
}
