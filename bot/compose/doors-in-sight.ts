import type { TabGate } from '../http/tab/tab-gate.ts';
import type { TeamsHandlers } from '../teams/handlers.ts';
import type { World } from '../use-cases/world.ts';
import type { Views } from './keep-views.ts';
import { rankingsToldAgain } from './tell-rankings-again.ts';

/** What goes in front of both doors. */
export interface DoorsInSight {
  handlers(handlers: TeamsHandlers): TeamsHandlers;
  gate(gate: TabGate): TabGate;
  /** As open tabs hear of what changes. */
  live(world: World): World;
}

/**
 * Somebody's next question may come to another server than their deed did, and so may the question that follows the
 * news of a change: whoever answers first looks at what others have stored. A server that is alone knows.
 */
export function doorsInSight(others: boolean, { upToDate }: Pick<Views, 'upToDate'>): DoorsInSight {
  if (!others) return { handlers: same, gate: same, live: same };
  const firstLook =
    <E, R>(handler: (event: E) => Promise<R>) =>
    async (event: E): Promise<R> => {
      await upToDate();
      return handler(event);
    };
  return {
    handlers: (known) => ({
      said: firstLook((event) => known.said(event)),
      tapped: firstLook((event) => known.tapped(event)),
      arrived: firstLook((event) => known.arrived(event)),
      mentioned: firstLook((event) => known.mentioned(event)),
      placeChanged: firstLook((event) => known.placeChanged(event)),
      talked: firstLook((event) => known.talked(event)),
      dialogOpened: firstLook((event) => known.dialogOpened(event)),
      dialogSubmitted: firstLook((event) => known.dialogSubmitted(event)),
    }),
    gate: (gate) => async (authorization) => {
      const entry = await gate(authorization);
      if (entry.kind === 'visitor') await upToDate();
      return entry;
    },
    live: (world) => {
      const { readModel } = world;
      const onRanked = rankingsToldAgain((listener) => readModel.onRanked(listener));
      return { ...world, readModel: { ...readModel, onRanked } };
    },
  };
}

const same = <T>(it: T): T => it;
