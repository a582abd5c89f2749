import { z } from 'zod';
import type { Draft, Item, Resource } from './stored-container.ts';
import { codeOf, type WireAnswer } from './wire-answer.ts';

/** One write or read of a document, alone or in a batch. */
export type ItemOperation =
  | { kind: 'create'; body: unknown }
  | { kind: 'replace'; id: string; body: unknown; ifMatch: string | undefined }
  | { kind: 'delete'; id: string; ifMatch: string | undefined }
  | { kind: 'read'; id: string };

const maxItemBytes = 2 * 1024 * 1024;

/**
 * Does one operation on a draft of its partition.
 * Source: learn.microsoft.com/rest/api/cosmos-db/documents (status codes of each operation)
 */
export function runItemOperation(draft: Draft, partition: string, operation: ItemOperation): WireAnswer {
  switch (operation.kind) {
    case 'read':
      return found(draft.get(operation.id), (item) => answerWith(200, item, readCharge(item)));
    case 'create':
      return create(draft, partition, operation.body);
    case 'replace':
      return found(draft.get(operation.id), (item) => replace(draft, partition, item, operation));
    case 'delete':
      return found(draft.get(operation.id), (item) => {
        if (isOther(item, operation.ifMatch)) return refused(412);
        draft.remove(item.id);
        return { status: 204, charge: writeCharge(item.resource) };
      });
    default:
      return operation satisfies never;
  }
}

/** A document as Cosmos DB shows it. */
export function shown(item: Item): Record<string, unknown> {
  const system = { _rid: '', _self: '', _etag: item.etag, _attachments: 'attachments/' };
  return { ...item.resource, ...system, _ts: Math.floor(item.written / 1_000) };
}

function create(draft: Draft, partition: string, body: unknown): WireAnswer {
  const checked = check(partition, body);
  if ('status' in checked) return checked.status;
  const { resource } = checked;
  if (draft.get(resource.id)) return refused(409);
  return answerWith(201, draft.put(resource.id, resource), writeCharge(resource));
}

function replace(
  draft: Draft,
  partition: string,
  item: Item,
  { id, body, ifMatch }: Extract<ItemOperation, { kind: 'replace' }>,
): WireAnswer {
  const checked = check(partition, body);
  if ('status' in checked) return checked.status;
  const { resource } = checked;
  if (resource.id !== id) return refused(400);
  if (isOther(item, ifMatch)) return refused(412);
  return answerWith(200, draft.put(id, resource), writeCharge(resource));
}

const resourceBody = z.looseObject({
  id: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^/\\?#]*[^/\\?# ]$/),
  partition: z.string(),
  ttl: z.union([z.literal(-1), z.int().positive()]).optional(),
});

function check(partition: string, body: unknown): { resource: Resource } | { status: WireAnswer } {
  const parsed = resourceBody.safeParse(body);
  if (!parsed.success || parsed.data.partition !== partition) return { status: refused(400) };
  const resource = parsed.data;
  if (bytesOf(resource) > maxItemBytes) return { status: refused(413) };
  return { resource };
}

function found(item: Item | undefined, then: (item: Item) => WireAnswer): WireAnswer {
  return item ? then(item) : refused(404);
}

function isOther(item: Item, ifMatch: string | undefined): boolean {
  return ifMatch !== undefined && ifMatch !== '*' && ifMatch !== item.etag;
}

function answerWith(status: number, item: Item, charge: number): WireAnswer {
  return { status, body: shown(item), headers: { etag: item.etag }, charge };
}

function refused(status: number): WireAnswer {
  return { status, body: { code: codeOf(status), message: `Refused with ${status}.` }, charge: 1.24 };
}

const bytesOf = (resource: Resource) => Buffer.byteLength(JSON.stringify(resource));
const kilobytes = (resource: Resource) => Math.ceil(bytesOf(resource) / 1_024);

/** In request units: 1 for each KB, measured about so by Microsoft. */
const readCharge = (item: Item) => kilobytes(item.resource);
const writeCharge = (resource: Resource) => 4.95 + 0.76 * kilobytes(resource);
