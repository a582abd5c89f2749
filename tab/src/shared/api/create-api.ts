import type {
  Discussion,
  Judges,
  Leaderboard,
  Me,
  OwnSubmissions,
  Progress,
  Shortlist,
  SubmissionDetail,
} from '../../../../bot/http/contract.ts';
import type { TokenSource } from '../host/token-source.ts';
import { ApiError, NoConnectionError } from './api-error.ts';

/** The server's questions, each as this person; what each answers stands in the contract. */
export interface Api {
  me(signal: AbortSignal): Promise<Me>;
  leaderboard(categoryId: string, signal: AbortSignal): Promise<Leaderboard>;
  judges(categoryId: string, signal: AbortSignal): Promise<Judges>;
  shortlist(signal: AbortSignal): Promise<Shortlist>;
  progress(signal: AbortSignal): Promise<Progress>;
  ownSubmissions(signal: AbortSignal): Promise<OwnSubmissions>;
  submission(id: string, signal: AbortSignal): Promise<SubmissionDetail>;
  discussion(submissionId: string, signal: AbortSignal): Promise<Discussion>;
  /** The open stream of changes. */
  events(signal: AbortSignal): Promise<Response>;
}

/**
 * Every call may throw `ApiError`, `NoConnectionError` or `SignInFailedError`.
 * @param language what the server should answer in
 */
export function createApi(tokens: TokenSource, language: string): Api {
  const call = async (path: string, accept: string, signal: AbortSignal): Promise<Response> => {
    const send = (token: string) =>
      fetchAs(
        `/api/tab${path}`,
        { Authorization: `Bearer ${token}`, Accept: accept, 'Accept-Language': language },
        signal,
      );
    const token = await tokens.get();
    const response = await send(token);
    const final = response.status === 401 ? await send(await tokens.renew(token)) : response;
    if (!final.ok) throw await refusalOf(final);
    return final;
  };
  const ask = async <T>(path: string, signal: AbortSignal): Promise<T> => {
    const response = await call(path, 'application/json', signal);
    // @NOTE the server parses every answer by the contract before it leaves
    return (await response.json()) as T;
  };
  return {
    me: (signal) => ask('/me', signal),
    leaderboard: (categoryId, signal) =>
      ask(`/leaderboard?category=${encodeURIComponent(categoryId)}`, signal),
    judges: (categoryId, signal) => ask(`/judges?category=${encodeURIComponent(categoryId)}`, signal),
    shortlist: (signal) => ask('/shortlist', signal),
    progress: (signal) => ask('/progress', signal),
    ownSubmissions: (signal) => ask('/submissions/mine', signal),
    submission: (id, signal) => ask(`/submissions/${encodeURIComponent(id)}`, signal),
    discussion: (submissionId, signal) =>
      ask(`/submissions/${encodeURIComponent(submissionId)}/discussion`, signal),
    events: (signal) => call('/events', 'text/event-stream', signal),
  };
}

async function fetchAs(
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(path, { headers, signal, cache: 'no-store', redirect: 'error' });
  } catch (error) {
    if (signal.aborted) throw error;
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
