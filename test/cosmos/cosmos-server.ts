import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { JWK } from 'jose';
import type { ServedDatabase } from './answer-request.ts';
import { authorizationCheck } from './check-authorization.ts';
import { Faults } from './faults.ts';
import type { ContainerLayout } from './metadata.ts';
import { serveExchanges, type Exchange } from './serve-exchanges.ts';
import { StoredContainer } from './stored-container.ts';
import { testCertificate } from './test-certificate.ts';
import { testTokens, type TestCredential } from './test-tokens.ts';

export interface CosmosServerOptions {
  /** Physical partitions; 1 unless told. */
  ranges?: number;
  layout?: Partial<ContainerLayout>;
  /** Milliseconds since 1970; decides what has expired. */
  now?: () => number;
  /** Keys whose tokens are taken besides those of {@link CosmosServer.credential}. */
  trustedKeys?: JWK[];
}

export interface CosmosServer {
  endpoint: string;
  databaseId: string;
  containerId: string;
  /** What a client must trust, PEM. */
  certificate: string;
  credential: TestCredential;
  faults: Faults;
  exchanges: Exchange[];
  /** Splits every physical partition in two. */
  split(): void;
  /** Throws all documents away. */
  clear(): void;
  stop(): Promise<void>;
}

/**
 * A Cosmos DB account with one container, in memory: exactly the operations that the adapter of the store uses, to
 * Microsoft's documentation of them, and nothing else.
 */
export async function startCosmosServer(options: CosmosServerOptions = {}): Promise<CosmosServer> {
  const { key, certificate } = testCertificate();
  const tokens = await testTokens();
  const https = createServer({ key, cert: certificate });
  https.listen(0, '127.0.0.1');
  await once(https, 'listening');
  const endpoint = `https://127.0.0.1:${portOf(https)}`;
  const newContainer = () => new StoredContainer(options.ranges ?? 1, options.now ?? Date.now);
  const served: ServedDatabase = {
    endpoint: `${endpoint}/`,
    databaseId: 'gemeentedelers',
    containerId: 'documents',
    layout: { partitionKeyPath: '/partition', defaultTtl: -1, ...options.layout },
    container: newContainer(),
  };
  const [faults, exchanges]: [Faults, Exchange[]] = [new Faults(), []];
  const check = authorizationCheck([...tokens.publicKeys, ...(options.trustedKeys ?? [])], endpoint);
  const serve = serveExchanges({ served, faults, exchanges, check });
  https.on('request', (request, response) => void serve(request, response));
  return {
    endpoint,
    databaseId: served.databaseId,
    containerId: served.containerId,
    certificate,
    credential: tokens.credential,
    faults,
    exchanges,
    split: () => served.container.ranges.split(),
    clear: () => void (served.container = newContainer()),
    stop: async () => {
      https.closeAllConnections();
      https.close();
      await once(https, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was asked for');
  return address.port;
}
