import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { ChargedOperation } from '../../../../bot/store/cosmos/cosmos-access.ts';
import type { DocumentStore, Operation } from '../../../../bot/store/port.ts';
import type { CosmosServer } from '../../../cosmos/cosmos-server.ts';
import { openOn, startTrustedServer } from './open-fresh-cosmos.ts';

let server: CosmosServer;
let store: DocumentStore;
let charges: [ChargedOperation, number][] = [];
beforeAll(async () => {
  server = await startTrustedServer();
  store = await openOn(server, { onCharge: (...charge) => charges.push(charge) });
});
beforeEach(() => {
  charges = [];
  server.exchanges.length = 0;
});
afterAll(async () => {
  await store.close();
  await server.stop();
});

const create = (id: string): Operation => ({
  kind: 'create',
  id,
  type: 'thing',
  body: { text: 'x'.repeat(500) },
});

/** What the server asked for what it was asked, but for the plan that the client wants beside each query. */
const asked = () =>
  server.exchanges.filter(({ kind }) => kind !== 'query-plan').map(({ kind, charge }) => [kind, charge]);

test('a commit of one document is one write', async () => {
  await store.commit('p', [create('one')]);
  expect(asked()).toEqual([['create', expect.closeTo(5.71)]]);
  expect(charges).toEqual([['commit', 5.71]]);
});

test('a commit of several is one batch', async () => {
  await store.commit('p', [create('a'), create('b'), create('c')]);
  expect(asked()).toEqual([['batch', expect.closeTo(3 * 5.71)]]);
  expect(charges).toEqual([['commit', 17.13]]);
});

test('a read is a point read', async () => {
  await store.read('p', 'one');
  expect(asked()).toEqual([['read', 1]]);
  expect(charges).toEqual([['read', 1]]);
});

test('a list is a query within its partition', async () => {
  await store.list('p');
  expect(asked().map(([kind]) => kind)).toEqual(['query']);
  expect(charges).toEqual([['list', 2.9]]);
});

test('a look at the feed is one request, once the reader has begun', async () => {
  const [range = ''] = await store.feedRanges();
  const { token } = await store.readFeed(range, null, 100);
  server.exchanges.length = 0;
  charges = [];
  for (let n = 0; n < 3; n += 1) await store.readFeed(range, token, 100);
  expect(asked().map(([kind]) => kind)).toEqual(['feed', 'feed', 'feed']);
  expect(charges).toEqual([
    ['feed', 1],
    ['feed', 1],
    ['feed', 1],
  ]);
});

test('what is refused costs as well', async () => {
  await expect(store.commit('p', [create('one')])).rejects.toThrow();
  await expect(store.commit('p', [create('one'), create('other')])).rejects.toThrow();
  expect(charges).toEqual([
    ['commit', 1.24],
    ['commit', 1.24],
  ]);
});

test('the ranges of the feed are looked up once, whoever asks', async () => {
  const another = await openOn(server);
  server.exchanges.length = 0;
  expect(await another.feedRanges()).toEqual(await store.feedRanges());
  expect(asked().map(([kind]) => kind)).toEqual(['read', 'read']);
  await another.close();
});
