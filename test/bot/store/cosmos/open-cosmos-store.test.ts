import { afterEach, expect, test } from '@jest/globals';
import { CosmosContainerError } from '../../../../bot/store/cosmos/check-container.ts';
import type { CosmosServer, CosmosServerOptions } from '../../../cosmos/cosmos-server.ts';
import { testTokens } from '../../../cosmos/test-tokens.ts';
import { openOn, startTrustedServer } from './open-fresh-cosmos.ts';

const servers: CosmosServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function start(options?: CosmosServerOptions): Promise<CosmosServer> {
  const server = await startTrustedServer(options);
  servers.push(server);
  return server;
}

test.each<[string, CosmosServerOptions, string]>([
  ['another partition key', { layout: { partitionKeyPath: '/id' } }, '/id, not /partition'],
  ['no lifetimes', { layout: { defaultTtl: undefined } }, 'default time to live'],
  ['a lifetime for all', { layout: { defaultTtl: 60 } }, 'default time to live'],
])('a container with %s is refused', async (_name, options, reason) => {
  const opening = openOn(await start(options));
  await expect(opening).rejects.toThrow(CosmosContainerError);
  await expect(opening).rejects.toThrow(reason);
});

test.each([{ databaseId: 'other' }, { containerId: 'other' }])(
  'nothing is made when %j is not there',
  async (ids) => {
    const server = await start();
    await expect(openOn(server, ids)).rejects.toThrow('there is no container');
    expect(server.exchanges.map(({ kind }) => kind)).not.toContain('other');
  },
);

test('a token by another key is refused, at once', async () => {
  const server = await start();
  const { credential } = await testTokens();
  const began = Date.now();
  await expect(openOn(server, { credential })).rejects.toMatchObject({ code: 401 });
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('a token for another account is refused', async () => {
  const server = await start();
  const credential = {
    getToken: () => server.credential.getToken('https://other.documents.azure.com/.default'),
  };
  await expect(openOn(server, { credential })).rejects.toMatchObject({ code: 401 });
});
