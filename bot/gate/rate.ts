import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RefusedError } from './refused-error.ts';

/** How many requests in how many seconds. */
interface RateLimit {
  requests: number;
  seconds: number;
}

export interface RateLimits {
  person: RateLimit;
  tenant: RateLimit;
}

export interface Rate {
  /**
   * Counts one request.
   * @throws RefusedError `too-many`, with how long to wait
   */
  take(tenantId: string, person: string): Promise<void>;
}

/** More than people do, less than a script gone wild does. */
export const generousLimits: RateLimits = {
  person: { requests: 60, seconds: 10 },
  tenant: { requests: 2_000, seconds: 10 },
};

/** Counts per person and per tenant, in this process. */
export function createRate(limits: RateLimits = generousLimits): Rate {
  const persons = limiter(limits.person);
  const tenants = limiter(limits.tenant);
  return {
    async take(tenantId, person) {
      await consume(persons, `${tenantId}:${person}`);
      await consume(tenants, tenantId);
    },
  };
}

function limiter({ requests, seconds }: RateLimit): RateLimiterMemory {
  return new RateLimiterMemory({ points: requests, duration: seconds });
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const retryAfterSeconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1_000));
    throw new RefusedError('too-many', { retryAfterSeconds });
  }
}
