import type { RateLimits } from '../../gate/rate.ts';
import { createRate } from '../../gate/rate.ts';
import { RefusedError } from '../../gate/refused-error.ts';
import type { TabPerson, TabTrust } from '../../gate/verify-tab-token.ts';
import { tabTokenVerifier } from '../../gate/verify-tab-token.ts';

/** Somebody whose Teams token was verified. */
export type TabVisitor = TabPerson;

type TabEntry = { kind: 'visitor'; visitor: TabVisitor } | { kind: 'refused'; refusal: RefusedError };

/** In front of every question of the tab; takes the Authorization header as it came. */
export type TabGate = (authorization: string | undefined) => Promise<TabEntry>;

export function createTabGate(trust: TabTrust, limits?: RateLimits): TabGate {
  const verify = tabTokenVerifier(trust);
  const rate = createRate(limits);
  return async (authorization) => {
    try {
      const visitor = await verify(authorization);
      await rate.take(visitor.tenantId, visitor.objectId);
      return { kind: 'visitor', visitor };
    } catch (error) {
      if (error instanceof RefusedError) return { kind: 'refused', refusal: error };
      throw error;
    }
  };
}
