import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { openCosmosStore } from '../../bot/store/cosmos/open-cosmos-store.ts';
import type { DocumentStore } from '../../bot/store/port.ts';
import { openSqliteStore } from '../../bot/store/sqlite/open-sqlite-store.ts';
import { startCosmosServer, type CosmosServer } from '../cosmos/cosmos-server.ts';
import { trust } from '../cosmos/trust.ts';
import { tenantId } from '../teams/people.ts';
import type { Simulator } from '../teams/simulator.ts';

/** Where the app under test keeps its documents. */
export interface AppStore {
  /** Settings that choose it. */
  environment: Record<string, string>;
  /** The same as a command is told: what comes after `--data`, and what it needs around it to get in. */
  data: string;
  commandEnvironment: Record<string, string>;
  /** Opens it for the test itself. */
  open(): Promise<DocumentStore>;
  /** When it is in Cosmos DB. */
  server?: CosmosServer;
  stop(): Promise<void>;
}

export function sqliteAppStore(folder: string): AppStore {
  return {
    environment: { DATA_FOLDER: folder },
    data: folder,
    commandEnvironment: {},
    open: () => openSqliteStore({ folder }),
    stop: () => Promise.resolve(),
  };
}

/** @param folder exists; the server's certificate is put there, for the app to trust */
export async function cosmosAppStore(simulator: Simulator, folder: string): Promise<AppStore> {
  const server = await startCosmosServer({ trustedKeys: await keysOf(simulator) });
  trust(server.certificate);
  const certificate = join(folder, 'cosmos.pem');
  await writeFile(certificate, server.certificate);
  const { endpoint, databaseId, containerId, credential } = server;
  const { IDENTITY_ENDPOINT = '', IDENTITY_HEADER = '' } = simulator.environment(0, folder);
  return {
    environment: {
      STORE: 'cosmos',
      COSMOS_ENDPOINT: endpoint,
      COSMOS_DATABASE: databaseId,
      COSMOS_CONTAINER: containerId,
      NODE_EXTRA_CA_CERTS: certificate,
      // Nobody here wants to wait for who died.
      LEASE_MS: '1500',
    },
    data: `${endpoint}/${databaseId}/${containerId}`,
    // A command signs in as whoever runs it; here that is somebody whom the simulator gives tokens.
    commandEnvironment: {
      NODE_EXTRA_CA_CERTS: certificate,
      IDENTITY_ENDPOINT,
      IDENTITY_HEADER,
    },
    open: () => openCosmosStore({ endpoint, databaseId, containerId, credential }),
    server,
    stop: () => server.stop(),
  };
}

/** Those that the simulator signs the tokens of the managed identity with. */
async function keysOf(simulator: Simulator): Promise<JWK[]> {
  const response = await fetch(`${simulator.address}/entra/${tenantId}/discovery/v2.0/keys`);
  // @NOTE our own simulator's answer: a JSON Web Key Set
  const { keys } = (await response.json()) as { keys: JWK[] };
  return keys;
}
