import { StoreUnavailableError } from '../store-unavailable-error.ts';
import { classifyError } from './classify-failure.ts';

/** In milliseconds. */
export interface TimeLimits {
  /** One request. */
  attemptMs: number;
  /** All of them, with the rests between. */
  totalMs: number;
}

/** A turn of the bot has 10 seconds at most and should take less than 3: the client's own 30 do not fit in it. */
export const turnLimits: TimeLimits = { attemptMs: 1_000, totalMs: 2_400 };

/** The feed is nobody's turn. */
export const feedLimits: TimeLimits = { attemptMs: 10_000, totalMs: 20_000 };

export interface Attempt {
  signal: AbortSignal;
  /** Whether an attempt before this one may have been done after all. */
  unclear: boolean;
}

const firstRestMs = 20;
const longestRestMs = 800;

/**
 * Tries until it is done, or fails for good, or the time is up. Rests as long as the store asks, or else longer
 * each time, never in step with others.
 * @throws StoreUnavailableError when the time is up, or what the attempt threw
 */
export async function tryWithin<T>(
  { attemptMs, totalMs }: TimeLimits,
  attempt: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  const until = Date.now() + totalMs;
  let unclear = false;
  for (let tries = 0; ; tries += 1) {
    try {
      const ms = Math.min(attemptMs, Math.max(1, until - Date.now()));
      return await inTime(ms, (signal) => attempt({ signal, unclear }));
    } catch (error) {
      const failure = classifyError(error);
      if (failure.kind !== 'not-done' && failure.kind !== 'unclear') throw error;
      unclear ||= failure.kind === 'unclear';
      const restMs = restOf(failure.kind === 'not-done' ? failure.waitMs : undefined, tries);
      if (Date.now() + restMs >= until) throw new StoreUnavailableError(error);
      await sleep(restMs);
    }
  }
}

/** @NOTE the client rests between tries of its own without an ear for the signal: so the clock is held here too */
async function inTime<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    abort.abort();
    late.reject(new RequestTimeoutError(ms));
  }, ms);
  try {
    return await Promise.race([work(abort.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

class RequestTimeoutError extends Error {
  readonly code = 'request-timeout';
  constructor(ms: number) {
    super(`no answer within ${ms} ms`);
  }
}

function restOf(asked: number | undefined, tries: number): number {
  const ms = asked ?? Math.min(firstRestMs * 2 ** tries, longestRestMs);
  return ms * (1 + Math.random() / 4);
}

const sleep = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
