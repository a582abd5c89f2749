import type { StoredDocument } from '../../../bot/store/port.ts';
import type { World } from '../../../bot/use-cases/world.ts';
import { createReadModel } from '../../../bot/views/kept-read-model.ts';
import { makeExample } from '../../teams/example/make-example.ts';
import { now } from '../domain/examples.ts';
import type { OpenedStore } from '../store/document-store-contract.ts';
import { feedStart, readWholeFeed } from '../store/read-whole-feed.ts';
import { openFreshStore } from '../store/sqlite/open-fresh-store.ts';

/**
 * A world over a fresh store with the example edition, without submissions unless asked.
 * @param options `where`: the folder that its store is made in; `opened`: a store that is there, rather than an embedded
 */
export async function openWorld(
  options: { withSubmissions?: boolean; where?: string; opened?: Pick<OpenedStore, 'store' | 'close'> } = {},
): Promise<OpenWorld> {
  const opened = options.opened ?? (await openFreshStore(options.where));
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
    const changes = await readWholeFeed(store, await feedStart(store), 10_000);
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
