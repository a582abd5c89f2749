import type { ItemDefinition } from '@azure/cosmos';
import { isId } from '../check-commit.ts';
import type { StoredDocument } from '../port.ts';
import { classifyStatus } from './classify-failure.ts';
import { charged, type ChargedOperation, type CosmosAccess } from './cosmos-access.ts';
import { toDocument } from './stored-item.ts';
import type { TimeLimits } from './try-within.ts';

/** The client's answer to a point read as an error, so that it is seen as one. */
class ReadRefusedError extends Error {
  readonly code: number;
  readonly substatus: number | undefined;
  constructor(code: number, substatus: number | undefined) {
    super(`read refused with ${code}`);
    this.code = code;
    this.substatus = substatus;
  }
}

/** A point read, as it lies there. */
export async function readItem(
  access: CosmosAccess,
  operation: ChargedOperation,
  limits: TimeLimits,
  { partition, id }: { partition: string; id: string },
): Promise<unknown> {
  // No such document can be, and the client would throw or ask for another one.
  if (partition === '' || !isId(id)) return undefined;
  const { resource } = await charged(access, operation, limits, async ({ signal }) => {
    const answer = await access.container.item(id, partition).read<ItemDefinition>({ abortSignal: signal });
    const { statusCode, substatus } = answer;
    // @NOTE the client throws no 404, be it of the document, of the container or of a replica that lags behind
    if (statusCode !== 404) return answer;
    if (classifyStatus(404, substatus).kind !== 'unmet') throw new ReadRefusedError(404, substatus);
    return { requestCharge: answer.requestCharge, resource: undefined };
  });
  return resource;
}

/** @returns `undefined` when there is no such document */
export async function readDocument(
  access: CosmosAccess,
  partition: string,
  id: string,
): Promise<StoredDocument | undefined> {
  const item = await readItem(access, 'read', access.limits.turn, { partition, id });
  return item === undefined ? undefined : toDocument(item);
}
