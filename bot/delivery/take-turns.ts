import type { PacerLimits } from './pacer-limits.ts';
import type { Place } from './pacer.ts';
import { Pacing } from './pacing.ts';

/** Leave for requests to Teams that send nothing, such as who somebody is. */
export interface Turns {
  /** Does a request when it is its turn. @returns `undefined` after a stop */
  inTurn<T>(place: Place, request: () => Promise<T>): Promise<T | undefined>;
  stop(): void;
}

export function startTurns(limits: PacerLimits): Turns {
  const pacing = new Pacing(limits);
  return {
    inTurn: async (place, request) => {
      const turn = await pacing.turn(place, 'post');
      if (!turn) return undefined;
      try {
        return await request();
      } finally {
        turn.end();
      }
    },
    stop: () => pacing.stop(),
  };
}
