import type { StoredDocument } from '../../../bot/store/port.ts';
import type { World } from '../../../bot/use-cases/world.ts';
import { createReadModel } from '../../../bot/views/kept-read-model.ts';
import { makeExample } from '../../teams/example/make-example.ts';
import { now } from '../domain/examples.ts';
import { openFreshStore } from '../store/sqlite/open-fresh-store.ts';

/** A world over a fresh embedded store with the example edition, without submissions unless asked. @param options `where`: the folder that its store is made in */
export async function openWorld(
  options: { withSubmissions?: boolean; where?: string } = {},
): Promise<OpenWorld> {
  const opened = await openFreshStore(options.where);
  const { store } = opened;
  let at = now;
  let ids = 0;
  const readModel = createReadModel();
  const edition = await makeExample({
    store,
    channel: { serviceUrl: 'http://127.0.0.1:9/', conversationId: '19:jury', tenantId: 't', teamId: 'team' },
    now: new Date(now),
    withoutSubmissions: options.withSubmissions !== true,
  });
  const catchUp = async (): Promise<StoredDocument[]> => {
    const { changes } = await store.readFeed('all', null, 1_000_000);
    readModel.apply(changes);
    return changes;
  };
  await catchUp();
  return {
    store,
    readModel,
    edition,
    now: () => at,
    newId: () => `id-${String((ids += 1))}`,
    similar: { find: () => [] },
    firstOrganisers: new Set(),
    setNow: (to) => {
      at = to;
    },
    catchUp,
    close: () => opened.close(),
  };
}

export interface OpenWorld extends World {
  edition: Awaited<ReturnType<typeof makeExample>>;
  setNow(to: string): void;
  /** Brings the read model up to date. */
  catchUp(): Promise<StoredDocument[]>;
  close(): Promise<void>;
}
