import type { TokenSource } from '../host/token-source.ts';
import { ApiError, NoConnectionError } from './api-error.ts';

/** The server, each call as this person; what each path answers and takes stands in the contract. */
export interface Api {
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /** Changes something; what is done twice with the same `key` in its body has one effect. */
  post<T>(path: string, body: unknown): Promise<T>;
  /** A file that may be large. */
  file(path: string, signal?: AbortSignal): Promise<Response>;
  /** The open stream of changes. */
  events(signal: AbortSignal): Promise<Response>;
}

/** How long an answer to an act is waited for before the person may try again. */
const actMs = 30_000;

/**
 * Every call may throw `ApiError`, `NoConnectionError` or `SignInFailedError`.
 * @param language what the server should answer in
 */
export function createApi(tokens: TokenSource, language: string): Api {
  const call = async (path: string, accept: string, init: RequestInit = {}): Promise<Response> => {
    const send = (token: string) => {
      const headers = new Headers(init.headers);
      headers.set('Authorization', `Bearer ${token}`);
      headers.set('Accept', accept);
      headers.set('Accept-Language', language);
      return fetchAs(`/api/tab${path}`, { ...init, headers });
    };
    const token = await tokens.get();
    const response = await send(token);
    const final = response.status === 401 ? await send(await tokens.renew(token)) : response;
    if (!final.ok) throw await refusalOf(final);
    return final;
  };
  const json = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await call(path, 'application/json', init);
    // @NOTE the server parses every answer by the contract before it leaves
    return (await response.json()) as T;
  };
  return {
    get: (path, signal) => json(path, { signal }),
    post: (path, body) =>
      json(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
        signal: AbortSignal.timeout(actMs),
      }),
    file: (path, signal) => call(path, '*/*', { signal }),
    events: (signal) => call('/events', 'text/event-stream', { signal }),
  };
}

async function fetchAs(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, cache: 'no-store', redirect: 'error' });
  } catch (error) {
    if (init.signal?.aborted === true && init.method !== 'POST') throw error;
    throw new NoConnectionError('the server could not be reached', { cause: error });
  }
}

async function refusalOf(response: Response): Promise<ApiError> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : undefined;
  return new ApiError(response.status, codeOf(await response.text()), retryAfterMs);
}

/** A refusal by something in between (a proxy, say) has no code. */
function codeOf(body: string): string {
  try {
    const refusal: unknown = JSON.parse(body);
    const code =
      typeof refusal === 'object' && refusal !== null && 'code' in refusal ? refusal.code : undefined;
    return typeof code === 'string' ? code : 'unknown';
  } catch (error) {
    console.warn('a refusal without a code', error);
    return 'unknown';
  }
}
