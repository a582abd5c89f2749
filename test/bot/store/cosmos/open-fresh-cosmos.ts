import { openCosmosStore, type CosmosStoreOptions } from '../../../../bot/store/cosmos/open-cosmos-store.ts';
import {
  startCosmosServer,
  type CosmosServer,
  type CosmosServerOptions,
} from '../../../cosmos/cosmos-server.ts';
import { trust } from '../../../cosmos/trust.ts';
import type { OpenedStore } from '../document-store-contract.ts';

export async function startTrustedServer(options: CosmosServerOptions = {}): Promise<CosmosServer> {
  const server = await startCosmosServer(options);
  trust(server.certificate);
  return server;
}

export function openOn(server: CosmosServer, options: Partial<CosmosStoreOptions> = {}) {
  const { endpoint, databaseId, containerId, credential } = server;
  return openCosmosStore({ endpoint, databaseId, containerId, credential, ...options });
}

/** A store on a server of its own, empty. */
export async function openFreshCosmos(
  options: CosmosServerOptions = {},
  storeOptions: Partial<CosmosStoreOptions> = {},
): Promise<OpenedStore & { server: CosmosServer }> {
  const server = await startTrustedServer(options);
  const opened = {
    server,
    store: await openOn(server, storeOptions),
    reopen: async () => {
      await opened.store.close();
      return (opened.store = await openOn(server, storeOptions));
    },
    close: async () => {
      await opened.store.close();
      await server.stop();
    },
  };
  return opened;
}
