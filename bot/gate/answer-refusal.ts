import type { ServerResponse } from 'node:http';
import type { RefusalStatus, RefusedError } from './refused-error.ts';

const words: Record<RefusalStatus, string> = {
  400: 'bad request',
  401: 'unauthorized',
  403: 'forbidden',
  413: 'too large',
  429: 'too many requests',
  503: 'unavailable',
};

/** Answers a request that the gate turned down: the same words for every reason under a status. */
export function answerRefusal(response: ServerResponse, refusal: RefusedError): void {
  response.statusCode = refusal.status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  if (refusal.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  if (refusal.retryAfterSeconds !== undefined) {
    response.setHeader('Retry-After', String(refusal.retryAfterSeconds));
  }
  response.end(JSON.stringify({ error: words[refusal.status] }));
}
