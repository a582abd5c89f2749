import { z } from 'zod';

/**
 * What a failed request says about what was asked:
 * `unmet`: not done, a precondition does not hold. `not-done`: certainly not done, may be asked again.
 * `unclear`: perhaps done. `too-large`, `final`: never will be done.
 */
export type Failure =
  | { kind: 'unmet' }
  | { kind: 'not-done'; waitMs: number | undefined }
  | { kind: 'unclear' }
  | { kind: 'too-large' }
  | { kind: 'final' };

const readSessionNotAvailable = 1002;
const ownerNotFound = 1003;
const writeForbidden = 3;

/**
 * By status and sub-status.
 * Source: learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb
 */
export function classifyStatus(status: number, subStatus?: number, waitMs?: number): Failure {
  switch (status) {
    case 409:
    case 412:
      return { kind: 'unmet' };
    case 404:
      return classifyNotFound(subStatus);
    case 429: // too many requests
    case 449: // another write was under way
    case 410: // the partition has moved
      return { kind: 'not-done', waitMs };
    case 403:
      // The account is moving to another region.
      return subStatus === writeForbidden ? { kind: 'not-done', waitMs } : { kind: 'final' };
    case 413:
      return { kind: 'too-large' };
    default:
      return status === 408 || status >= 500 ? { kind: 'unclear' } : { kind: 'final' };
  }
}

function classifyNotFound(subStatus: number | undefined): Failure {
  if (subStatus === readSessionNotAvailable) return { kind: 'not-done', waitMs: undefined };
  return subStatus === ownerNotFound ? { kind: 'final' } : { kind: 'unmet' };
}

const failedAnswer = z.object({
  code: z.number(),
  substatus: z.number().optional(),
  retryAfterInMs: z.number().optional(),
  headers: z.record(z.string(), z.unknown()).optional(),
});

/** By what the client threw. Whatever is no answer of Cosmos DB (a cut connection, a time-out) is unclear. */
export function classifyError(error: unknown): Failure {
  const { data } = failedAnswer.safeParse(causeOf(error));
  if (!data) return { kind: 'unclear' };
  const subStatus = data.substatus ?? number(data.headers?.['x-ms-substatus']);
  return classifyStatus(
    data.code,
    subStatus,
    data.retryAfterInMs ?? number(data.headers?.['x-ms-retry-after-ms']),
  );
}

/** What a failed answer cost, in request units. */
export function chargeOfError(error: unknown): number {
  const { data } = failedAnswer.safeParse(causeOf(error));
  return number(data?.headers?.['x-ms-request-charge']) ?? 0;
}

/** @NOTE the client hides what failed a batch in the cause of another error, which has no code */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : error;
}

function number(text: unknown): number | undefined {
  const value = typeof text === 'string' && text !== '' ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
