import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.ts';
import { tenantId } from '../people.ts';
import type { Simulator } from '../simulator.ts';
import { makeExample } from './make-example.ts';

/** Puts the example edition into a data folder that no server has open, judged in the simulator's jury channel. */
export async function addExample(
  folder: string,
  simulator: Simulator,
  options: { withoutSubmissions?: boolean } = {},
): Promise<void> {
  const store = await openSqliteStore({ folder });
  const channel = {
    serviceUrl: `${simulator.address}/connector/`,
    conversationId: simulator.channel.id,
    tenantId,
    teamId: simulator.channel.groupId,
  };
  try {
    await makeExample({ store, channel, now: new Date(), ...options });
  } finally {
    await store.close();
  }
}
