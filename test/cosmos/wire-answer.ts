export interface WireAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Request units. */
  charge?: number;
}

/** Sub-statuses by what they mean. Source: learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb */
export const subStatus = {
  readSessionNotAvailable: 1002,
  partitionKeyRangeGone: 1002,
  ownerNotFound: 1003,
  crossPartitionQuery: 1004,
} as const;

/** Ends the handling of a request with this answer. */
export class WireRefusal extends Error {
  readonly answer: WireAnswer;
  constructor(status: number, message: string, sub?: number) {
    super(message);
    const headers: Record<string, string> = sub === undefined ? {} : { 'x-ms-substatus': String(sub) };
    this.answer = { status, body: { code: codeOf(status), message }, headers, charge: 1 };
  }
}

export function codeOf(status: number): string {
  switch (status) {
    case 400:
      return 'BadRequest';
    case 401:
      return 'Unauthorized';
    case 403:
      return 'Forbidden';
    case 404:
      return 'NotFound';
    case 409:
      return 'Conflict';
    case 410:
      return 'Gone';
    case 412:
      return 'PreconditionFailed';
    case 413:
      return 'RequestEntityTooLarge';
    case 429:
      return 'TooManyRequests';
    case 449:
      return 'RetryWith';
    case 503:
      return 'ServiceUnavailable';
    default:
      return 'InternalServerError';
  }
}
