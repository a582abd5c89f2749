import type { OperationInput, RequestOptions } from '@azure/cosmos';
import type { Write } from '../check-commit.ts';
import { InvalidCommitError, PreconditionFailedError } from '../port.ts';
import { StoreUnavailableError } from '../store-unavailable-error.ts';
import { classifyError } from './classify-failure.ts';
import { charged, type CosmosAccess } from './cosmos-access.ts';
import { etagsOfCommit } from './etags-of-commit.ts';
import { toItem } from './stored-item.ts';

interface Sent {
  etags: Map<string, string>;
  requestCharge: number;
}

/** One operation of a batch was refused; the others with it. */
class BatchRefusedError extends Error {
  readonly code: number;
  readonly id: string;
  readonly headers: object;
  constructor(code: number, id: string, requestCharge: number) {
    super(`a batch was refused with ${code}`);
    this.code = code;
    this.id = id;
    this.headers = { 'x-ms-request-charge': String(requestCharge) };
  }
}

/**
 * Commits, also when an answer gets lost: the same writes, with the same mark, are sent again. Each is conditional,
 * so they are done once; when they are refused after an answer was lost, the mark tells whether we were first.
 * @throws PreconditionFailedError
 * @throws InvalidCommitError when Cosmos DB finds it too large
 * @throws StoreUnavailableError when it is not known in time whether it was done
 */
export async function commitWrites(
  access: CosmosAccess,
  partition: string,
  writes: Write[],
): Promise<Map<string, string>> {
  const commit = crypto.randomUUID();
  let mayBeDone = false;
  try {
    const sent = await charged(access, 'commit', access.limits.turn, ({ signal, unclear }) => {
      mayBeDone = unclear;
      return send(access, partition, writes, commit, { abortSignal: signal });
    });
    return sent.etags;
  } catch (error) {
    return settle(access, { partition, writes, commit }, error, mayBeDone);
  }
}

interface Commit {
  partition: string;
  writes: Write[];
  commit: string;
}

async function settle(
  access: CosmosAccess,
  { partition, writes, commit }: Commit,
  error: unknown,
  mayBeDone: boolean,
): Promise<Map<string, string>> {
  const { kind } = classifyError(error);
  if (kind === 'too-large') throw new InvalidCommitError('too large a commit for Cosmos DB');
  const perhapsDone = mayBeDone || (error instanceof StoreUnavailableError && kind === 'unclear');
  const etags = perhapsDone ? await etagsOfCommit(access, partition, writes, commit) : undefined;
  if (etags) return etags;
  if (kind !== 'unmet') throw error;
  const refused = error instanceof BatchRefusedError ? error.id : (writes[0]?.id ?? '');
  throw new PreconditionFailedError(partition, refused);
}

async function send(
  access: CosmosAccess,
  partition: string,
  writes: Write[],
  commit: string,
  options: RequestOptions,
): Promise<Sent> {
  const [only, ...others] = writes;
  return only && others.length === 0
    ? sendOne(access, partition, only, commit, options)
    : sendBatch(access, partition, writes, commit, options);
}

async function sendOne(
  { container }: CosmosAccess,
  partition: string,
  write: Write,
  commit: string,
  options: RequestOptions,
): Promise<Sent> {
  if (write.kind === 'create') {
    const { etag, requestCharge } = await container.items.create(toItem(partition, write, commit), options);
    return { etags: new Map([[write.id, etag]]), requestCharge };
  }
  const ifMatch = { ...options, accessCondition: { type: 'IfMatch', condition: write.etag } };
  const item = container.item(write.id, partition);
  if (write.kind === 'delete')
    return { etags: new Map(), requestCharge: (await item.delete(ifMatch)).requestCharge };
  const { etag, requestCharge } = await item.replace(toItem(partition, write, commit), ifMatch);
  return { etags: new Map([[write.id, etag]]), requestCharge };
}

async function sendBatch(
  { container }: CosmosAccess,
  partition: string,
  writes: Write[],
  commit: string,
  options: RequestOptions,
): Promise<Sent> {
  const operations = writes.map((write) => toBatchOperation(partition, write, commit));
  const { result = [], headers } = await container.items.batch(operations, partition, options);
  const requestCharge = Number(headers['x-ms-request-charge'] ?? 0);
  // @NOTE a failed batch does not throw; those that failed with another one have 424
  const failed = result.findIndex(({ statusCode }) => statusCode >= 300 && statusCode !== 424);
  const { statusCode = 500 } = result[failed] ?? {};
  const id = writes[failed]?.id ?? '';
  if (failed >= 0) throw new BatchRefusedError(statusCode, id, requestCharge);
  if (result.length !== writes.length) throw new BatchRefusedError(500, '', requestCharge);
  const etags = new Map<string, string>();
  for (const [n, { id, kind }] of writes.entries())
    if (kind !== 'delete') etags.set(id, result[n]?.eTag ?? '');
  return { etags, requestCharge };
}

function toBatchOperation(partition: string, write: Write, commit: string): OperationInput {
  const { id } = write;
  if (write.kind === 'delete') {
    // @NOTE the type of a delete forgets `ifMatch`, which the service knows
    const operation = { operationType: 'Delete', id, ifMatch: write.etag } as const;
    return operation;
  }
  // @NOTE plain JSON, which the client's type of it does not say
  const resourceBody = toItem(partition, write, commit) as Extract<
    OperationInput,
    { operationType: 'Create' }
  >['resourceBody'];
  return write.kind === 'create'
    ? { operationType: 'Create', resourceBody }
    : { operationType: 'Replace', id, resourceBody, ifMatch: write.etag };
}
