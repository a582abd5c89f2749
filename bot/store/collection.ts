import type { z } from 'zod';
import type { DocumentStore, Json, ListOptions, Operation, StoredDocument } from './port.ts';

/** A value as it was read, with what a later write must name. */
export interface Stored<T> {
  id: string;
  value: T;
  etag: string;
}

/** Documents of one type: parsed when read, so that what is inside the house can be trusted. */
export interface Collection<T> {
  type: string;
  read(store: DocumentStore, partition: string, id: string): Promise<Stored<T> | undefined>;
  list(store: DocumentStore, partition: string, options?: ListOptions): Promise<Stored<T>[]>;
  /** @throws UnreadableDocumentError when it is of this type and not as it should be */
  parse: (document: StoredDocument) => Stored<T>;
  is: (document: StoredDocument) => boolean;
  create(id: string, value: T): Operation;
  replace(id: string, value: T, etag: string): Operation;
  /** Create when there is none yet, replace otherwise. */
  write(id: string, value: T, before: Stored<T> | undefined): Operation;
}

export class UnreadableDocumentError extends Error {
  readonly code = 'unreadable-document';
}

/** How long a document lives after its last write: all alike, or by what is in it; `undefined` is for ever. */
type Lifetime<T> = number | ((value: T) => number | undefined);

export function collection<T>(
  type: string,
  schema: z.ZodType<T>,
  { ttlSeconds }: { ttlSeconds?: Lifetime<T> } = {},
): Collection<T> {
  const lifetimeOf = (value: T) => {
    const seconds = typeof ttlSeconds === 'function' ? ttlSeconds(value) : ttlSeconds;
    return seconds === undefined ? {} : { ttlSeconds: seconds };
  };
  const parse = (document: StoredDocument): Stored<T> => {
    const parsed = schema.safeParse(document.body);
    if (!parsed.success) {
      throw new UnreadableDocumentError(
        `${type} ${document.id}: ${parsed.error.issues[0]?.path.join('.') ?? ''}`,
      );
    }
    return { id: document.id, value: parsed.data, etag: document.etag };
  };
  const create = (id: string, value: T): Operation => ({
    kind: 'create',
    id,
    type,
    body: body(value),
    ...lifetimeOf(value),
  });
  const replace = (id: string, value: T, etag: string): Operation => ({
    kind: 'replace',
    id,
    type,
    body: body(value),
    etag,
    ...lifetimeOf(value),
  });
  return {
    type,
    parse,
    is: (document) => document.type === type,
    async read(store, partition, id) {
      const document = await store.read(partition, id);
      return document?.type === type ? parse(document) : undefined;
    },
    async list(store, partition, listOptions) {
      const documents = await store.list(partition, listOptions);
      return documents.filter((document) => document.type === type).map(parse);
    },
    create,
    replace,
    write: (id, value, before) =>
      before === undefined ? create(id, value) : replace(id, value, before.etag),
  };
}

// @NOTE the domain's values are plain data by construction; JSON is what TypeScript can't see of an interface
function body(value: unknown): Json {
  return value as Json;
}
