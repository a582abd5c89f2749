import { request, type Dispatcher } from 'undici';
import { isAllowedAddress } from '../gate/trusted-address.ts';
import type { Log } from './answer-event.ts';
import type { AppTokens } from './app-tokens.ts';
import { askingLast, NotGoneError } from './last-check.ts';
import { NotTrustedError } from './registration-tokens.ts';
import { wasNeverSent } from './was-never-sent.ts';

interface MicrosoftCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  /** Which of the app's tokens goes with it. */
  scope: string;
  body?: unknown;
  /** Asked last, when the connection is there and the request is about to be written: if not, nothing of it is. */
  mayGo?: () => boolean;
}

export type CallResult =
  /** `body` is undefined when it is no JSON, or broke off. */
  | { kind: 'answered'; status: number; body: unknown; retryAfterMs?: number }
  /** Nothing of it left this machine. */
  | { kind: 'not-sent' }
  /** Sent, and no answer: what became of it nobody knows. */
  | { kind: 'unclear' }
  /** Not a host that we speak to, or Entra does not let us. */
  | { kind: 'forbidden' };

export type CallMicrosoft = (call: MicrosoftCall) => Promise<CallResult>;

export interface CallerOptions {
  tokens: AppTokens;
  hosts: readonly string[];
  log: Log;
  /** Teams itself takes at most 15 seconds. */
  withinMs?: number;
}

/** One try a call, over connections that are kept, to allowed hosts only, following no redirect. Never rejects. */
export function microsoftCaller({ tokens, hosts, log, withinMs = 15_000 }: CallerOptions): CallMicrosoft {
  return async (call) => {
    if (!isAllowedAddress(call.url, hosts)) {
      log.warn({ host: URL.parse(call.url)?.host }, 'not a host that we speak to');
      return { kind: 'forbidden' };
    }
    const token = await tokenFor(call, tokens, log);
    if (typeof token !== 'string') return token;
    const result = await send(call, token, withinMs, log);
    if (result.kind === 'answered' && result.status === 401) tokens.drop(call.scope);
    return result;
  };
}

async function tokenFor(
  { scope }: MicrosoftCall,
  tokens: AppTokens,
  log: Log,
): Promise<string | Extract<CallResult, { kind: 'not-sent' | 'forbidden' }>> {
  try {
    return await tokens.of(scope);
  } catch (error) {
    log.warn({ err: error, scope }, 'no token for the app');
    return { kind: error instanceof NotTrustedError ? 'forbidden' : 'not-sent' };
  }
}

async function send(call: MicrosoftCall, token: string, withinMs: number, log: Log): Promise<CallResult> {
  const { method, url, body, mayGo } = call;
  try {
    // It follows no redirect unless told, and keeps its connections.
    const response = await request(url, {
      ...(mayGo && { dispatcher: askingLast(mayGo) }),
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(withinMs),
    });
    const retryAfterMs = waitOf(response.headers['retry-after']);
    const answer = await readBody(response.body);
    return { kind: 'answered', status: response.statusCode, body: answer, retryAfterMs };
  } catch (error) {
    const kind = error instanceof NotGoneError || wasNeverSent(error) ? 'not-sent' : 'unclear';
    log.debug({ err: error, method, kind }, 'no answer');
    return { kind };
  }
}

async function readBody(body: Dispatcher.ResponseData['body']): Promise<unknown> {
  try {
    return await body.json();
  } catch {
    // The status says enough for some; who needs the body sees that there is none.
    return undefined;
  }
}

/** `Retry-After`, in seconds or as a date, in milliseconds. */
function waitOf(header: string | string[] | undefined): number | undefined {
  if (typeof header !== 'string') return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
