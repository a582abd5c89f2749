export interface RetryRule {
  baseMs: number;
  /** However often it fails, the growing part stays below this. */
  mostMs: number;
}

/**
 * How long to wait before trying again: anywhere between nothing and a bound that doubles with every attempt, so that
 * those who failed together don't come back together (https://aws.amazon.com/builders-library, "full jitter").
 * @param attempt the attempt that failed, from 1
 * @param chance between 0 and 1
 * @param atLeastMs what the other side asked for (Retry-After): the delay comes on top of it
 * @returns milliseconds
 */
export function retryDelay(rule: RetryRule, attempt: number, chance: number, atLeastMs = 0): number {
  const bound = Math.min(rule.mostMs, rule.baseMs * 2 ** (attempt - 1));
  return Math.ceil(atLeastMs + chance * bound);
}
