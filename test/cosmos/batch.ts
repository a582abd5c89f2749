import { z } from 'zod';
import { runItemOperation, type ItemOperation } from './item-operations.ts';
import type { Draft, StoredContainer } from './stored-container.ts';
import { WireRefusal, type WireAnswer } from './wire-answer.ts';

const maxOperations = 100;
const maxBytes = 2 * 1024 * 1024;

const named = { id: z.string(), ifMatch: z.string().optional() };
const batchBody = z.array(
  z.discriminatedUnion('operationType', [
    z.object({ operationType: z.literal('Create'), resourceBody: z.unknown() }),
    z.object({ operationType: z.literal('Replace'), resourceBody: z.unknown(), ...named }),
    z.object({ operationType: z.literal('Delete'), ...named }),
    z.object({ operationType: z.literal('Read'), id: z.string() }),
  ]),
);

/**
 * A transactional batch: all of it or nothing. When one operation fails, the answer is 207, that one has its own
 * status, and all others have 424.
 * Source: learn.microsoft.com/azure/cosmos-db/nosql/transactional-batch
 */
export function runBatch(container: StoredContainer, partition: string, body: string): WireAnswer {
  const parsed = batchBody.safeParse(JSON.parse(body));
  if (!parsed.success) throw new WireRefusal(400, 'Malformed batch.');
  if (parsed.data.length > maxOperations) throw new WireRefusal(400, 'More than 100 operations in a batch.');
  if (Buffer.byteLength(body) > maxBytes) throw new WireRefusal(413, 'More than 2 MB in a batch.');
  const operations = parsed.data.map(toOperation);
  const answers = container.transact(partition, (draft) => runAll(draft, partition, operations));
  const failed = answers.findIndex(({ status }) => status >= 300);
  return {
    status: failed < 0 ? 200 : 207,
    body: answers.map(toResult),
    charge: answers.reduce((sum, { charge = 0 }) => sum + charge, 0),
  };
}

function runAll(
  draft: Draft,
  partition: string,
  operations: ItemOperation[],
): { keep: boolean; result: WireAnswer[] } {
  const answers: WireAnswer[] = [];
  for (const operation of operations) {
    const answer = runItemOperation(draft, partition, operation);
    if (answer.status >= 300) {
      const result = operations.map((each): WireAnswer => (each === operation ? answer : { status: 424 }));
      return { keep: false, result };
    }
    answers.push(answer);
  }
  return { keep: true, result: answers };
}

type BatchOperation = z.infer<typeof batchBody>[number];

function toOperation(read: BatchOperation): ItemOperation {
  switch (read.operationType) {
    case 'Create':
      return { kind: 'create', body: read.resourceBody };
    case 'Replace':
      return { kind: 'replace', id: read.id, body: read.resourceBody, ifMatch: read.ifMatch };
    case 'Delete':
      return { kind: 'delete', id: read.id, ifMatch: read.ifMatch };
    case 'Read':
      return { kind: 'read', id: read.id };
    default:
      return read satisfies never;
  }
}

function toResult({ status, body, headers, charge = 0 }: WireAnswer): object {
  const written = status < 300;
  return {
    statusCode: status,
    requestCharge: charge,
    ...(headers?.['etag'] === undefined ? {} : { eTag: headers['etag'] }),
    ...(written && body !== undefined ? { resourceBody: body } : {}),
  };
}
