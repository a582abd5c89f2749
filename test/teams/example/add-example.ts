import type { JuryChannel } from '../../../bot/domain/edition/edition-role.ts';
import type { DocumentStore } from '../../../bot/store/port.ts';
import { openSqliteStore } from '../../../bot/store/sqlite/open-sqlite-store.ts';
import { tenantId } from '../people.ts';
import type { Simulator } from '../simulator.ts';
import { makeExample } from './make-example.ts';

export interface AddOptions {
  withoutSubmissions?: boolean;
  /** The organisation has its channel as well; else one of them has to say which it is. */
  withOrganisers?: boolean;
}

/** Puts the example edition into a data folder that no server has open, judged in the simulator's jury channel. */
export async function addExample(folder: string, simulator: Simulator, options?: AddOptions): Promise<void> {
  const store = await openSqliteStore({ folder });
  try {
    await addExampleTo(store, simulator, options);
  } finally {
    await store.close();
  }
}

/** Puts the example edition into a store, judged in the simulator's jury channel. */
export async function addExampleTo(
  store: DocumentStore,
  simulator: Simulator,
  { withoutSubmissions = false, withOrganisers = false }: AddOptions = {},
): Promise<void> {
  const { jury, organisers } = simulator.channels;
  const place = ({ id, groupId }: typeof jury): JuryChannel => ({
    serviceUrl: `${simulator.address}/connector/`,
    conversationId: id,
    tenantId,
    teamId: groupId,
  });
  await makeExample({
    store,
    channel: place(jury),
    ...(withOrganisers && { organisersChannel: place(organisers) }),
    now: new Date(),
    withoutSubmissions,
  });
}
