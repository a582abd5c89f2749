import type { Container } from '@azure/cosmos';
import { chargeOfError } from './classify-failure.ts';
import { tryWithin, type Attempt, type TimeLimits } from './try-within.ts';

export type ChargedOperation = 'read' | 'list' | 'commit' | 'settle' | 'feed' | 'open';

/** The container with what every operation on it shares. */
export interface CosmosAccess {
  container: Container;
  /** The container's own id, another one after it was made anew. */
  rid: string;
  limits: { turn: TimeLimits; feed: TimeLimits };
  /** Told of every answer what it cost, in request units. */
  onCharge: (operation: ChargedOperation, requestUnits: number) => void;
}

/** Tries within the limits; reports what each answer cost, also a refusal's. */
export async function charged<T extends { requestCharge: number | null }>(
  { onCharge }: Pick<CosmosAccess, 'onCharge'>,
  operation: ChargedOperation,
  limits: TimeLimits,
  attempt: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  return tryWithin(limits, async (each) => {
    try {
      const answer = await attempt(each);
      onCharge(operation, answer.requestCharge ?? 0);
      return answer;
    } catch (error) {
      onCharge(operation, chargeOfError(error));
      throw error;
    }
  });
}
